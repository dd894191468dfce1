package org.occupationalstandards.benchmark;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Saves the whole draft of one standard again and again, one statement reworded each time. */
final class Drafting {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern READING =
            Pattern.compile("(?m)^standards_store_load_seconds_sum\\{[^}]*kind=\"standard\"[^}]*} (\\S+)$");

    private final Api api;
    private final String chair;
    private final Latencies saved = new Latencies();

    Drafting(Api api) {
        this.api = api;
        this.chair = api.token("chair");
    }

    /** A standard of the example group that is in development and has that draft. */
    String begin(ObjectNode draft) {
        HttpResponse<String> proposed = api.post(
                api.standards("/standards"),
                "application/json",
                "{\"title\": \"Drafted\", \"level\": 3, \"route\": 7}",
                chair);
        Api.expect(201, proposed);
        String reference =
                proposed.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        StringBuilder employers = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            employers
                    .append(i == 1 ? "" : ",")
                    .append("{\"name\": \"Employer %d\", \"size\": \"%s\"}".formatted(i, i <= 2 ? "small" : "large"));
        }
        give("chair", reference, "submit-proposal", """
                {"employers": [%s], "duties": ["One."], "expectedDurationMonths": 18, "expectedLevel": 3,
                 "offTheJobPercent": 20, "transferability": "It is the same everywhere.", "fit": "There is no other."}""".formatted(employers));
        give("official", reference, "confirm-readiness", "{}");
        give("panel-1", reference, "recommend-proposal", "{\"agree\": true}");
        give("committee", reference, "accept-proposal", "{}");
        put(reference, draft.toString(), sequence(reference));
        return reference;
    }

    private void give(String client, String reference, String command, String body) {
        Api.expect(
                200,
                api.postIfMatch(
                        api.standards("/standards/" + reference + "/commands/" + command),
                        body,
                        api.token(client),
                        sequence(reference)));
    }

    private String sequence(String reference) {
        return api.getAs(api.standards("/standards/" + reference), chair)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private String put(String reference, String draft, String ifMatch) {
        HttpResponse<String> answer =
                api.putIfMatch(api.standards("/standards/" + reference + "/draft"), draft, chair, ifMatch);
        Api.expect(200, answer);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** @param perSecond how often, 0 for as fast as it goes */
    void save(String reference, int times, int perSecond) {
        JsonNode standard = Api.expect(200, api.getAs(api.standards("/standards/" + reference), chair));
        ObjectNode draft = (ObjectNode) JSON.readTree(standard.get("draft").toString());
        String etag = sequence(reference);
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            if (perSecond > 0) {
                long early = begin + i * 1_000_000_000L / perSecond - System.nanoTime();
                if (early > 0) Standalone.pause(Duration.ofNanos(early));
            }
            ((ObjectNode) draft.get("knowledge").get(i % draft.get("knowledge").size()))
                    .put("text", "Reworded for the time number " + i + ".");
            String body = draft.toString();
            long sent = System.nanoTime();
            etag = put(reference, body, etag);
            saved.add(Duration.ofNanos(System.nanoTime() - sent));
        }
    }

    /** How long reading the standard takes, with everything that its history adds up to. */
    Duration load(String reference) {
        long asked = System.nanoTime();
        Api.expect(200, api.getAs(api.standards("/standards/" + reference), chair));
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    /** How long the service has spent so far on reading standards from its store. */
    Duration readingTheStore() {
        String metrics = api.getAs(api.standards("/actuator/prometheus"), chair).body();
        Matcher seconds = READING.matcher(metrics);
        if (!seconds.find())
            throw new IllegalStateException("The service does not say how long it reads from its store");
        return Duration.ofNanos((long) (Double.parseDouble(seconds.group(1)) * 1e9));
    }

    Latencies saved() {
        return saved;
    }
}
