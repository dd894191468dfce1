package org.occupationalstandards.notifications.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Cursor;
import org.occupationalstandards.notifications.feed.FeedPages;
import org.occupationalstandards.notifications.feed.FeedQuery;
import org.occupationalstandards.notifications.feed.Filter;
import org.occupationalstandards.notifications.feed.FilterParameters;
import org.occupationalstandards.notifications.feed.Horizon;
import org.occupationalstandards.notifications.feed.Places;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The change feed as server-sent events. Each client has a virtual thread that reads by cursor and writes; nothing is
 * kept for a client but its cursor, so one that reads slowly costs no more than one that reads fast.
 */
@RestController
@Tag(name = "Changes")
class StreamApi {

    /** Written at once; a client that is far behind gets many of these. */
    private static final int CHUNK = 50;

    private static final Duration WHEN_FULL = Duration.ofSeconds(30);

    private final FeedPages pages;
    private final Horizon horizon;
    private final StreamSettings settings;
    private final Places places;

    StreamApi(FeedPages pages, Horizon horizon, StreamSettings settings, MeterRegistry metrics) {
        this.pages = pages;
        this.horizon = horizon;
        this.settings = settings;
        this.places = new Places(
                settings.clients(), settings.clientsPerAddress(), WHEN_FULL, "GET /changes answers meanwhile.");
        metrics.gauge("notifications.stream.clients", places, Places::taken);
    }

    @GetMapping(path = "/changes/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Changes as they happen, as server-sent events",
            description =
                    "The data of each event is a Change as GET /changes shows it, its id the cursor to go on from."
                            + " Comments break the silence, and move the cursor past what the filter leaves out.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Cursor to begin after; what is announced from now on where it is not given",
            schema = @Schema(type = "string"))
    @FilterParameters
    @ApiResponse(
            responseCode = "200",
            description = "A stream that does not end by itself",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    void stream(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(description = "Id of the last event that was heard; counts before after")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var query = FeedQuery.filtered(parameters, Set.of("after"));
        var from = lastEventId == null || lastEventId.isEmpty()
                ? query.cursor("after", new Cursor(horizon.position()), horizon)
                : query.cursorOfHeader("Last-Event-ID", lastEventId, horizon);
        var filter = query.filter();
        query.check();
        try (var place = places.take(request)) {
            write(response, from, filter);
        }
    }

    private void write(HttpServletResponse response, Cursor from, Filter filter)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        out.write("retry: 3000\n".getBytes(StandardCharsets.UTF_8));
        var cursor = from;
        heartbeat(response, cursor);
        while (!horizon.isClosed()) {
            var page = pages.after(cursor, CHUNK, filter, FeedPages.Form.EVENT_STREAM);
            cursor = page.next();
            if (!page.empty()) {
                out.write(page.bytes());
                out.flush();
            }
            if (!page.full() && !horizon.awaitBeyond(cursor.position(), settings.heartbeat())) {
                heartbeat(response, cursor);
            }
        }
    }

    /** Shows that the connection lives, and moves the place to resume from past what the filter left out. */
    private static void heartbeat(HttpServletResponse response, Cursor cursor) throws IOException {
        response.getOutputStream().write((": here\nid: " + cursor + "\n\n").getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
