package org.occupationalstandards.standards.worklist;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.Stage;

/** One page of a worklist; it follows the events within moments. */
record WorklistPage(List<Item> items, long total, int page, int size) {

    record Item(
            String reference,
            String title,
            Stage stage,
            int level,
            Route route,

            @Schema(description = "The employer group that develops the standard") @Nullable
            UUID owner,

            @Schema(description = "Whose turn it is") Audience who,

            @Schema(description = "The same as a part of a sentence, such as: the panel of the route")
            String says,

            @Schema(description = "What they have to do, as the end of a sentence that begins with who it is")
            String what,

            @Schema(description = "Since when it has been their turn")
            Instant since,

            @Schema(description = "When it is expected, where that is said") @Nullable
            Instant dueBy,

            boolean overdue,

            @Schema(description = "The standard, with all that can be done with it")
            String href,

            @Schema(description = "What does it") Action action) {}

    record Action(
            String name,
            @Schema(description = "What it will do") String does,
            @Schema(description = "Who will be told") List<String> told,
            String method,
            String href) {}
}
