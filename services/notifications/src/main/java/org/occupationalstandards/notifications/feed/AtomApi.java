package org.occupationalstandards.notifications.feed;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
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

/** The change feed for feed readers: the newest first, in pages (RFC 5005), for all or for one route or standard. */
@RestController
@Tag(name = "Changes")
class AtomApi {

    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Feed feed;
    private final Horizon horizon;
    private final AtomFeeds feeds;

    AtomApi(Feed feed, Horizon horizon, AtomFeeds feeds) {
        this.feed = feed;
        this.horizon = horizon;
        this.feeds = feeds;
    }

    // Whatever a reader says that it accepts: some ask for RSS alone, and read Atom as well.
    @GetMapping(path = "/changes.atom")
    @Operation(
            summary = "Changes for feed readers, as Atom",
            description = "Newest first, in pages (RFC 5005): the link next leads to older ones.")
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = "From the link next of a page; the newest where it is not given",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Most entries on the page",
            schema =
                    @Schema(
                            type = "integer",
                            minimum = "1",
                            maximum = "" + LONGEST_PAGE,
                            defaultValue = "" + USUAL_PAGE))
    @FilterParameters
    @ApiResponse(
            responseCode = "200",
            description = "An Atom feed (RFC 4287)",
            content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "The page is the one of If-None-Match", content = @Content)
    ResponseEntity<byte[]> atom(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, WebRequest request)
            throws FeedException {
        var query = FeedQuery.filtered(parameters, Set.of("before", "limit"));
        boolean newest = !parameters.containsKey("before");
        var before = query.cursor("before", new Cursor(horizon.position() + 1), horizon);
        int limit = query.number("limit", USUAL_PAGE, 1, LONGEST_PAGE);
        var filter = query.filter();
        query.check();
        var entries = feed.newestBetween(0, before.position() - 1, filter, limit);
        var etag = "\"" + before + "-"
                + (entries.isEmpty() ? "" : entries.getFirst().id()) + "\"";
        // What lies before a place never changes; the newest page does with every change.
        var caching = newest
                ? CacheControl.noCache().cachePublic()
                : CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();
        if (request.checkNotModified(etag))
            return ResponseEntity.status(304).eTag(etag).cacheControl(caching).build();
        var xml = new WireFeedOutput().outputString(feeds.feed(parameters, filter, entries, limit));
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(caching)
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }
}
