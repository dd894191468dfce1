package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One public step in the life of an occupational standard. Where an announcement has an {@code occupation}, that is the
 * whole public content after it; where it has none, only what {@link Facts} and its own fields say has changed, as
 * {@link #after} adds it up.
 */
public sealed interface Announcement {

    /** What every announcement says. */
    @JsonUnwrapped
    Facts facts();

    /**
     * The occupation as the public sees it after this announcement. What the state topic carries, what the catalogue
     * shows and what a consumer folds for itself are the same by this.
     *
     * @param before as it was after the announcement before; nothing for the first of a standard
     */
    default Occupation after(@Nullable Occupation before) {
        return switch (this) {
            case Proposed proposed -> proposed.occupation();
            case Registered registered -> registered.occupation();
            case Approved approved ->
                approved.upcoming() == null || before == null
                        ? approved.occupation()
                        : Occupations.awaiting(approved.upcoming(), approved.facts(), before);
            case VersionInForce begun -> begun.occupation();
            case ProductChanged changed -> changed.occupation();
            case GreenThemeSet set -> set.occupation();
            case ProgressionChanged changed -> changed.occupation();
            case Corrected corrected -> corrected.occupation();
            case ProposalAccepted accepted ->
                Occupations.proposalApproved(
                        Occupations.with(accepted.facts(), before),
                        accepted.facts().decidedOn());
            case Retired retired ->
                Occupations.ended(
                        Occupations.with(retired.facts(), before),
                        retired.facts().effectiveFrom(),
                        retired.replacedBy());
            case ProposalSubmitted other -> Occupations.with(other.facts(), before);
            case ProposalRejected other -> Occupations.with(other.facts(), before);
            case ConsultationOpened other -> Occupations.with(other.facts(), before);
            case ConsultationExtended other -> Occupations.with(other.facts(), before);
            case ConsultationClosed other -> Occupations.with(other.facts(), before);
            case Submitted other -> Occupations.with(other.facts(), before);
            case Returned other -> Occupations.with(other.facts(), before);
            case AgreedWithConditions other -> Occupations.with(other.facts(), before);
            case ConditionClosed other -> Occupations.with(other.facts(), before);
            case Rejected other -> Occupations.with(other.facts(), before);
            case RevisionStarted other -> Occupations.with(other.facts(), before);
            case RevisionAbandoned other -> Occupations.with(other.facts(), before);
            case RetirementProposed other -> Occupations.with(other.facts(), before);
            case RetirementDeclined declined -> Occupations.goingOn(Occupations.with(declined.facts(), before));
            case Withdrawn other -> Occupations.with(other.facts(), before);
            case Reinstated reinstated -> Occupations.withoutVersion(Occupations.with(reinstated.facts(), before));
        };
    }

    /** An occupation was spotted or proposed; it is a potential standard now. */
    record Proposed(@JsonUnwrapped Facts facts, Occupation occupation) implements Announcement {}

    /** A standard that already existed was taken over with its own version, dates and products. */
    record Registered(@JsonUnwrapped Facts facts, Occupation occupation) implements Announcement {}

    /** An employer group asked to develop the standard. */
    record ProposalSubmitted(@JsonUnwrapped Facts facts) implements Announcement {}

    /** Development of the standard was agreed. */
    record ProposalAccepted(@JsonUnwrapped Facts facts, List<String> conditions) implements Announcement {
        public ProposalAccepted {
            conditions = List.copyOf(conditions);
        }
    }

    /** Development was not agreed; the occupation stays potential. */
    record ProposalRejected(@JsonUnwrapped Facts facts, List<String> reasons) implements Announcement {
        public ProposalRejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** The draft is open to comments by everybody until {@code closesAt}. */
    record ConsultationOpened(@JsonUnwrapped Facts facts, Instant closesAt, String zone, Occupation draft)
            implements Announcement {}

    /** The consultation closes later than announced. */
    record ConsultationExtended(@JsonUnwrapped Facts facts, Instant closesAt, String zone) implements Announcement {}

    /**
     * The consultation is over.
     *
     * @param comments how many were made; nothing in announcements from before they were counted
     * @param dispositions what became of them
     */
    record ConsultationClosed(
            @JsonUnwrapped Facts facts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer comments,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Dispositions dispositions)
            implements Announcement {}

    /** The employer group sent the finished draft to the approvers. */
    record Submitted(@JsonUnwrapped Facts facts) implements Announcement {}

    /** The approvers gave the draft back with comments. */
    record Returned(@JsonUnwrapped Facts facts, List<String> comments) implements Announcement {
        public Returned {
            comments = List.copyOf(comments);
        }
    }

    /** The approvers agree once these conditions are met. */
    record AgreedWithConditions(@JsonUnwrapped Facts facts, List<String> conditions) implements Announcement {
        public AgreedWithConditions {
            conditions = List.copyOf(conditions);
        }
    }

    /** One condition of an agreement was met. */
    record ConditionClosed(@JsonUnwrapped Facts facts, String condition) implements Announcement {}

    /** Approval was refused for good. */
    record Rejected(@JsonUnwrapped Facts facts, List<String> reasons) implements Announcement {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A version was approved.
     *
     * @param occupation what that version says
     * @param changeNote what is new in it, in the words of those who decided
     * @param upcoming where it comes into force later: until then the occupation stays as it was before, and
     *     {@link VersionInForce} will tell; nothing where it is in force, or is the first
     */
    record Approved(
            @JsonUnwrapped Facts facts,
            Occupation occupation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String changeNote,

            @JsonInclude(JsonInclude.Include.NON_NULL) Occupation.@Nullable Upcoming upcoming)
            implements Announcement {}

    /** The first day of a version has come that was approved before; it takes the place of the one before it. */
    record VersionInForce(@JsonUnwrapped Facts facts, Occupation occupation) implements Announcement {}

    /** Work on the next version began; the version in force stays. */
    record RevisionStarted(@JsonUnwrapped Facts facts, String reason) implements Announcement {}

    /** Work on the next version ended without one; no number was used. */
    record RevisionAbandoned(@JsonUnwrapped Facts facts, String reason) implements Announcement {}

    /** A product was added, or changed its facts or its status. */
    record ProductChanged(
            @JsonUnwrapped Facts facts,
            Product product,
            @Nullable String reason,
            Occupation occupation) implements Announcement {}

    /** The green theme was set. */
    record GreenThemeSet(@JsonUnwrapped Facts facts, Occupation occupation) implements Announcement {}

    /** Progression links were confirmed or removed. */
    record ProgressionChanged(@JsonUnwrapped Facts facts, Occupation occupation) implements Announcement {}

    /** The public is asked whether the standard should be retired. */
    record RetirementProposed(@JsonUnwrapped Facts facts, String reason, LocalDate consultationClosesOn)
            implements Announcement {}

    /** The standard stays approved after all: a last day and a replacement that were told before are taken back. */
    record RetirementDeclined(@JsonUnwrapped Facts facts, String reason) implements Announcement {}

    /** The standard was retired, perhaps in favour of another. */
    record Retired(
            @JsonUnwrapped Facts facts,
            String reason,
            @Nullable String replacedBy) implements Announcement {}

    /** The standard was withdrawn before it was finished. */
    record Withdrawn(@JsonUnwrapped Facts facts, String reason) implements Announcement {}

    /** A retired or withdrawn standard is a potential one again: no version of it is in force, and nothing replaces it. */
    record Reinstated(@JsonUnwrapped Facts facts, String reason) implements Announcement {}

    /**
     * A recorded fact was put right, with the reason; the earlier record stays in the history.
     *
     * @param correctedVersion the version whose dates were put right, where it is that; not always the last one, which is
     *     in {@code occupation}
     * @param consultation the one that goes on again, where a standard or a revision was taken up again that was given up
     *     while the public was asked
     */
    record Corrected(
            @JsonUnwrapped Facts facts,
            String reason,
            Occupation occupation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            VersionDates correctedVersion,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            RunningConsultation consultation)
            implements Announcement {}
}
