package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What events about giving up, ending and coming back make of a standard. */
final class EndOfLifeEffects {

    static StandardState after(StandardState state, EndOfLifeEvent event) {
        EndOfLife endOfLife = state.endOfLife();
        return switch (event) {
            case EndOfLifeEvent.WithdrawalRequested requested ->
                state.next()
                        .endOfLife(endOfLife.withdrawalAsked(requested.reason()))
                        .done();
            case EndOfLifeEvent.WithdrawalDeclined declined ->
                state.next().endOfLife(endOfLife.withdrawalAsked(null)).done();
            case EndOfLifeEvent.WithdrawalTakenBack takenBack ->
                state.next().endOfLife(endOfLife.withdrawalAsked(null)).done();
            case EndOfLifeEvent.StandardWithdrawn withdrawn -> withdrawn(state, Stage.WITHDRAWN, withdrawn);
            case EndOfLifeEvent.RevisionWithdrawn withdrawn -> withdrawn(state, Stage.APPROVED, withdrawn);
            case EndOfLifeEvent.RetirementProposed proposed ->
                state.next()
                        .stage(Stage.RETIRING)
                        .endOfLife(new EndOfLife(null, proposed.reason(), null, null, proposed.replacedBy()))
                        .consultation(
                                Consultation.opened(state.draft().revision(), proposed.closesAt(), proposed.zone()))
                        .decision(Decision.none())
                        .done();
            case EndOfLifeEvent.RetirementDeclined declined ->
                state.next()
                        .stage(Stage.APPROVED)
                        .endOfLife(EndOfLife.none())
                        .consultation(Consultation.none())
                        .decision(Decision.none())
                        .done();
            case EndOfLifeEvent.RetirementDecided decided ->
                state.next()
                        .endOfLife(new EndOfLife(
                                null,
                                endOfLife.retirementReason(),
                                decided.decidedOn(),
                                decided.lastDay(),
                                decided.replacedBy()))
                        .decision(Decision.on(state, Decision.Kind.RETIRED, Stage.RETIRING, decided))
                        .done();
            case EndOfLifeEvent.StandardRetired retired ->
                state.next()
                        .stage(Stage.RETIRED)
                        .versions(ended(state.versions(), retired.lastDay()))
                        .endOfLife(new EndOfLife(
                                null, endOfLife.retirementReason(), retired.decidedOn(), null, retired.replacedBy()))
                        .changeRequests(new ChangeRequests(
                                List.of(), state.changeRequests().asked()))
                        .decision(
                                endOfLife.lastDay() == null
                                        ? Decision.on(state, Decision.Kind.RETIRED, Stage.RETIRED, retired)
                                        : state.decision().carriedOut(Stage.RETIRED))
                        .done();
            case EndOfLifeEvent.ReplacementNamed named ->
                state.next().endOfLife(endOfLife.replacedBy(named.reference())).done();
            case EndOfLifeEvent.StandardReinstated reinstated -> reinstated(state, reinstated.decidedOn());
        };
    }

    private static StandardState withdrawn(StandardState state, Stage to, EndOfLifeEvent event) {
        return state.next()
                .stage(to)
                .proposal(state.proposal().ended(List.of()))
                .approval(Approval.none())
                .conditions(List.of())
                .endOfLife(EndOfLife.none())
                .decision(Decision.on(state, Decision.Kind.WITHDRAWN, to, event))
                .done();
    }

    /**
     * A new life: what was approved stays in the books, but nothing of it is in force. Where nobody knew the last day, it
     * was this one at the latest. It begins with the version that ended, and not with a draft of another one that was
     * rejected or given up; with the draft where there was no version.
     */
    private static StandardState reinstated(StandardState state, LocalDate day) {
        boolean endUnknown =
                state.stage() == Stage.RETIRED && state.versions().getLast().endedOn() == null;
        Draft draft = state.draft();
        return state.next()
                .stage(Stage.POTENTIAL)
                .versions(endUnknown ? ended(state.versions(), day) : state.versions())
                .formerVersions(state.versions().size())
                .draft(
                        state.hasVersion()
                                ? draft.started(
                                        state.versions().getLast().content(), draft.revision() + 1, ChangeClass.NEW)
                                : draft.anew())
                .proposal(state.proposal().ended(List.of()))
                .consultation(Consultation.none())
                .endOfLife(EndOfLife.none())
                .decision(Decision.none())
                .done();
    }

    private static List<Version> ended(List<Version> versions, LocalDate lastDay) {
        List<Version> ended = new ArrayList<>(versions);
        ended.set(ended.size() - 1, ended.getLast().ended(lastDay));
        return ended;
    }

    private EndOfLifeEffects() {}
}
