package org.occupationalstandards.standards.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;
import org.occupationalstandards.standards.lifecycle.content.Soc2020;

/**
 * A whole draft on the wire, the same to read and to write. Ids that are missing are given by the service: an unchanged text
 * keeps the id it has.
 */
// What reading a standard says beside its content, so that what was read can be changed and sent back.
@JsonIgnoreProperties({"revision", "changeClass"})
@Schema(description = "The whole draft. What is left out is empty; only a missing title leaves the title as it is.")
record DraftDocument(
        @Nullable String title,
        @Nullable String overview,
        @Nullable String summary,

        @Schema(description = "In whole pounds a year") @Nullable
        Integer medianSalary,

        @Nullable Soc2020 soc2020,
        @Nullable List<String> employers,
        @Nullable List<String> typicalJobTitles,
        @Nullable List<String> greenJobTitles,
        @Nullable List<String> keywords,
        @Nullable List<StatementEntry> knowledge,
        @Nullable List<StatementEntry> skills,
        @Nullable List<StatementEntry> behaviours,
        @Nullable List<DutyEntry> duties,
        @Nullable List<OptionEntry> options,
        @Nullable List<String> professionalRecognition,
        @Nullable String regulatedBy,
        @Nullable List<String> mandatoryQualifications) {

    /** One knowledge, skill or behaviour. */
    record StatementEntry(
            @Schema(description = "What identifies the statement for ever") @Nullable
            UUID id,

            @Schema(description = "Its place, such as K1; given by the order, and needed only where duties refer to it")
            @Nullable
            String label,

            @Required @Nullable String text) {}

    record DutyEntry(
            @Nullable UUID id,
            @Nullable String label,
            @Required @Nullable String text,

            @Schema(description = "Whether everybody in the occupation does it; true where nothing is said") @Nullable
            Boolean core,

            @Nullable List<String> criteria,

            @Schema(description = "Knowledge, skills and behaviours that it needs: ids, or labels such as K1") @Nullable
            List<String> ksbs,

            @Schema(description = "Options that it belongs to, none for all: ids, or labels such as O1") @Nullable
            List<String> options) {}

    record OptionEntry(
            @Nullable UUID id,
            @Nullable String label,
            @Required @Nullable String title) {}
}
