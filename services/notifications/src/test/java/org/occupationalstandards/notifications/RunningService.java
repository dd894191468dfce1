package org.occupationalstandards.notifications;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is started for real, on a port of its own, and a client that speaks to it. */
final class RunningService implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    static final TestIssuer ISSUER = TestIssuer.start();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings such as {@code notifications.delivery.ladder=100ms}, beside those that every test needs */
    static RunningService start(Map<String, String> environment, String... settings) {
        var arguments = new TreeMap<String, String>(Map.of(
                "server.port", "0",
                "platform.security.issuers[0].uri", ISSUER.uri(),
                "notifications.webhooks.allow-private-addresses", "true"));
        arguments.putAll(environment);
        for (var setting : settings) {
            int equals = setting.indexOf('=');
            arguments.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new RunningService(NotificationsService.application()
                .run(arguments.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new)));
    }

    /** With a database of its own, and the broker that all tests share. */
    static RunningService start(String... settings) {
        return start(Testbed.properties(), settings);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /** A token of that subject in the role of a subscriber. */
    static String token(String subject) {
        return ISSUER.token(subject, Map.of("roles", List.of("subscriber")));
    }

    /** An answer with its body read as JSON, where it is. */
    record Answer(int status, HttpResponse<String> raw) {
        JsonNode json() {
            return JSON.readTree(raw.body());
        }

        /** The header of that name; empty where there is none. */
        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    Answer get(String path) {
        return get(path, null);
    }

    Answer post(String path, @Nullable String token, Object body) {
        return send("POST", path, token, body);
    }

    Answer send(String method, String path, @Nullable String token, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(70));
        if (token != null) request.header("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        if (body != null && !List.of(headers).contains("Content-Type"))
            request.header("Content-Type", "application/json");
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body)));
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A subscription as its owner holds it. */
    record Subscribed(UUID id, String secret, String token) {
        String path() {
            return "/subscriptions/" + id;
        }
    }

    /** Subscribes that receiver, for an owner of its own. */
    Subscribed subscribe(String url, Map<String, ?> filter) {
        var token = token("owner-" + UUID.randomUUID());
        var answer = post("/subscriptions", token, Map.of("channel", "webhook", "url", url, "filter", filter));
        if (answer.status() != 201) throw new AssertionError(answer.raw().body());
        return new Subscribed(
                UUID.fromString(answer.json().get("id").asString()),
                answer.json().get("secret").asString(),
                token);
    }

    @Override
    public void close() {
        context.close();
    }
}
