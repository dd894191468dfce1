package org.occupationalstandards.notifications.work;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.WorkSettings;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the project's other services, as one of them. */
@Component
class OtherServices {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A token is not used any more when it has less than that to live. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final WorkSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;
    private @Nullable Token token;

    private record Token(String value, Instant until) {}

    OtherServices(WorkSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** @throws org.springframework.web.client.RestClientException where there is no answer, or a refusal */
    JsonNode get(URI address) {
        try {
            return read(http.get()
                    .uri(address)
                    .accept(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(bearer()))
                    .retrieve()
                    .body(String.class));
        } catch (HttpClientErrorException.Unauthorized refused) {
            forget();
            throw refused;
        }
    }

    /** The issuer may have other keys by now; the next question is asked with a new token. */
    private synchronized void forget() {
        token = null;
    }

    private synchronized String bearer() {
        var known = token;
        if (known == null || clock.instant().isAfter(known.until())) {
            known = fresh();
            token = known;
        }
        return known.value();
    }

    private Token fresh() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        var given = read(http.post()
                .uri(settings.tokens())
                .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(String.class));
        var lives = Duration.ofSeconds(given.path("expires_in").asLong(0));
        return new Token(
                given.path("access_token").asString(""),
                clock.instant().plus(lives).minus(MARGIN));
    }

    private JsonNode read(@Nullable String body) {
        return json.readTree(Objects.requireNonNullElse(body, "{}"));
    }
}
