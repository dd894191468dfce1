package org.occupationalstandards.catalogue.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/**
 * What somebody is looking for; what is null does not matter.
 *
 * @param q words of the title, job titles, keywords or overview
 * @param route id of a route
 * @param product occupations on which such a product is built
 * @param asOf the catalogue as it was at the end of that day
 */
public record Search(
        @Nullable String q,
        @Nullable Integer route,
        @Nullable Integer level,
        @Nullable Tier tier,
        @Nullable Status status,
        @Nullable ProductType product,
        @Nullable Green green,
        @Nullable LocalDate asOf) {

    /** Everything, as it is now. */
    public static final Search EVERYTHING = new Search(null, null, null, null, null, null, null, null);

    /** Everything in one route, as it is now. */
    public static Search inRoute(int route) {
        return new Search(null, route, null, null, null, null, null, null);
    }
}
