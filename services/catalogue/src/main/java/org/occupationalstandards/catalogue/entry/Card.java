package org.occupationalstandards.catalogue.entry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/** An occupation as lists and the map show it: one row, one card. */
public record Card(
        String reference,
        String title,
        Status status,
        String version,
        int level,
        Tier tier,
        Route route,
        @Nullable String pathway,
        @Nullable String cluster,
        @Nullable String overview,
        boolean withoutApprenticeship,
        Green green,
        List<Product> products,
        @Nullable Instant lastChanged) {
    public Card {
        products = List.copyOf(products);
    }
}
