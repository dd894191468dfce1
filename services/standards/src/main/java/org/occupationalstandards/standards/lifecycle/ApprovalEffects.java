package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** What events about a submission make of a standard. */
final class ApprovalEffects {

    static StandardState after(StandardState state, ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.SubmittedForApproval submitted ->
                state.next()
                        .stage(Stage.SUBMITTED)
                        .approval(Approval.submitted(submitted))
                        .decision(Decision.none())
                        .done();
            case ApprovalEvent.ApprovalAgreedWithConditions agreed ->
                state.next()
                        .approval(state.approval()
                                .agreed(new Approval.Agreement(
                                        agreed.decidedOn(),
                                        agreed.effectiveFrom(),
                                        agreed.changeNote(),
                                        state.draft().revision(),
                                        state.draft().content())))
                        .conditions(Evolution.conditions(agreed.conditions()))
                        .done();
            case ApprovalEvent.StandardApproved approved -> approved(state, approved);
            case ApprovalEvent.ReturnedWithComments returned ->
                ended(state, Decision.Kind.RETURNED, Stage.IN_DEVELOPMENT, returned.comments(), returned);
            case ApprovalEvent.ApprovalRejected rejected ->
                ended(
                        state,
                        Decision.Kind.REJECTED,
                        state.hasVersion() ? Stage.APPROVED : Stage.POTENTIAL,
                        rejected.reasons(),
                        rejected);
        };
    }

    private static StandardState approved(StandardState state, ApprovalEvent.StandardApproved event) {
        var version = new Version(
                event.version(),
                event.changeClass(),
                event.document(),
                event.approvedOn(),
                event.effectiveFrom(),
                event.at(),
                null,
                event.changeNote());
        return state.next()
                .stage(Stage.APPROVED)
                .versions(Evolution.and(state.versions(), version))
                .approval(Approval.none())
                .conditions(List.of())
                .endOfLife(EndOfLife.none())
                .decision(Decision.on(state, Decision.Kind.APPROVED, Stage.APPROVED, event))
                .done();
    }

    private static StandardState ended(
            StandardState state, Decision.Kind kind, Stage to, List<String> comments, StandardEvent event) {
        return state.next()
                .stage(to)
                .approval(Approval.ended(comments))
                .conditions(List.of())
                .endOfLife(kind == Decision.Kind.REJECTED ? EndOfLife.none() : state.endOfLife())
                .decision(Decision.on(state, kind, to, event))
                .done();
    }

    private ApprovalEffects() {}
}
