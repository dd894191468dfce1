package org.occupationalstandards.notifications.feed;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the feed's answers look like, for their description only: they are written byte by byte. */
interface Answers {

    /** A page of changes. */
    @Schema(name = "Changes")
    record Changes(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "In the order in which they were announced")
            List<Change> items,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Cursor to go on from, as after; all that has to be kept")
            String next) {}

    /** One change. */
    @Schema(name = "Change")
    record Change(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Of the event, the same on every channel")
            String id,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "What was announced",
                    example = "standards.standard.approved.v1")
            String type,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Reference of the standard",
                    example = "OCC0218")
            String subject,

            @Schema(requiredMode = RequiredMode.REQUIRED, description = "When the system of record stored it")
            Instant time,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Grows with every change of a standard: one that is not greater has been seen")
            long sequence,

            @Schema(description = "Address of the JSON Schema of data")
            URI dataschema,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    additionalProperties = AdditionalPropertiesValue.TRUE,
                    description = "As dataschema says: facts, the difference, and what belongs to the type")
            Map<String, Object> data) {}

    /** Everything as it is now. */
    @Schema(name = "Snapshot")
    record Snapshot(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Cursor of the changes that follow, as after")
            String next,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "Occupations in the order of references, each as"
                            + " /schemas/standards.standard.state.v1.json says")
            List<Map<String, Object>> items) {}
}
