package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody to do it, and since when: what a time is set for beside the decision itself.
 *
 * @param number of the condition or change request, 0 where there is but one
 * @param reminded whether it was said that it is due soon
 * @param escalated whether it was said that it is overdue
 */
public record Waiting(Kind kind, int number, Instant since, boolean reminded, boolean escalated) {

    /** What is waited for. */
    public enum Kind {
        /** A decision on a challenged decision. */
        REVIEW,
        /** A condition to be shown met and closed. */
        CONDITION,
        /** A decision on a change request. */
        CHANGE_REQUEST,
        /** A decision on a retirement that was consulted on. */
        RETIREMENT
    }

    /** When it is expected to be done. */
    Instant expectedBy(LifecyclePolicy policy) {
        return since.plus(policy.waiting().within(kind));
    }

    Waiting told(boolean nowEscalated) {
        return new Waiting(kind, number, since, true, escalated || nowEscalated);
    }

    boolean is(Kind otherKind, int otherNumber) {
        return kind == otherKind && number == otherNumber;
    }

    /** What a standard waits for after an event: what it waited for before keeps its time. */
    static List<Waiting> after(List<Waiting> before, StandardState state, Instant at) {
        List<Waiting> now = new ArrayList<>();
        if (state.decision().challenged()) {
            now.add(of(Kind.REVIEW, 0, before, at));
        }
        state.conditions().stream()
                .filter(condition -> !condition.closed())
                .forEach(condition -> now.add(of(Kind.CONDITION, condition.number(), before, at)));
        if (state.stage() == Stage.APPROVED) {
            state.changeRequests()
                    .open()
                    .forEach(request -> now.add(of(Kind.CHANGE_REQUEST, request.number(), before, at)));
        }
        if (state.stage() == Stage.RETIRING
                && state.consultation().done()
                && state.endOfLife().lastDay() == null) {
            now.add(of(Kind.RETIREMENT, 0, before, at));
        }
        return now;
    }

    private static Waiting of(Kind kind, int number, List<Waiting> before, Instant at) {
        return before.stream()
                .filter(each -> each.is(kind, number))
                .findFirst()
                .orElseGet(() -> new Waiting(kind, number, at, false, false));
    }

    /** When a standard expects that to be done; nothing where it does not wait for it. */
    static @Nullable Instant dueBy(Kind kind, int number, StandardState state, LifecyclePolicy policy) {
        return state.waiting().stream()
                .filter(each -> each.is(kind, number))
                .map(each -> each.expectedBy(policy))
                .findFirst()
                .orElse(null);
    }
}
