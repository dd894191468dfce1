package org.occupationalstandards.catalogue.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.representation.EntityTag;
import org.occupationalstandards.platform.representation.Gzip;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Everything at once. */
@RestController
@Tag(name = "Bulk")
class BulkApi {

    private final BulkFiles files;

    BulkApi(BulkFiles files) {
        this.files = files;
    }

    @GetMapping("/occupations.csv")
    @Operation(summary = "The facts of all occupations, one a line")
    ResponseEntity<Resource> csv(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String coding) {
        return answer(BulkFormat.CSV, coding);
    }

    @GetMapping("/occupations.json")
    @Operation(summary = "All occupations with everything that is public about them")
    ResponseEntity<Resource> json(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String coding) {
        return answer(BulkFormat.JSON, coding);
    }

    @GetMapping("/occupations.jsonld")
    @Operation(summary = "All occupations as linked data in the vocabulary of schema.org")
    ResponseEntity<Resource> jsonLd(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String coding) {
        return answer(BulkFormat.JSON_LD, coding);
    }

    private ResponseEntity<Resource> answer(BulkFormat format, @Nullable String acceptEncoding) {
        BulkFile file = files.current(
                format, ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        boolean gzip = Gzip.isAccepted(acceptEncoding);
        EntityTag tag = gzip ? file.tag().gzipped() : file.tag();
        var answer = ResponseEntity.ok()
                .eTag(tag.header())
                .contentType(format.mediaType())
                .cacheControl(CacheControl.maxAge(java.time.Duration.ZERO).cachePublic().mustRevalidate())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("occupations." + format.extension())
                                .build()
                                .toString());
        if (gzip) answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        return answer.body(new FileSystemResource(gzip ? file.gzipped() : file.plain()));
    }
}
