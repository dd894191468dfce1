package org.occupationalstandards.standards.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.ChangeClass;
import org.occupationalstandards.standards.lifecycle.ChangeRequest;
import org.occupationalstandards.standards.lifecycle.Condition;
import org.occupationalstandards.standards.lifecycle.Consultation;
import org.occupationalstandards.standards.lifecycle.Dates;
import org.occupationalstandards.standards.lifecycle.Decision;
import org.occupationalstandards.standards.lifecycle.EndOfLife;
import org.occupationalstandards.standards.lifecycle.GreenTheme;
import org.occupationalstandards.standards.lifecycle.Panel;
import org.occupationalstandards.standards.lifecycle.Product;
import org.occupationalstandards.standards.lifecycle.ProgressionLink;
import org.occupationalstandards.standards.lifecycle.Proposal;
import org.occupationalstandards.standards.lifecycle.Review;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.Vote;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.overlap.Overlapping;

/** A standard for those who work on it. */
record StandardView(
        String reference,
        @Schema(description = "Of the last event; the ETag") long sequence,
        String title,
        Stage stage,
        @Schema(description = "As the public sees it") Status status,

        @Schema(description = "The last approved, 0.0 before the first")
        String version,

        int level,
        Route route,
        @Nullable String pathway,
        @Nullable String cluster,

        @Schema(description = "The employer group that develops it") @Nullable
        UUID owner,

        @Schema(
                description =
                        "The same group as the register has it, at the time that was asked for; nothing where it is not registered")
        @Nullable
        GroupSupport group,

        @Schema(description = "Who has to do something before it can go on")
        List<TurnView> turn,

        @Schema(description = "What this caller may do with it now")
        List<ActionView> actions,

        @Schema(description = "What this caller could do at this stage, but for what still stands against it")
        List<BlockedView> blocked,

        DraftView draft,

        @Schema(description = "How the draft differs from what was open to comments; empty where it does not")
        List<Change> changedSinceConsultation,

        @Schema(description = "What the draft lacks before it can be submitted")
        List<Objection> missing,

        Proposal proposal,
        Consultation consultation,
        ApprovalView approval,

        @Schema(description = "Under which a proposal or a draft was agreed, until they are all met")
        List<Condition> conditions,

        @Schema(description = "Declared interests, and votes given into other hands")
        Panel panel,

        List<VersionView> versions,

        @Schema(description = "Wishes to change it that no official has decided on yet")
        List<ChangeRequest> changeRequests,

        @Schema(description = "The last decision, while it can be challenged or taken back") @Nullable
        DecisionView decision,

        @Schema(
                description =
                        "What became of challenges of earlier decisions, and who decided on them, the oldest first")
        List<Review> reviews,

        @Schema(description = "The wish to withdraw, the proposed or decided end, and what takes its place")
        EndOfLife endOfLife,

        @Schema(
                description =
                        "What is in force on the day that is asked for, today where none is; missing where nothing is")
        @Nullable
        InForceView inForce,

        List<Product> products,

        @Schema(description = "Approved, and no apprenticeship on it is open")
        boolean withoutApprenticeship,

        GreenTheme green,
        List<ProgressionLink> progression,
        Dates dates,

        @Schema(
                description =
                        "Existing standards that it overlaps with, each with what they share, while it is proposed")
        @Nullable
        List<Overlapping> overlaps,

        @Schema(description = "The time that was asked for; missing for the present") @Nullable
        AsOfView asOf) {

    /** The draft as it is sent back to be changed. */
    record DraftView(
            @Schema(description = "Counts every state of the draft; votes name it")
            int revision,

            ChangeClass changeClass,

            @JsonUnwrapped DraftDocument content) {}

    /** The submission that is with the approvers. */
    record ApprovalView(
            @Schema(description = "Of the draft that was submitted, 0 for none")
            int revision,

            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            @Nullable Instant decisionExpectedBy,

            @Schema(
                    description =
                            "What of it was changed since it was consulted on, and why, as the group says; see changedSinceConsultation")
            @Nullable
            String explanation,

            boolean ballotOpen,

            @Schema(description = "The members called to vote, empty for all of the route's panel")
            List<String> panel,

            @Schema(description = "On this revision, one for each member")
            List<Vote> votes,

            @Schema(description = "All who ever voted on this submission")
            List<String> voters,

            @Schema(description = "What was agreed, where it waits for conditions") @Nullable
            AgreementView agreement,

            @Schema(description = "Those with which the last submission was returned or rejected")
            List<String> comments,

            boolean reminded,
            boolean escalated) {}

    record AgreementView(
            LocalDate decidedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable String changeNote,

            @Schema(description = "Of the draft that was agreed")
            int revision,

            @Schema(
                    description =
                            "How the draft differs from what was agreed; then the committee closes the last condition")
            List<Change> changes) {}

    record DecisionView(
            Decision.Kind kind,

            @Schema(description = "Opaque id of who decided")
            String by,

            Instant at,

            @Schema(description = "Opaque ids of all who took part, none of whom can review it")
            List<String> participants,

            @Schema(description = "Until when it can be challenged; missing where it cannot") @Nullable
            Instant challengeableUntil,

            @Schema(description = "Whether it can be taken back as a slip")
            boolean reversible,

            @Schema(description = "The challenge that is not decided") @Nullable
            ChallengeView challenge) {}

    record ChallengeView(
            String grounds,

            @Schema(description = "Opaque id of who challenges it") @Nullable
            String by) {}

    record TurnView(
            Audience who,

            @Schema(description = "The same as a part of a sentence")
            String says,

            @Schema(description = "Who of them may do it") List<Role> roles,

            @Schema(description = "What they have to do, as the end of a sentence that begins with who it is")
            String what,

            @Schema(description = "When it is expected, where that is said") @Nullable
            Instant dueBy,

            @Schema(description = "The command that does it")
            String command,

            String href) {}

    record GroupSupport(
            UUID id,
            String name,

            @Schema(description = "How many of its employers stand behind its proposals")
            int supporting,

            @Schema(description = "How many of those are small")
            int small,

            @Schema(description = "What stands against a proposal by it now, whatever it was at its submission")
            List<Objection> lacking) {}

    record VersionView(
            String version,
            ChangeClass changeClass,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,

            @Schema(description = "What its approval says has changed, where it says so") @Nullable
            String changeNote) {}

    record InForceView(LocalDate on, @JsonUnwrapped VersionView version, DraftDocument content) {}

    record AsOfView(Instant instant, AsOf.By by) {}

    record ActionView(
            String name,
            @Schema(description = "What it will do") String does,
            @Schema(description = "Who will be told") List<String> told,

            String method,
            String href) {}

    record BlockedView(
            String name,
            @Schema(description = "What it would do") String does,
            @Schema(description = "What stands against it") List<Objection> because) {}
}
