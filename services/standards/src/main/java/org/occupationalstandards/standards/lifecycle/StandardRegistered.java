package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;

/** A standard that already existed was taken over with its own status, version and dates. */
public record StandardRegistered(
        String reference,
        Status status,
        String version,
        int level,
        int route,
        @Nullable String pathway,
        @Nullable String cluster,
        @Nullable UUID group,
        @Nullable LocalDate createdOn,
        @Nullable LocalDate proposalApprovedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Content content,
        List<Product> products,
        GreenTheme green,
        List<ProgressionLink> progression,
        String by,
        Instant at)
        implements StandardEvent {}
