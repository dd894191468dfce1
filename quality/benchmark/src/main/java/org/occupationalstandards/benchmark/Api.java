package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of a running system on this machine, and plain requests to them. */
final class Api implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int firstPort;

    Api(int firstPort) {
        this.firstPort = firstPort;
    }

    String catalogue(String path) {
        return address(0, path);
    }

    String standards(String path) {
        return address(1, path);
    }

    String notifications(String path) {
        return address(2, path);
    }

    String identity(String path) {
        return address(4, path);
    }

    private String address(int offset, String path) {
        return "http://localhost:" + (firstPort + offset) + path;
    }

    /** An access token of one of the example clients. */
    String token(String client) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(identity("/oauth2/token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + client)));
        return expect(200, response).get("access_token").asString();
    }

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json"));
    }

    HttpResponse<String> post(String address, String mediaType, String body, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (token != null) request.header("Authorization", "Bearer " + token);
        return send(request);
    }

    HttpResponse<String> postIfMatch(String address, String body, String token, String ifMatch) {
        return send(changing(address, token, ifMatch).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> putIfMatch(String address, String body, String token, String ifMatch) {
        return send(changing(address, token, ifMatch).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder changing(String address, String token, String ifMatch) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", ifMatch);
    }

    HttpResponse<String> getAs(String address, String token) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    static JsonNode expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException("Expected %d from %s, got %d: %s"
                    .formatted(status, response.uri(), response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    /** Whether a service says that it is ready; a service that does not answer is not. */
    boolean ready(String address) {
        try {
            return get(address + "/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException notThereYet) {
            return false;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
