package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.stream.Stream;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;

/** What each event makes of a standard. No rules here: what has happened has happened. */
final class Evolution {

    static StandardState after(StandardState state, StandardEvent event) {
        StandardState after = switch (event) {
            case ProposalEvent about -> proposal(state, about);
            case DraftEvent about -> draft(state, about);
            case ConsultationEvent about -> consultation(state, about);
            case ApprovalEvent about -> approval(state, about);
            case EndOfLifeEvent about -> endOfLife(state, about);
            case StandardRegistered registered -> registered(state, registered);
        };
        return after.next()
                .sequence(state.sequence() + 1)
                .dates(after.dates().changed(event.at()))
                .done();
    }

    private static StandardState proposal(StandardState state, ProposalEvent event) {
        return switch (event) {
            case ProposalEvent.StandardProposed proposed -> {
                Content content = Content.titled(proposed.title()).withOverview(proposed.overview());
                yield state.next()
                        .reference(proposed.reference())
                        .stage(Stage.POTENTIAL)
                        .classification(new Classification(
                                proposed.level(), proposed.route(), proposed.pathway(), proposed.cluster()))
                        .owner(proposed.group())
                        .draft(Draft.of(content))
                        .proposal(Proposal.none().by(proposed.by()))
                        .dates(state.dates().created(proposed.proposedOn()))
                        .done();
            }
            case ProposalEvent.ProposalSubmitted submitted ->
                state.next()
                        .stage(Stage.PROPOSED)
                        .owner(submitted.group())
                        .proposal(state.proposal().by(submitted.by()))
                        .done();
            case ProposalEvent.ReadinessConfirmed confirmed ->
                state.next().proposal(state.proposal().confirmed()).done();
            case ProposalEvent.ProposalRecommended recommended ->
                state.next()
                        .proposal(state.proposal().recommended(recommended.agree(), recommended.by()))
                        .done();
            case ProposalEvent.ProposalAccepted accepted ->
                state.next()
                        .stage(Stage.IN_DEVELOPMENT)
                        .dates(state.dates().proposalApproved(accepted.decidedOn()))
                        .done();
            case ProposalEvent.ProposalRejected rejected ->
                state.next()
                        .stage(Stage.POTENTIAL)
                        .proposal(state.proposal().rejected(rejected.reasons()))
                        .done();
        };
    }

    private static StandardState draft(StandardState state, DraftEvent event) {
        return switch (event) {
            case DraftEvent.DraftChanged changed -> {
                Draft before = state.draft();
                Content content = ContentDiff.apply(changed.changes(), before.content());
                yield state.next()
                        .draft(before.now(content, changed.revision()))
                        .done();
            }
        };
    }

    private static StandardState consultation(StandardState state, ConsultationEvent event) {
        return switch (event) {
            case ConsultationEvent.ConsultationOpened opened ->
                state.next()
                        .stage(Stage.IN_CONSULTATION)
                        .consultation(new Consultation(opened.revision(), opened.closesAt(), opened.zone(), false))
                        .done();
            case ConsultationEvent.ConsultationClosed closed ->
                state.next()
                        .stage(Stage.IN_DEVELOPMENT)
                        .consultation(state.consultation().closed())
                        .done();
        };
    }

    private static StandardState approval(StandardState state, ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.SubmittedForApproval submitted ->
                state.next()
                        .stage(Stage.SUBMITTED)
                        .approval(new Approval(
                                submitted.revision(),
                                submitted.by(),
                                submitted.decisionExpectedBy(),
                                List.of(),
                                List.of(),
                                List.of()))
                        .done();
            case ApprovalEvent.VoteCast cast ->
                state.next()
                        .approval(state.approval().with(new Vote(cast.by(), cast.choice(), cast.reason())))
                        .done();
            case ApprovalEvent.VotesInvalidated invalidated ->
                state.next()
                        .approval(state.approval().onRevision(invalidated.revision()))
                        .done();
            case ApprovalEvent.StandardApproved approved -> {
                var version = new Version(
                        approved.version(),
                        approved.changeClass(),
                        approved.document(),
                        approved.approvedOn(),
                        approved.effectiveFrom());
                yield state.next()
                        .stage(Stage.APPROVED)
                        .versions(and(state.versions(), version))
                        .done();
            }
            case ApprovalEvent.ReturnedWithComments returned ->
                state.next()
                        .stage(Stage.IN_DEVELOPMENT)
                        .approval(state.approval().returned(returned.comments()))
                        .done();
            case ApprovalEvent.ApprovalRejected rejected -> {
                var approval = state.approval().returned(rejected.reasons());
                yield (state.hasVersion()
                                ? backToVersion(state)
                                : state.next().stage(Stage.POTENTIAL).consultation(Consultation.none()))
                        .approval(approval)
                        .done();
            }
        };
    }

    private static StandardState endOfLife(StandardState state, EndOfLifeEvent event) {
        return switch (event) {
            case EndOfLifeEvent.StandardWithdrawn withdrawn ->
                state.next().stage(Stage.WITHDRAWN).done();
            case EndOfLifeEvent.RevisionWithdrawn withdrawn ->
                backToVersion(state).done();
        };
    }

    /** The draft of a next version that came to nothing leaves no trace in what the standard says. */
    private static StandardState.Next backToVersion(StandardState state) {
        Content content = state.versions().getLast().content();
        return state.next()
                .stage(Stage.APPROVED)
                .draft(state.draft().now(content, state.draft().revision() + 1))
                .consultation(Consultation.none())
                .approval(Approval.none());
    }

    private static StandardState registered(StandardState state, StandardRegistered event) {
        Stage stage = switch (event.status()) {
            case POTENTIAL -> Stage.POTENTIAL;
            case IN_DEVELOPMENT -> Stage.IN_DEVELOPMENT;
            case APPROVED -> Stage.APPROVED;
            case RETIRED -> Stage.RETIRED;
            case WITHDRAWN -> Stage.WITHDRAWN;
        };
        return state.next()
                .reference(event.reference())
                .stage(stage)
                .classification(new Classification(event.level(), event.route(), event.pathway(), event.cluster()))
                .owner(event.group())
                .draft(Draft.of(event.content()))
                .versions(versionOf(event))
                .products(event.products())
                .green(event.green())
                .progression(event.progression())
                .dates(new Dates(event.createdOn(), event.proposalApprovedOn(), event.effectiveTo(), event.at()))
                .done();
    }

    private static List<Version> versionOf(StandardRegistered event) {
        return event.version().equals(Version.POTENTIAL)
                ? List.of()
                : List.of(new Version(
                        event.version(), ChangeClass.NEW, event.content(), event.approvedOn(), event.effectiveFrom()));
    }

    private static <T> List<T> and(List<T> list, T another) {
        return Stream.concat(list.stream(), Stream.of(another)).toList();
    }

    private Evolution() {}
}
