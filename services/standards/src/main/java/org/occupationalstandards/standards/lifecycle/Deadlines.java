package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the passing of time asks for, worked out from the state alone: whoever looks late finds the same as whoever was
 * there at the hour.
 */
public final class Deadlines {

    /** Commands for the system to give now: only those that lead to an event. */
    public static List<DeadlineCommand> due(StandardState state, Instant now, LifecyclePolicy policy) {
        if (!state.exists()) {
            return List.of();
        }
        var circumstances = new Circumstances(Caller.system(), now, policy);
        return Stream.<DeadlineCommand>of(
                        new DeadlineCommand.EscalateDecision(),
                        new DeadlineCommand.RemindOfDecision(),
                        new DeadlineCommand.RemindOfClosing(),
                        new DeadlineCommand.RemindToClose(),
                        new DeadlineCommand.EscalateWaiting(),
                        new DeadlineCommand.RemindOfWaiting(),
                        new DeadlineCommand.BringIntoForce(),
                        new DeadlineCommand.CompleteRetirement())
                .filter(command -> CommandName.of(command).stages().contains(state.stage()))
                .filter(command ->
                        !DeadlineRules.decide(command, state, circumstances).isEmpty())
                .toList();
    }

    /** When to look next; nothing where nothing is waited for. A moment in the past means now. */
    public static Optional<Instant> next(StandardState state, LifecyclePolicy policy) {
        if (!state.exists()) {
            return Optional.empty();
        }
        return Stream.of(
                        decision(state, policy),
                        closing(state, policy),
                        begin(state, policy),
                        end(state, policy),
                        waiting(state, policy))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Instant::compareTo);
    }

    private static @Nullable Instant decision(StandardState state, LifecyclePolicy policy) {
        Instant expectedBy = DeadlineRules.decisionExpectedBy(state);
        if (expectedBy == null) {
            return null;
        }
        boolean proposed = state.stage() == Stage.PROPOSED;
        if (proposed ? state.proposal().escalated() : state.approval().escalated()) {
            return null;
        }
        boolean reminded =
                proposed ? state.proposal().reminded() : state.approval().reminded();
        return reminded
                ? expectedBy.plusNanos(1)
                : expectedBy.minus(policy.decisions().remindBefore());
    }

    private static @Nullable Instant closing(StandardState state, LifecyclePolicy policy) {
        boolean consulting = state.stage() == Stage.IN_CONSULTATION || state.stage() == Stage.RETIRING;
        Consultation consultation = state.consultation();
        Instant closesAt = consultation.closesAt();
        if (!consulting || closesAt == null || !consultation.running() || consultation.overdueReminded()) {
            return null;
        }
        return consultation.reminded()
                ? closesAt
                : closesAt.minus(policy.consultations().remindBefore());
    }

    /** The next day on which a version begins that was approved before. */
    private static @Nullable Instant begin(StandardState state, LifecyclePolicy policy) {
        if (!state.hasVersion() || !CommandName.BRING_INTO_FORCE.stages().contains(state.stage())) {
            return null;
        }
        LocalDate first = null;
        for (Version version : state.versions().reversed()) {
            if (!version.isAwaited(policy.zone())) {
                break;
            }
            first = version.effectiveFrom();
        }
        return first == null ? null : first.atStartOfDay(policy.zone()).toInstant();
    }

    private static @Nullable Instant end(StandardState state, LifecyclePolicy policy) {
        LocalDate lastDay = state.endOfLife().lastDay();
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(policy.zone()).toInstant();
    }

    private static @Nullable Instant waiting(StandardState state, LifecyclePolicy policy) {
        return state.waiting().stream()
                .filter(each -> !each.escalated())
                .map(each -> each.reminded()
                        ? each.expectedBy(policy).plusNanos(1)
                        : each.expectedBy(policy).minus(policy.waiting().remindBefore()))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Deadlines() {}
}
