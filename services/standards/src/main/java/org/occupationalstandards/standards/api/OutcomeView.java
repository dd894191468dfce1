package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.overlap.Overlapping;
import tools.jackson.databind.JsonNode;

/** What a command led to. */
record OutcomeView(
        String reference,

        @Schema(description = "Of the last event; the new ETag")
        long sequence,

        @Schema(description = "What was recorded; empty where nothing changed")
        List<EventView> events,

        @Schema(
                description =
                        "Existing standards that it overlaps with, each with what they share; after propose, save-proposal and submit-proposal only")
        @Nullable
        List<Overlapping> overlaps) {

    record EventView(
            @Schema(description = "Such as proposal-accepted")
            String type,

            @Schema(description = "What was recorded", type = "object")
            JsonNode data) {}

    /** What saving a draft changed. */
    record DraftOutcome(
            String reference,
            long sequence,

            @Schema(description = "Every difference that was found; empty where there was none")
            List<Change> changes,

            @Schema(description = "How many votes are void because of it")
            int votesVoid) {}
}
