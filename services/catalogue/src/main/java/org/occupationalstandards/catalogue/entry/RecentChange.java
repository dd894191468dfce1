package org.occupationalstandards.catalogue.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.AnnouncementType;

/**
 * Something that happened lately to a standard.
 *
 * @param product where it happened to one of its products, and is known
 */
public record RecentChange(
        String reference,
        String title,
        AnnouncementType type,
        String version,
        Instant recordedAt,
        @Nullable ProductChange product) {}
