package org.occupationalstandards.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A running system, by its addresses.
 *
 * @param host where it runs
 * @param firstPort of the catalogue; the other services follow
 * @param kafka address of a broker
 */
record Running(String host, int firstPort, String kafka) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

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
        return "http://" + host + ":" + (firstPort + offset) + path;
    }

    /** Asks for JSON, signed in as nobody. */
    Answer get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json"), null);
    }

    Answer getAs(String client, String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json"), client);
    }

    /** Sends a body; {@code ifMatch} is the sequence number that the change builds on, where it builds on one. */
    Answer sendAs(String client, String method, String address, String mediaType, String body, @Nullable Long ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", mediaType)
                .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (ifMatch != null) request.header("If-Match", "\"" + ifMatch + "\"");
        return send(request, client);
    }

    Answer post(String client, String address, String body) {
        return sendAs(client, "POST", address, "application/json", body, null);
    }

    /** Gives one command to a standard, building on its latest state. */
    Answer command(String client, String reference, String command, String body) {
        long sequence = getAs(client, standards("/standards/" + reference))
                .expecting(200)
                .sequence();
        return sendAs(
                client,
                "POST",
                standards("/standards/" + reference + "/commands/" + command),
                "application/json",
                body,
                sequence);
    }

    private Answer send(HttpRequest.Builder request, @Nullable String client) {
        if (client != null) request.header("Authorization", "Bearer " + token(client));
        try {
            return new Answer(HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("No answer from " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** An access token of one of the example clients; each is asked for once. */
    String token(String client) {
        return TOKENS.computeIfAbsent(client, each -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(identity("/oauth2/token")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(each, each)));
            return send(request, null).expecting(200).json().get("access_token").asString();
        });
    }
}
