package org.occupationalstandards.standards.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service over HTTP, as one of the people of the example or as nobody. */
public final class Client {

    /** The employer group of {@link #chair()}. */
    public static final String GROUP = "6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218";

    public static final String OTHER_GROUP = "6f1c7b1e-0999-4a7e-9d52-3c1b6f0a0999";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final TestIssuer issuer;
    private final @Nullable String token;

    Client(int port, TestIssuer issuer) {
        this(port, issuer, null);
    }

    private Client(int port, TestIssuer issuer, @Nullable String token) {
        this.port = port;
        this.issuer = issuer;
        this.token = token;
    }

    public Client chair() {
        return as("chair", Map.of("roles", List.of("employer-group-chair"), "groups", List.of(GROUP)));
    }

    public Client otherChair() {
        return as("other-chair", Map.of("roles", List.of("employer-group-chair"), "groups", List.of(OTHER_GROUP)));
    }

    public Client official() {
        return as("official", Map.of("roles", List.of("official")));
    }

    public Client committee() {
        return as("committee", Map.of("roles", List.of("committee")));
    }

    /** The n-th member of the panels of all routes. */
    public Client panel(int member) {
        return as(
                "panel-" + member,
                Map.of(
                        "roles",
                        List.of("panel-member"),
                        "routes",
                        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)));
    }

    /** Somebody with these claims. */
    public Client as(String subject, Map<String, ?> claims) {
        return new Client(port, issuer, issuer.token(subject, claims));
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** The same as a GET without its body. */
    public Answer head(String path) {
        return send("HEAD", path, null, Map.of());
    }

    public Answer post(String path, @Nullable String body, String... headers) {
        return send("POST", path, body, pairs(headers));
    }

    public Answer put(String path, @Nullable String body, String... headers) {
        return send("PUT", path, body, pairs(headers));
    }

    /** Sends a command on the standard as it is now; on whatever is there where the caller may not read it. */
    public Answer command(String reference, String command, String body) {
        var now = get("/standards/" + reference).headers().get("etag");
        return post(
                "/standards/" + reference + "/commands/" + command,
                body,
                "If-Match",
                now == null ? "*" : now.getFirst());
    }

    private static Map<String, String> pairs(String... headers) {
        var pairs = new HashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            pairs.put(headers[i], headers[i + 1]);
        }
        return pairs;
    }

    private Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new IllegalStateException(method + " " + path + " got no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String text) {

        Answer(HttpResponse<String> response) {
            this(response.statusCode(), response.headers().map(), response.body());
        }

        public JsonNode json() {
            return JSON.readTree(text);
        }

        /** The first value of a header. */
        public String header(String name) {
            var values = headers.get(name.toLowerCase(Locale.ROOT));
            if (values == null) {
                throw new AssertionError("no header " + name + " in " + headers);
            }
            return values.getFirst();
        }

        public long sequence() {
            return json().path("sequence").asLong();
        }
    }
}
