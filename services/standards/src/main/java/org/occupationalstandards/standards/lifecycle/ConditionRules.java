package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of meeting conditions: the group shows how, others find that it is so, one condition after the other. */
final class ConditionRules {

    static void guard(CommandName name, StandardState state, Circumstances circumstances) {
        if (state.conditions().isEmpty()) {
            throw new CommandRefused(Refusal.NO_CONDITIONS, List.of());
        }
        if (name != CommandName.EVIDENCE_CONDITION) {
            Independence.mayFindMet(state, circumstances);
        }
        if (name == CommandName.CLOSE_CONDITION) {
            if (approves(state)) {
                ApprovalRules.finished(state, circumstances.policy());
            }
            if (forTheCommittee(state) && !circumstances.caller().acts(Role.COMMITTEE)) {
                throw new CommandRefused(Refusal.AGREED_DRAFT_CHANGED, List.of());
            }
        }
    }

    /** Whether the draft is approved with the one condition that is open. */
    private static boolean approves(StandardState state) {
        return state.approval().agreement() != null
                && state.conditions().stream()
                                .filter(condition -> !condition.closed())
                                .count()
                        == 1;
    }

    /** What the committee agreed is theirs to find again in another draft; an official closes what leaves it as it was. */
    static boolean forTheCommittee(StandardState state) {
        Approval.Agreement agreement = state.approval().agreement();
        return agreement != null
                && approves(state)
                && !agreement.changes(state.draft()).isEmpty();
    }

    static List<StandardEvent> decide(ConditionCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ConditionCommand.EvidenceCondition evidence -> evidence(evidence, state, circumstances);
            case ConditionCommand.CloseCondition close -> close(close, state, circumstances);
            case ConditionCommand.ReopenCondition reopen -> reopen(reopen, state, circumstances);
        };
    }

    private static List<StandardEvent> evidence(
            ConditionCommand.EvidenceCondition command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String evidence = objections.text(
                command.evidence(), "/evidence", circumstances.policy().reason());
        Condition condition = condition(command.condition(), state, objections);
        objections.raise(Refusal.INVALID_INPUT);
        if (condition.closed()) {
            throw new CommandRefused(Refusal.CONDITION_CLOSED, List.of());
        }
        return evidence.equals(condition.evidence())
                ? List.of()
                : List.of(new ConditionEvent.ConditionEvidenced(
                        condition.number(), evidence, circumstances.by(), circumstances.now()));
    }

    /** With the last condition, what was agreed takes effect. */
    private static List<StandardEvent> close(
            ConditionCommand.CloseCondition command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String note = objections.optionalText(
                command.note(), "/note", circumstances.policy().reason());
        Condition condition = condition(command.condition(), state, objections);
        objections.raise(Refusal.INVALID_INPUT);
        if (condition.closed()) {
            return List.of();
        }
        if (condition.evidence() == null) {
            throw new CommandRefused(Refusal.CONDITION_WITHOUT_EVIDENCE, List.of());
        }
        List<StandardEvent> events = new ArrayList<>();
        events.add(
                new ConditionEvent.ConditionClosed(condition.number(), note, circumstances.by(), circumstances.now()));
        if (state.conditions().stream().allMatch(each -> each.closed() || each.number() == condition.number())) {
            events.add(
                    state.stage() == Stage.PROPOSED
                            ? ProposalRules.accepted(null, circumstances)
                            : ApprovalRules.agreed(state, circumstances));
        }
        return List.copyOf(events);
    }

    private static List<StandardEvent> reopen(
            ConditionCommand.ReopenCondition command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        Condition condition = condition(command.condition(), state, objections);
        objections.raise(Refusal.INVALID_INPUT);
        return condition.evidence() == null
                ? List.of()
                : List.of(new ConditionEvent.ConditionReopened(
                        condition.number(), reason, circumstances.by(), circumstances.now()));
    }

    private static Condition condition(@Nullable Integer number, StandardState state, Objections objections) {
        int count = state.conditions().size();
        int given = objections.number(number, "/condition", 1, count);
        return state.conditions().get(Math.clamp(given, 1, count) - 1);
    }

    private ConditionRules() {}
}
