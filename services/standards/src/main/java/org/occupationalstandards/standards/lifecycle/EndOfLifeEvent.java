package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened when work was given up, or a standard ended or came back. */
public sealed interface EndOfLifeEvent extends StandardEvent {

    /** The group wants to give up. */
    record WithdrawalRequested(String reason, String by, Instant at) implements EndOfLifeEvent {}

    /** The work goes on: the officials do not give it up. */
    record WithdrawalDeclined(List<String> reasons, String by, Instant at) implements EndOfLifeEvent {}

    /** The group does not want to give up any more. */
    record WithdrawalTakenBack(@Nullable String reason, String by, Instant at) implements EndOfLifeEvent {}

    /** The standard was given up before it was approved. */
    record StandardWithdrawn(String reason, LocalDate decidedOn, String by, Instant at) implements EndOfLifeEvent {}

    /** Work on the next version was given up; the version in force stays, and no number was used. */
    record RevisionWithdrawn(String reason, String by, Instant at) implements EndOfLifeEvent {}

    /** The public is asked whether the standard should end, until the closing time. */
    record RetirementProposed(
            String reason,
            Instant closesAt,
            String zone,
            @Nullable String replacedBy,
            String by,
            Instant at) implements EndOfLifeEvent {}

    /** The standard stays. */
    record RetirementDeclined(List<String> reasons, LocalDate decidedOn, String by, Instant at)
            implements EndOfLifeEvent {}

    /** The standard will end after its last day, which has not come yet. */
    record RetirementDecided(
            LocalDate lastDay,
            @Nullable String replacedBy,
            @Nullable String reason,
            LocalDate decidedOn,
            String by,
            Instant at)
            implements EndOfLifeEvent {}

    /**
     * The standard has ended.
     *
     * @param lastDay last day on which its version is in force
     * @param decidedOn day of the decision
     */
    record StandardRetired(LocalDate lastDay, @Nullable String replacedBy, LocalDate decidedOn, String by, Instant at)
            implements EndOfLifeEvent {}

    /** Another standard has taken the place of this one. */
    record ReplacementNamed(String reference, String by, Instant at) implements EndOfLifeEvent {}

    /** The occupation is potential again; a version approved later carries on the numbers of those before. */
    record StandardReinstated(String reason, LocalDate decidedOn, String by, Instant at) implements EndOfLifeEvent {}
}
