package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Giving up, ending, coming back. */
public sealed interface EndOfLifeCommand extends StandardCommand {

    /** The group asks to give up the work that is under way. */
    record RequestWithdrawal(@Required @Nullable String reason) implements EndOfLifeCommand {}

    /** Does not give up the work, though the group has asked for it. */
    record DeclineWithdrawal(@Required @Nullable List<String> reasons) implements EndOfLifeCommand {}

    /** The group does not want to give up any more. */
    record TakeBackWithdrawal(@Nullable String reason) implements EndOfLifeCommand {}

    /** Gives up work that is under way: on the standard, or on its next version only where one is in force. */
    record Withdraw(@Required @Nullable String reason) implements EndOfLifeCommand {}

    /**
     * Asks the public whether an approved standard should end.
     *
     * @param closesAt when the consultation ends; the policy's usual length from now where nothing is said
     * @param replacedBy reference of the standard that takes its place
     */
    record ProposeRetirement(
            @Required @Nullable String reason,
            @Nullable Instant closesAt,
            @Nullable String zone,
            @Nullable String replacedBy)
            implements EndOfLifeCommand {}

    /**
     * Ends an approved standard, after the consultation.
     *
     * @param lastDay last day on which its version is in force; today where nothing is said
     * @param replacedBy reference of the standard that takes its place; the proposed one where nothing is said
     */
    record Retire(
            @Nullable LocalDate lastDay,
            @Nullable String replacedBy,
            @Nullable String reason) implements EndOfLifeCommand {}

    /** Keeps the standard after all. */
    record DeclineRetirement(@Required @Nullable List<String> reasons) implements EndOfLifeCommand {}

    /** Says which standard has taken the place of a retired one. */
    record NameReplacement(@Required @Nullable String reference) implements EndOfLifeCommand {}

    /** Brings a retired or withdrawn occupation back as potential. */
    record Reinstate(@Required @Nullable String reason) implements EndOfLifeCommand {}
}
