package org.occupationalstandards.notifications.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The change feed for those who come and ask. */
@RestController
@Tag(name = "Changes")
class ChangesApi {

    private static final int USUAL_PAGE = 100;
    private static final int LONGEST_PAGE = 1_000;

    /** Proxies and clients give up on silence after a minute or so. */
    private static final int LONGEST_WAIT_SECONDS = 55;

    /** A page that is full never changes; a day is long enough for every poller behind a cache. */
    private static final CacheControl FULL_PAGE =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();

    /** Until somebody has been answered who waits. */
    private static final Duration WHEN_FULL = Duration.ofSeconds(5);

    private static final CacheControl LAST_PAGE = CacheControl.noCache().cachePublic();

    private final FeedPages pages;
    private final Horizon horizon;
    private final Places places;

    ChangesApi(FeedPages pages, Horizon horizon, ReaderSettings settings) {
        this.pages = pages;
        this.horizon = horizon;
        this.places = new Places(
                settings.waiting(), settings.waitingPerAddress(), WHEN_FULL, "Without wait, the answer comes at once.");
    }

    @GetMapping(path = "/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What has changed since a cursor",
            description =
                    "Oldest first, without gaps. A full page never changes; an empty one says where to ask again.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "The next of a page or of a snapshot; from the beginning where it is not given",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Most changes on the page; large ones may make it shorter",
            schema =
                    @Schema(
                            type = "integer",
                            minimum = "1",
                            maximum = "" + LONGEST_PAGE,
                            defaultValue = "" + USUAL_PAGE))
    @Parameter(
            name = "wait",
            in = ParameterIn.QUERY,
            description = "Seconds to wait for a change where there is none yet",
            schema = @Schema(type = "integer", minimum = "0", maximum = "" + LONGEST_WAIT_SECONDS, defaultValue = "0"))
    @FilterParameters
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = Answers.Changes.class)))
    @ApiResponse(responseCode = "304", description = "The page is the one of If-None-Match", content = @Content)
    ResponseEntity<byte[]> changes(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            WebRequest request,
            HttpServletRequest client)
            throws InterruptedException {
        var query = FeedQuery.filtered(parameters, Set.of("after", "limit", "wait"));
        var after = query.cursor("after", Cursor.START, horizon);
        int limit = query.number("limit", USUAL_PAGE, 1, LONGEST_PAGE);
        int wait = query.number("wait", 0, 0, LONGEST_WAIT_SECONDS);
        var filter = query.filter();
        query.check();
        var page = pages.after(after, limit, filter, FeedPages.Form.JSON);
        if (page.empty() && wait > 0) {
            try (var place = places.take(client)) {
                page = await(after, limit, filter, Duration.ofSeconds(wait));
            }
        }
        return answer(page, request);
    }

    /** The page, once there is something on it or the time is up. */
    private FeedPages.Page await(Cursor after, int limit, Filter filter, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        var page = pages.after(after, limit, filter, FeedPages.Form.JSON);
        while (page.empty()) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive() || !horizon.awaitBeyond(page.next().position(), left)) break;
            page = pages.after(after, limit, filter, FeedPages.Form.JSON);
        }
        return page;
    }

    private static ResponseEntity<byte[]> answer(FeedPages.Page page, WebRequest request) {
        var etag = "\"" + page.next() + "\"";
        var caching = page.full() ? FULL_PAGE : LAST_PAGE;
        var known = request.getHeader("If-None-Match");
        if (known != null && known.contains(etag)) {
            return ResponseEntity.status(304).eTag(etag).cacheControl(caching).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(caching)
                .contentType(MediaType.APPLICATION_JSON)
                .body(page.bytes());
    }
}
