package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules of what the system does when a date has passed: once, and however late it notices. */
final class DeadlineRules {

    static List<StandardEvent> decide(DeadlineCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case DeadlineCommand.RemindOfDecision remind -> remindOfDecision(state, circumstances);
            case DeadlineCommand.EscalateDecision escalate -> escalate(state, circumstances);
            case DeadlineCommand.RemindOfClosing remind -> remindOfClosing(state, circumstances);
            case DeadlineCommand.RemindToClose remind -> remindToClose(state, circumstances);
            case DeadlineCommand.RemindOfWaiting remind -> remindOfWaiting(state, circumstances);
            case DeadlineCommand.EscalateWaiting escalate -> escalateWaiting(state, circumstances);
            case DeadlineCommand.BringIntoForce bring -> bringIntoForce(state, circumstances);
            case DeadlineCommand.CompleteRetirement complete -> complete(state, circumstances);
        };
    }

    private static List<StandardEvent> remindOfDecision(StandardState state, Circumstances circumstances) {
        Instant expectedBy = decisionExpectedBy(state);
        boolean told = state.stage() == Stage.PROPOSED
                ? state.proposal().reminded()
                : state.approval().reminded();
        if (expectedBy == null || told) {
            return List.of();
        }
        Instant due = expectedBy.minus(circumstances.policy().decisions().remindBefore());
        return circumstances.now().isBefore(due)
                ? List.of()
                : List.of(new DeadlineEvent.DecisionReminded(expectedBy, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> escalate(StandardState state, Circumstances circumstances) {
        Instant expectedBy = decisionExpectedBy(state);
        boolean told = state.stage() == Stage.PROPOSED
                ? state.proposal().escalated()
                : state.approval().escalated();
        return expectedBy == null || told || !circumstances.now().isAfter(expectedBy)
                ? List.of()
                : List.of(new DeadlineEvent.DecisionEscalated(expectedBy, circumstances.by(), circumstances.now()));
    }

    /** When the decision that the standard waits for is expected; nothing where it waits for conditions to be met. */
    static @Nullable Instant decisionExpectedBy(StandardState state) {
        return switch (state.stage()) {
            case PROPOSED -> state.proposal().agreed() ? null : state.proposal().decisionExpectedBy();
            case SUBMITTED ->
                state.approval().agreement() != null ? null : state.approval().decisionExpectedBy();
            default -> null;
        };
    }

    private static List<StandardEvent> remindOfClosing(StandardState state, Circumstances circumstances) {
        Consultation consultation = state.consultation();
        if (!consultation.openAt(circumstances.now()) || consultation.reminded()) {
            return List.of();
        }
        Instant closesAt = Objects.requireNonNull(consultation.closesAt());
        Instant due = closesAt.minus(circumstances.policy().consultations().remindBefore());
        return circumstances.now().isBefore(due)
                ? List.of()
                : List.of(new DeadlineEvent.ClosingReminded(closesAt, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> remindToClose(StandardState state, Circumstances circumstances) {
        Consultation consultation = state.consultation();
        if (!consultation.running() || consultation.overdueReminded() || consultation.openAt(circumstances.now())) {
            return List.of();
        }
        return List.of(new DeadlineEvent.ClosingOverdueReminded(
                Objects.requireNonNull(consultation.closesAt()),
                consultation.unanswered().size(),
                circumstances.by(),
                circumstances.now()));
    }

    private static List<StandardEvent> remindOfWaiting(StandardState state, Circumstances circumstances) {
        LifecyclePolicy policy = circumstances.policy();
        return state.waiting().stream()
                .filter(each -> !each.reminded())
                .filter(each -> !circumstances
                        .now()
                        .isBefore(each.expectedBy(policy).minus(policy.waiting().remindBefore())))
                .<StandardEvent>map(each -> new DeadlineEvent.WaitingReminded(
                        each.kind(), each.number(), each.expectedBy(policy), circumstances.by(), circumstances.now()))
                .toList();
    }

    private static List<StandardEvent> escalateWaiting(StandardState state, Circumstances circumstances) {
        LifecyclePolicy policy = circumstances.policy();
        return state.waiting().stream()
                .filter(each -> !each.escalated() && circumstances.now().isAfter(each.expectedBy(policy)))
                .<StandardEvent>map(each -> new DeadlineEvent.WaitingEscalated(
                        each.kind(), each.number(), each.expectedBy(policy), circumstances.by(), circumstances.now()))
                .toList();
    }

    private static List<StandardEvent> bringIntoForce(StandardState state, Circumstances circumstances) {
        return VersionRules.begun(circumstances.today(), state, circumstances);
    }

    private static List<StandardEvent> complete(StandardState state, Circumstances circumstances) {
        LocalDate lastDay = state.endOfLife().lastDay();
        LocalDate decidedOn = state.endOfLife().decidedOn();
        return lastDay == null || decidedOn == null || !circumstances.today().isAfter(lastDay)
                ? List.of()
                : EndOfLifeRules.retired(lastDay, state.endOfLife().replacedBy(), decidedOn, state, circumstances);
    }

    private DeadlineRules() {}
}
