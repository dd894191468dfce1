package org.occupationalstandards.catalogue.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.http.MediaType;

/** The shapes in which the whole catalogue is offered. */
enum BulkFormat {
    CSV("csv", new MediaType("text", "csv", UTF_8)),
    JSON("json", MediaType.APPLICATION_JSON),
    JSON_LD("jsonld", new MediaType("application", "ld+json"));

    private final String extension;
    private final MediaType mediaType;

    BulkFormat(String extension, MediaType mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    String extension() {
        return extension;
    }

    MediaType mediaType() {
        return mediaType;
    }
}
