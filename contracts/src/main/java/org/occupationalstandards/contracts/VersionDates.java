package org.occupationalstandards.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one version.
 *
 * @param number such as 1.0
 * @param approvedOn day of the decision that made it
 * @param effectiveFrom first day on which it is in force
 * @param effectiveTo last day on which it is, where a later version or an end is known
 */
public record VersionDates(
        String number,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {}
