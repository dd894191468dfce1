package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Something that stands against a step; a problem document is what answers the attempt. */
record Objection(
        @Schema(description = "JSON pointer (RFC 6901) to the part, empty for the whole")
        String pointer,

        @Schema(description = "What is wrong or missing, in plain words")
        String message) {

    static List<Objection> of(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Objection(problem.pointer(), problem.message()))
                .toList();
    }
}
