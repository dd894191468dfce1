package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Submitting the finished draft, and the committee's decision on it. */
public sealed interface ApprovalCommand extends StandardCommand {

    /**
     * Sends the complete draft to the panel and the committee; the panel's ballot on this exact revision begins.
     *
     * @param explanation what was changed since it was consulted on, and why; needed where something was
     */
    record SubmitForApproval(
            @Nullable String note, @Nullable String explanation) implements ApprovalCommand {}

    /**
     * Approves the submitted draft as the next version.
     *
     * @param decidedOn day of the decision where it is recorded later; today where nothing is said
     * @param effectiveFrom first day on which it is in force; the earliest possible where nothing is said
     * @param changeNote what has changed, for readers
     * @param conditions what has to be met first; the version is approved when none is open
     * @param revision of the draft that was read; refused when the draft is another by now
     */
    record Approve(
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable String changeNote,
            @Nullable List<String> conditions,
            @Nullable Integer revision)
            implements ApprovalCommand, OnRevision {}

    /**
     * Gives the draft back to the group, to be improved and submitted again.
     *
     * @param revision of the draft that was read; refused when the draft is another by now
     */
    record Return(
            @Required @Nullable List<String> comments,
            @Nullable Integer revision) implements ApprovalCommand, OnRevision {}

    /**
     * Ends this attempt: the occupation is potential again, or stays at its version in force.
     *
     * @param revision of the draft that was read; refused when the draft is another by now
     */
    record Reject(
            @Required @Nullable List<String> reasons,
            @Nullable Integer revision) implements ApprovalCommand, OnRevision {}
}
