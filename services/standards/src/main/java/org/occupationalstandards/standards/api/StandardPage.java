package org.occupationalstandards.standards.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.Status;

/** One page of the list of standards; it follows the events within moments. */
record StandardPage(List<Item> items, long total, int page, int size) {

    record Item(
            String reference,
            String title,
            Stage stage,
            Status status,
            String version,
            int level,
            Route route,
            @Nullable UUID owner,
            Instant lastChanged,
            long sequence) {}
}
