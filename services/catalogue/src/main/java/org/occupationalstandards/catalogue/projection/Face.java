package org.occupationalstandards.catalogue.projection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Occupation.Upcoming;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/**
 * What an announcement without content of its own can change of an occupation. Laid over the content that was there, it
 * makes the whole: a day of the history keeps no more than this.
 */
record Face(
        String title,
        Status status,
        String version,
        int level,
        Tier tier,
        Route route,
        boolean withoutApprenticeship,
        @Nullable String replacedBy,
        @Nullable LocalDate proposalApprovedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Instant lastChanged,
        long sequence,
        @Nullable Upcoming upcoming) {

    static Face of(Occupation it) {
        return new Face(
                it.title(),
                it.status(),
                it.version(),
                it.level(),
                it.tier(),
                it.route(),
                it.withoutApprenticeship(),
                it.replacedBy(),
                it.proposalApprovedOn(),
                it.approvedOn(),
                it.effectiveFrom(),
                it.effectiveTo(),
                it.lastChanged(),
                it.sequence(),
                it.upcoming());
    }
}
