package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.occupationalstandards.standards.lifecycle.content.Content;

/** What events about a proposal make of a standard. */
final class ProposalEffects {

    static StandardState after(StandardState state, ProposalEvent event) {
        return switch (event) {
            case ProposalEvent.StandardProposed proposed -> proposed(state, proposed);
            case ProposalEvent.ProposalDrafted drafted ->
                state.next()
                        .draft(state.draft().titled(drafted.title()))
                        .proposal(state.proposal().saying(Profile.of(drafted)))
                        .done();
            case ProposalEvent.ProposalSubmitted submitted ->
                state.next()
                        .stage(Stage.PROPOSED)
                        .owner(submitted.group())
                        .proposal(state.proposal()
                                .by(submitted.by(), submitted.decisionExpectedBy())
                                .saying(Profile.of(submitted)))
                        .conditions(List.of())
                        .approval(Approval.none())
                        .decision(Decision.none())
                        .done();
            case ProposalEvent.ReadinessConfirmed confirmed ->
                state.next().proposal(state.proposal().confirmed()).done();
            case ProposalEvent.ProposalReturned returned ->
                ended(state, Decision.Kind.PROPOSAL_RETURNED, returned.reasons(), returned);
            case ProposalEvent.ProposalRecommended recommended ->
                state.next()
                        .proposal(state.proposal()
                                .with(new Recommendation(recommended.by(), recommended.agree(), recommended.reason())))
                        .done();
            case ProposalEvent.ProposalAgreedWithConditions agreed ->
                state.next()
                        .proposal(state.proposal().agreed(true))
                        .conditions(Evolution.conditions(agreed.conditions()))
                        .done();
            case ProposalEvent.ProposalAccepted accepted ->
                state.next()
                        .stage(Stage.IN_DEVELOPMENT)
                        .proposal(state.proposal().agreed(false))
                        .conditions(List.of())
                        .consultation(Consultation.none())
                        .dates(state.dates().proposalApproved(accepted.decidedOn()))
                        .done();
            case ProposalEvent.ProposalRejected rejected ->
                ended(state, Decision.Kind.PROPOSAL_REJECTED, rejected.reasons(), rejected);
            case ProposalEvent.GroupAssigned assigned ->
                state.next().owner(assigned.group()).done();
        };
    }

    private static StandardState proposed(StandardState state, ProposalEvent.StandardProposed event) {
        Content content = Content.titled(event.title()).withOverview(event.overview());
        return state.next()
                .reference(event.reference())
                .stage(Stage.POTENTIAL)
                .classification(new Classification(event.level(), event.route(), event.pathway(), event.cluster()))
                .owner(event.group())
                .draft(Draft.of(content))
                .proposal(Proposal.none().by(event.by(), null))
                .dates(state.dates().created(event.proposedOn()))
                .done();
    }

    private static StandardState ended(
            StandardState state, Decision.Kind kind, List<String> reasons, StandardEvent event) {
        return state.next()
                .stage(Stage.POTENTIAL)
                .proposal(state.proposal().ended(reasons))
                .conditions(List.of())
                .decision(Decision.on(state, kind, Stage.POTENTIAL, event))
                .done();
    }

    private ProposalEffects() {}
}
