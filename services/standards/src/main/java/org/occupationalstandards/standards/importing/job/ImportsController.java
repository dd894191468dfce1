package org.occupationalstandards.standards.importing.job;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.standards.api.Preconditions;
import org.occupationalstandards.standards.eventsourcing.Once;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of existing standards. */
@RestController
@RequestMapping(path = "/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports", description = "Taking over standards that already exist")
class ImportsController {

    private final ImportJobs jobs;
    private final ImportRunner runner;

    ImportsController(ImportJobs jobs, ImportRunner runner) {
        this.jobs = jobs;
        this.runner = runner;
    }

    @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, "text/csv", MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Hands in a file", description = """
                    The text of a standard's public page (text/plain), a list of occupations (text/csv) or the Skills England
                    feed (application/json). It is worked off in the background; a record that is refused never stops the
                    rest, and the same file again changes nothing. With an Idempotency-Key that was used before it is the
                    same import.""")
    @ApiResponse(responseCode = "202", description = "It is being worked off", useReturnTypeSchema = true)
    ResponseEntity<ImportProgress> add(
            CurrentCaller caller,
            @RequestHeader("Content-Type") MediaType type,
            @RequestHeader(name = Preconditions.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestBody byte[] file) {
        var kind = FileKind.of(type).orElseThrow(() -> ProblemException.notFound("There is no reader for " + type));
        var once = Preconditions.once(key, "POST", "/imports", kind.name(), Once.fingerprint(file));
        var id = jobs.add(kind, file, caller.subject(), once);
        runner.call();
        return ResponseEntity.accepted().location(URI.create("/imports/" + id)).body(progress(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a file has been worked off")
    ImportProgress progress(@PathVariable UUID id) {
        return jobs.progress(id).orElseThrow(() -> ProblemException.notFound("There is no import " + id + "."));
    }
}
