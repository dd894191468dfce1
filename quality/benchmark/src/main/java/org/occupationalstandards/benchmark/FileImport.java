package org.occupationalstandards.benchmark;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Imports a file of standards into an empty system. */
final class FileImport {

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(3);

    private final Api api;

    FileImport(Api api) {
        this.api = api;
    }

    /**
     * Uploads the file and waits until the catalogue lists everything that was accepted.
     *
     * @return from the upload until the import says that it is done, and until the catalogue shows all of it
     */
    Took run(String mediaType, String file) {
        String token = api.token("official");
        Instant began = Instant.now();
        HttpResponse<String> answer = api.post(api.standards("/imports"), mediaType, file, token);
        Api.expect(202, answer);
        String progress = api.standards(
                answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", ""));
        JsonNode state = await(() -> Api.expect(200, api.getAs(progress, token)), "state", "done");
        Duration done = Duration.between(began, Instant.now());
        long accepted = state.get("accepted").asLong();
        await(() -> Api.expect(200, api.get(api.catalogue("/occupations?size=1"))), "total", Long.toString(accepted));
        return new Took(accepted, state.at("/refused/0").toString(), done, Duration.between(began, Instant.now()));
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

    record Took(long accepted, String firstRefusal, Duration recorded, Duration visible) {}
}
