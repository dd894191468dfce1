package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the finished draft to the decision on it. */
public sealed interface ApprovalCommand extends StandardCommand {

    /** Sends the complete draft to the panel and the committee; the panel's ballot on this exact revision begins. */
    record SubmitForApproval(@Nullable String note) implements ApprovalCommand {}

    /**
     * Votes, or votes differently: the last vote before the decision counts.
     *
     * @param revision of the draft that was read; refused when the draft is another by now
     */
    record CastVote(
            @Nullable VoteChoice choice,
            @Nullable String reason,
            @Nullable Integer revision) implements ApprovalCommand {}

    /**
     * Approves the submitted draft as the next version.
     *
     * @param effectiveFrom first day on which it is in force; the earliest possible where nothing is said
     * @param changeNote what has changed, for readers
     */
    record Approve(
            @Nullable LocalDate effectiveFrom, @Nullable String changeNote) implements ApprovalCommand {}

    /** Gives the draft back to the group, to be improved and submitted again. */
    record Return(@Nullable List<String> comments) implements ApprovalCommand {}

    /** Ends this attempt: the occupation is potential again, or stays at its version in force. */
    record Reject(@Nullable List<String> reasons) implements ApprovalCommand {}
}
