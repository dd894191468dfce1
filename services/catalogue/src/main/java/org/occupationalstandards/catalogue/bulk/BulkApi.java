package org.occupationalstandards.catalogue.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.occupationalstandards.catalogue.bulk.Shelf.Copy;
import org.occupationalstandards.platform.representation.Gzip;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything at once. */
@RestController
@Tag(name = "Bulk")
class BulkApi {

    private static final String ASK_EACH_TIME = String.valueOf(
            CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate().getHeaderValue());

    private final BulkFiles files;

    BulkApi(BulkFiles files) {
        this.files = files;
    }

    @GetMapping("/occupations.csv")
    @Operation(summary = "The facts of all occupations, one a line")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(BulkFormat.CSV, request, response);
    }

    @GetMapping("/occupations.json")
    @Operation(summary = "All occupations with everything that is public about them")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json"))
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(BulkFormat.JSON, request, response);
    }

    @GetMapping("/occupations.jsonld")
    @Operation(summary = "All occupations as linked data in the vocabulary of schema.org")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/ld+json"))
    void jsonLd(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(BulkFormat.JSON_LD, request, response);
    }

    private void send(BulkFormat format, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean gzip = Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        try (Copy copy = files.open(format, gzip)) {
            response.setHeader(HttpHeaders.ETAG, copy.tag().header());
            response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (copy.tag().isIn(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setContentType(format.mediaType().toString());
            response.setContentLengthLong(copy.length());
            if (gzip) response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            copy.stream().transferTo(response.getOutputStream());
        }
    }
}
