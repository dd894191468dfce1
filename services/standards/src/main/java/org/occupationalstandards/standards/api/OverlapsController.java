package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.overlap.Overlapping;
import org.occupationalstandards.standards.overlap.Overlaps;
import org.occupationalstandards.standards.overlap.Proposed;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether there is a standard already for what somebody wants to propose. */
@RestController
@Tag(name = "Overlaps", description = "Existing standards that a proposal overlaps with")
class OverlapsController {

    private static final int LONGEST = 1_000;
    private static final int MOST = 200;

    private final Overlaps overlaps;
    private final StandardStore standards;

    OverlapsController(Overlaps overlaps, StandardStore standards) {
        this.overlaps = overlaps;
        this.standards = standards;
    }

    /** At most a handful: what they share is what matters. */
    record Answer(List<Overlapping> overlaps) {}

    @GetMapping(path = "/overlaps", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Existing standards that overlap with an occupation before it is proposed", description = """
                    Those that share most first, each with the words, job titles and statements that it shares; none where nothing
                    is worth a warning.""")
    @Parameter(name = "title", in = ParameterIn.QUERY, required = true, description = "What it would be called")
    @Parameter(
            name = "jobTitle",
            in = ParameterIn.QUERY,
            description = "A typical job title",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "statement",
            in = ParameterIn.QUERY,
            description = "A duty, or a knowledge, skill or behaviour statement",
            array = @ArraySchema(schema = @Schema(type = "string")))
    Answer before(
            // All at once: a list of its own would be split at each comma where there is but one.
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        var title = Objects.requireNonNullElse(parameters.getFirst("title"), "").strip();
        var jobTitles = parameters.getOrDefault("jobTitle", List.of());
        var statements = parameters.getOrDefault("statement", List.of());
        var faults = new ArrayList<Fault>();
        if (title.isEmpty()) {
            faults.add(Fault.ofParameter("title", "title is needed: what the occupation would be called."));
        }
        tooMuch("title", List.of(title), faults);
        tooMuch("jobTitle", jobTitles, faults);
        tooMuch("statement", statements, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new Answer(overlaps.with(new Proposed(null, title, jobTitles, List.of(), statements)));
    }

    @GetMapping(path = "/standards/{reference}/overlaps", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Existing standards that overlap with this one, as its draft stands")
    Answer of(@PathVariable String reference) {
        var standard = standards.load(reference).orElseThrow(() -> Refusals.unknown(reference));
        return new Answer(overlaps.with(ProposedStandards.of(standard)));
    }

    private static void tooMuch(String parameter, List<String> texts, List<Fault> faults) {
        if (texts.size() > MOST || texts.stream().anyMatch(text -> text.length() > LONGEST)) {
            faults.add(Fault.ofParameter(
                    parameter,
                    "%s may be given %d times, with %d characters each.".formatted(parameter, MOST, LONGEST)));
        }
    }
}
