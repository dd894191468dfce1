package org.occupationalstandards.standards.lifecycle;

/**
 * What the system itself does when a date has passed: see {@link Deadlines}. Each leads to nothing when it is not due or
 * was done already, so that it does no harm to give one too often or too late.
 */
public sealed interface DeadlineCommand extends StandardCommand {

    /** A decision is expected soon. */
    record RemindOfDecision() implements DeadlineCommand {}

    /** A decision is overdue. */
    record EscalateDecision() implements DeadlineCommand {}

    /** A consultation closes soon. */
    record RemindOfClosing() implements DeadlineCommand {}

    /** A consultation is past its closing time, and the group has to answer the comments and close it. */
    record RemindToClose() implements DeadlineCommand {}

    /** Something that waits to be done is expected soon. */
    record RemindOfWaiting() implements DeadlineCommand {}

    /** Something that waits to be done is overdue. */
    record EscalateWaiting() implements DeadlineCommand {}

    /** The first day of a version has come. */
    record BringIntoForce() implements DeadlineCommand {}

    /** The last day of a standard whose end was decided has passed. */
    record CompleteRetirement() implements DeadlineCommand {}
}
