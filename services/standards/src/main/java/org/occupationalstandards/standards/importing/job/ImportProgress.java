package org.occupationalstandards.standards.importing.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.importing.ImportProblem;

/** How far a file has been worked off. */
record ImportProgress(
        UUID id,
        State state,

        @Schema(description = "Records in the file; missing until it has been read to its end") @Nullable
        Integer total,

        @Schema(description = "Records that are registered now")
        int accepted,

        @Schema(description = "How many of them were registered before, exactly so")
        int unchanged,

        @Schema(description = "Records that were not taken, each with all its reasons")
        List<RefusedRecord> refused,

        @Schema(description = "Records of which something was taken differently from how it stood in the file, and why")
        List<NotedRecord> notes,

        Instant submittedAt,
        @Nullable Instant doneAt) {

    enum State {
        RUNNING,
        DONE
    }

    record NotedRecord(
            @Schema(description = "Its place in the file, from 1")
            int number,

            @Schema(description = "How the file calls it") String record,
            List<String> notes) {}

    record RefusedRecord(
            @Schema(description = "Its place in the file, from 1")
            int number,

            @Schema(description = "How the file calls it") String record,
            List<ImportProblem> problems) {}
}
