package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;

/** What was done because a date had passed. */
public sealed interface DeadlineEvent extends StandardEvent {

    /** Those whose turn it is were told that a decision is expected soon. */
    record DecisionReminded(Instant expectedBy, String by, Instant at) implements DeadlineEvent {}

    /** The officials were told that a decision is overdue. */
    record DecisionEscalated(Instant expectedBy, String by, Instant at) implements DeadlineEvent {}

    /** Everybody concerned was told that a consultation closes soon. */
    record ClosingReminded(Instant closesAt, String by, Instant at) implements DeadlineEvent {}

    /** The group was told that a consultation waits for its answers and its end. */
    record ClosingOverdueReminded(Instant closesAt, int unanswered, String by, Instant at) implements DeadlineEvent {}

    /**
     * Those who have to do it were told that it is expected soon.
     *
     * @param number of the condition or change request, 0 where there is but one
     */
    record WaitingReminded(Waiting.Kind kind, int number, Instant expectedBy, String by, Instant at)
            implements DeadlineEvent {}

    /** The officials and those who have to do it were told that it is overdue. */
    record WaitingEscalated(Waiting.Kind kind, int number, Instant expectedBy, String by, Instant at)
            implements DeadlineEvent {}
}
