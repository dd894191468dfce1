package org.occupationalstandards.catalogue.entry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.ChangeClass;

/**
 * One approved version of an occupational standard.
 *
 * @param number such as 1.0
 * @param changeNote what is new in it, in the words of those who approved it, where they said so
 * @param approvedOn day of the decision
 * @param effectiveFrom first day on which it is in force
 * @param effectiveTo last day, where it is known
 * @param recordedAt when the system of record stored the decision
 */
public record Version(
        String number,
        ChangeClass changeClass,
        @Nullable String changeNote,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Instant recordedAt) {}
