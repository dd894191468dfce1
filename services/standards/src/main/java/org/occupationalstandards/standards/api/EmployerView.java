package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/** An employer of the register. */
record EmployerView(
        UUID id,
        @Schema(description = "Of the last event; the ETag") long sequence,
        String name,
        EmployerSize size,

        @Schema(description = "Names that it went by before; they still find it")
        List<String> formerly,

        @Schema(description = "Id of the entry that stands for this one, where they were found to be the same employer")
        @Nullable
        UUID mergedInto,

        @Schema(description = "Ids of the entries that were merged into this one")
        List<UUID> takenIn,

        @Schema(description = "Ids of the employer groups that it belongs to, under whichever of its entries")
        List<UUID> groups) {}
