package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;

/** What has happened to the finished draft. */
public sealed interface ApprovalEvent extends StandardEvent {

    /**
     * This revision is with the panel, which may vote from now, and with the committee.
     *
     * @param explanation what was changed since it was consulted on, and why; needed where something was
     */
    record SubmittedForApproval(
            int revision,
            Instant decisionExpectedBy,
            @Nullable String note,
            @Nullable String explanation,
            String by,
            Instant at)
            implements ApprovalEvent {}

    /** The version is agreed once these conditions, numbered from 1, are met. */
    record ApprovalAgreedWithConditions(
            List<String> conditions,
            LocalDate decidedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable String changeNote,
            String by,
            Instant at)
            implements ApprovalEvent {}

    /**
     * A version was approved.
     *
     * @param document what it says, in full
     * @param approvedOn day of the decision
     * @param effectiveFrom first day on which it is in force
     */
    record StandardApproved(
            String version,
            ChangeClass changeClass,
            Content document,
            LocalDate approvedOn,
            LocalDate effectiveFrom,
            @Nullable String changeNote,
            String by,
            Instant at)
            implements ApprovalEvent {}

    /** The draft is with the group again. */
    record ReturnedWithComments(List<String> comments, String by, Instant at) implements ApprovalEvent {}

    /** This attempt has ended without approval. */
    record ApprovalRejected(List<String> reasons, LocalDate decidedOn, String by, Instant at)
            implements ApprovalEvent {}
}
