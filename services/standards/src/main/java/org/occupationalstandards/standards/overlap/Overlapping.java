package org.occupationalstandards.standards.overlap;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.content.Overlap;

/** An existing standard with what it shares with a proposal. */
public record Overlapping(
        String reference,
        String title,
        Status status,
        int level,

        @Schema(description = "Words that both titles have") List<String> words,

        @Schema(
                description =
                        "Job titles of the existing standard that the proposal has, too, as its title or among its own")
        List<String> jobTitles,

        @Schema(description = "Statements and duties of the existing standard that say nearly what the proposal says")
        List<Overlap.Shared> statements,

        String href) {}
