package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Imports the occupations of fact into an empty system. */
final class OccupationsImport {

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(3);

    private final Api api;

    OccupationsImport(Api api) {
        this.api = api;
    }

    /**
     * Uploads the file and waits until the catalogue lists everything that was accepted.
     *
     * @return from the upload until the import says that it is done, and until the catalogue shows all of it
     */
    Took run(Path csv) {
        String token = api.token("official");
        try {
            Instant began = Instant.now();
            HttpResponse<String> answer = api.post(api.standards("/imports"), "text/csv", Files.readString(csv), token);
            Api.expect(202, answer);
            String progress = api.standards(
                    answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", ""));
            JsonNode state = await(() -> Api.expect(200, api.getAs(progress, token)), "state", "done");
            Duration done = Duration.between(began, Instant.now());
            long accepted = state.get("accepted").asLong();
            await(
                    () -> Api.expect(200, api.get(api.catalogue("/occupations?size=1"))),
                    "total",
                    Long.toString(accepted));
            return new Took(accepted, done, Duration.between(began, Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode await(java.util.function.Supplier<JsonNode> read, String field, String value) {
        Instant end = Instant.now().plus(GIVE_UP_AFTER);
        while (Instant.now().isBefore(end)) {
            JsonNode node = read.get();
            if (node.get(field).asString().equals(value)) return node;
            Standalone.pause(Duration.ofMillis(50));
        }
        throw new IllegalStateException(field + " did not become " + value + " within " + GIVE_UP_AFTER);
    }

    record Took(long accepted, Duration recorded, Duration visible) {}
}
