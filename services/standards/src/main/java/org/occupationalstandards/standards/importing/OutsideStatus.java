package org.occupationalstandards.standards.importing;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.Status;

/**
 * What the published statuses mean here. They are statuses of the apprenticeship; a standard and the apprenticeship on it
 * have lives of their own, so each word says two things.
 *
 * @param standard of the occupational standard
 * @param apprenticeship of the product on it; nothing where there is none, because it never came to be
 */
record OutsideStatus(Status standard, @Nullable ProductStatus apprenticeship) {

    /** For a record that says nothing of its status and shows no sign of an approval: the least that can be said. */
    static final OutsideStatus UNKNOWN = new OutsideStatus(Status.POTENTIAL, null);

    static final OutsideStatus APPROVED = new OutsideStatus(Status.APPROVED, ProductStatus.APPROVED_FOR_DELIVERY);

    private static final Map<String, OutsideStatus> BY_WORDS = Map.ofEntries(
            Map.entry("approvedfordelivery", APPROVED),
            Map.entry("approvedfordeliverypaused", new OutsideStatus(Status.APPROVED, ProductStatus.STARTS_PAUSED)),
            Map.entry(
                    "approvedfordeliverystartspaused", new OutsideStatus(Status.APPROVED, ProductStatus.STARTS_PAUSED)),
            Map.entry("indevelopment", new OutsideStatus(Status.IN_DEVELOPMENT, ProductStatus.IN_DEVELOPMENT)),
            Map.entry("proposalindevelopment", UNKNOWN),
            // A decommissioned apprenticeship was never delivered: the occupation went back to being a potential one.
            Map.entry("decommissioned", UNKNOWN),
            // Retiring an apprenticeship leaves the occupational standard in place.
            Map.entry("retired", new OutsideStatus(Status.APPROVED, ProductStatus.RETIRED)),
            Map.entry("withdrawn", new OutsideStatus(Status.WITHDRAWN, null)));

    /** The meaning of a published status; letter case, space and punctuation do not matter. */
    static @Nullable OutsideStatus of(String published) {
        return BY_WORDS.get(published.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }
}
