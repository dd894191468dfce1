package org.occupationalstandards.notifications.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything as it is now, and the cursor to go on from: a cold start in two requests that misses nothing. What was
 * announced after the cursor may be in it already; a change whose sequence is not greater than that of the occupation
 * here has been seen.
 */
@RestController
@Tag(name = "Changes")
class SnapshotApi {

    /** At once; each may keep a file on disk that newer ones have replaced, for as long as it likes to read. */
    static final int MOST_READERS = 20;

    private static final String TRY_AGAIN_AFTER_SECONDS = "10";

    private final Snapshots snapshots;
    private final Semaphore readers = new Semaphore(MOST_READERS);

    SnapshotApi(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** {@code {"next": cursor, "items": [occupation, ...]}}, in the order of references. */
    @GetMapping(path = "/snapshot", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Everything as it is now, and the cursor to go on from",
            description =
                    "What was announced after the cursor may be in it already: a change whose sequence is not greater"
                            + " than that of the occupation here has been seen.")
    @ApiResponse(
            responseCode = "200",
            description =
                    "All occupations; as application/x-ndjson the cursor on the first line, then one occupation a line",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Answers.Snapshot.class)),
                @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string"))
            })
    void json(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        FeedQuery.refuseAny(parameters);
        send(Snapshots.Form.JSON, MediaType.APPLICATION_JSON_VALUE, response);
    }

    /** The cursor as {@code {"next": cursor}} on the first line, then one occupation a line. */
    @GetMapping(path = "/snapshot", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(hidden = true)
    void lines(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        FeedQuery.refuseAny(parameters);
        send(Snapshots.Form.LINES, MediaType.APPLICATION_NDJSON_VALUE, response);
    }

    private void send(Snapshots.Form form, String type, HttpServletResponse response) throws IOException {
        if (!readers.tryAcquire()) {
            throw ProblemException.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "too-many-readers",
                            "Too many read the snapshot",
                            "Too many clients are reading the snapshot. Try again in a few seconds.")
                    .header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER_SECONDS);
        }
        try (var copy = snapshots.open(form)) {
            response.setContentType(type);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setContentLengthLong(copy.length());
            copy.stream().transferTo(response.getOutputStream());
        } finally {
            readers.release();
        }
    }
}
