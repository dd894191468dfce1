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
}
