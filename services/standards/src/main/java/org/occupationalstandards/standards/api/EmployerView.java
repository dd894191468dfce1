package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/** An employer of the register. */
record EmployerView(
        UUID id,
        @Schema(description = "Of the last event; the ETag") long sequence,
        String name,
        EmployerSize size,

        @Schema(description = "Names that it went by before; they still find it")
        List<String> formerly,

        @Schema(description = "Ids of the employer groups that it belongs to")
        List<UUID> groups) {}
