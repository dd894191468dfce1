package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that a standard keeps beside those of its versions.
 *
 * @param createdOn when it was put on the map
 * @param proposalApprovedOn when its development was agreed
 * @param lastChanged when the last event was decided
 */
public record Dates(
        @Nullable LocalDate createdOn,
        @Nullable LocalDate proposalApprovedOn,
        @Nullable Instant lastChanged) {

    static Dates none() {
        return new Dates(null, null, null);
    }

    Dates created(LocalDate day) {
        return new Dates(day, proposalApprovedOn, lastChanged);
    }

    Dates proposalApproved(LocalDate day) {
        return new Dates(createdOn, day, lastChanged);
    }

    Dates changed(@Nullable Instant at) {
        return new Dates(createdOn, proposalApprovedOn, at);
    }
}
