package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Required;

/**
 * Takes over a standard that already exists, with its own status, version and dates; nothing of its earlier life is
 * made up.
 *
 * @param version as it stands; 0.0 or nothing unless it was approved
 * @param createdOn when it was put on the map
 * @param proposalApprovedOn when its development was agreed
 * @param approvedOn when the version was approved
 * @param effectiveFrom first day of the version
 * @param effectiveTo last day of the version, for one that has ended
 * @param content what the version says, or the draft of one in development; may be nearly empty but for its title
 */
public record RegisterExisting(
        @Nullable String reference,
        @Required @Nullable Status status,
        @Nullable String version,
        @Required @Nullable Integer level,
        @Required @Nullable Integer route,
        @Nullable String pathway,
        @Nullable String cluster,
        @Nullable UUID group,
        @Nullable LocalDate createdOn,
        @Nullable LocalDate proposalApprovedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Required @Nullable Content content,
        @Nullable List<Product> products,
        @Nullable GreenTheme green,
        @Nullable List<ProgressionLink> progression)
        implements StandardCommand {}
