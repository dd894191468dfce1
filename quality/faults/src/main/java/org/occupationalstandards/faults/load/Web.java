package org.occupationalstandards.faults.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.occupationalstandards.faults.running.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that may go unanswered. */
public final class Web {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(3);

    /** Half of its life. */
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(30);

    private record Token(String text, Instant since) {}

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String identity;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public Web(String identity) {
        this.identity = identity;
    }

    /** The answer, or nothing where the connection broke or the time ran out: then it may or may not have happened. */
    public Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(
                    http.send(request.timeout(LONGEST_ANSWER).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException unanswered) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder as(String client, String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token(client));
    }

    /** A JSON document that must be there, sooner or later: for looking at a system that has settled. */
    public JsonNode read(HttpRequest.Builder request) {
        Instant end = Instant.now().plus(LONGEST_LOOK);
        while (true) {
            Optional<HttpResponse<String>> answer = send(request);
            if (answer.isPresent() && answer.get().statusCode() == 200) {
                return JSON.readTree(answer.get().body());
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("From " + request.build().uri() + ": "
                        + answer.map(each -> each.statusCode() + " " + each.body())
                                .orElse("no answer"));
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    /** A token of an example client, asked for again every now and then; it stays valid while the issuer is down. */
    public String token(String client) {
        Token known = tokens.get(client);
        if (known != null && known.since().plus(TOKEN_KEPT).isAfter(Instant.now())) return known.text();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(identity + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(client, client)));
        Optional<HttpResponse<String>> answer = send(request);
        if (answer.isPresent() && answer.get().statusCode() == 200) {
            known = new Token(
                    JSON.readTree(answer.get().body()).get("access_token").asString(), Instant.now());
            tokens.put(client, known);
        }
        if (known == null) throw new IllegalStateException("No token for " + client);
        return known.text();
    }
}
