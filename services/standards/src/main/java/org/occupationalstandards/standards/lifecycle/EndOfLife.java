package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far giving up or ending has come.
 *
 * @param withdrawalReason why the group wants to give up, where it has asked to
 * @param retirementReason why the standard should end, where that was proposed
 * @param decidedOn day of the decision to end it
 * @param lastDay its last day, decided and not come yet
 * @param replacedBy reference of the standard that takes or took its place
 */
public record EndOfLife(
        @Nullable String withdrawalReason,
        @Nullable String retirementReason,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate lastDay,
        @Nullable String replacedBy) {

    static EndOfLife none() {
        return new EndOfLife(null, null, null, null, null);
    }

    EndOfLife withdrawalAsked(@Nullable String reason) {
        return new EndOfLife(reason, retirementReason, decidedOn, lastDay, replacedBy);
    }

    EndOfLife replacedBy(@Nullable String reference) {
        return new EndOfLife(withdrawalReason, retirementReason, decidedOn, lastDay, reference);
    }
}
