package org.occupationalstandards.catalogue.entry;

import java.time.Instant;
import org.occupationalstandards.contracts.AnnouncementType;

/** Something that happened lately to a standard. */
public record RecentChange(String reference, String title, AnnouncementType type, String version, Instant recordedAt) {}
