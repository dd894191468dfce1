package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything that happened to a standard. */
record HistoryView(String reference, List<Entry> events) {

    record Entry(
            long sequence,

            @Schema(description = "The same id as in the change stream")
            String id,

            @Schema(description = "Such as proposal-accepted")
            String type,

            @Schema(description = "Opaque id of who did it") String by,
            Instant recordedAt,

            @Schema(description = "First day on which it has effect, where that is another matter than its record")
            @Nullable
            LocalDate effectiveFrom,

            @Schema(description = "What was recorded", type = "object")
            JsonNode data) {}
}
