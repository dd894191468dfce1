package org.occupationalstandards.acceptance;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service answered. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.shared();

    int status() {
        return response.statusCode();
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    String header(String name) {
        return response.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError("No header " + name + " in " + this));
    }

    /** The sequence number that the ETag carries. */
    long sequence() {
        return Long.parseLong(header("ETag").replaceAll("\\D", ""));
    }

    /** This answer, if it has that status; otherwise the test fails with all that was said. */
    Answer expecting(int status) {
        if (status() != status) throw new AssertionError("Expected " + status + ", got " + this);
        return this;
    }

    @Override
    public String toString() {
        return "%d from %s %s: %s".formatted(status(), response.request().method(), response.uri(), response.body());
    }
}
