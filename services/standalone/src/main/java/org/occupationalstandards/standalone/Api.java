package org.occupationalstandards.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system's own HTTP interfaces, called as any program calls them, with tokens of the example clients. */
final class Api {

    static final JsonMapper JSON = JsonMapper.shared();

    /** What a service answered, which was what was hoped for: anything else is an {@link ExampleFailed}. */
    record Answer(HttpResponse<String> response) {

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers()
                    .firstValue(name)
                    .orElseThrow(() -> new ExampleFailed("%s came without %s".formatted(response.uri(), name)));
        }

        Answer expecting(int... statuses) {
            for (int status : statuses) {
                if (status() == status) {
                    return this;
                }
            }
            throw new ExampleFailed("%s %s was answered with %d: %s"
                    .formatted(response.request().method(), response.uri(), status(), response.body()));
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final Addresses addresses;

    Api(Addresses addresses) {
        this.addresses = addresses;
    }

    Addresses addresses() {
        return addresses;
    }

    /** Asks for JSON as nobody in particular. */
    Answer get(String address) {
        return send(request(address));
    }

    Answer getAs(String client, String address) {
        return send(as(client, request(address)));
    }

    Answer postAs(String client, String address, String mediaType, String body, Map<String, String> headers) {
        return sendAs(client, "POST", address, mediaType, body, headers);
    }

    Answer putAs(String client, String address, String body, Map<String, String> headers) {
        return sendAs(client, "PUT", address, "application/json", body, headers);
    }

    Answer deleteAs(String client, String address) {
        return send(as(client, request(address).DELETE()));
    }

    /** The opaque id by which the services know a client. */
    String subject(String client) {
        var payload = token(client).split("\\.")[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(payload)).get("sub").asString();
    }

    private Answer sendAs(
            String client, String method, String address, String mediaType, String body, Map<String, String> headers) {
        var request = request(address)
                .header("Content-Type", mediaType)
                .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        return send(as(client, request));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json");
    }

    private HttpRequest.Builder as(String client, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token(client));
    }

    /** Tokens live for an hour, the example for a minute. */
    private synchronized String token(String client) {
        return tokens.computeIfAbsent(client, this::freshToken);
    }

    private String freshToken(String client) {
        var name = URLEncoder.encode(client, StandardCharsets.UTF_8);
        var request = request(addresses.identity() + "/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(name, name)));
        return send(request).expecting(200).json().get("access_token").asString();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new ExampleFailed(
                    "%s does not answer: %s".formatted(request.build().uri(), failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExampleFailed("interrupted");
        }
    }
}
