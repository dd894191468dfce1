package org.occupationalstandards.notifications.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
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

    private static final Duration WHEN_FULL = Duration.ofSeconds(10);

    private final Snapshots snapshots;
    private final Places places;

    SnapshotApi(Snapshots snapshots, ReaderSettings settings) {
        this.snapshots = snapshots;
        this.places = new Places(
                settings.snapshots(), settings.snapshotsPerAddress(), WHEN_FULL, "Try again in a few seconds.");
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
            HttpServletRequest client,
            HttpServletResponse response)
            throws IOException {
        FeedQuery.refuseAny(parameters);
        send(Snapshots.Form.JSON, MediaType.APPLICATION_JSON_VALUE, client, response);
    }

    /** The cursor as {@code {"next": cursor}} on the first line, then one occupation a line. */
    @GetMapping(path = "/snapshot", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(hidden = true)
    void lines(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest client,
            HttpServletResponse response)
            throws IOException {
        FeedQuery.refuseAny(parameters);
        send(Snapshots.Form.LINES, MediaType.APPLICATION_NDJSON_VALUE, client, response);
    }

    private void send(Snapshots.Form form, String type, HttpServletRequest client, HttpServletResponse response)
            throws IOException {
        try (var place = places.take(client);
                var copy = snapshots.open(form)) {
            response.setContentType(type);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setContentLengthLong(copy.length());
            copy.stream().transferTo(response.getOutputStream());
        }
    }
}
