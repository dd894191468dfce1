package org.occupationalstandards.faults.injecting;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.faults.history.Injected;
import tools.jackson.databind.JsonNode;

/**
 * Messages on the topic that nobody can read: malformed, of an unknown type, too large. Each waits with what follows of its
 * standard, while others go on, until an operator drops it.
 */
public record Poisoned() implements Fault {

    private static final List<String> READERS = List.of("catalogue", "notifications");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TOO_LARGE = 1_500_000;

    @Override
    public String name() {
        return "malformed, unknown and oversized messages";
    }

    @Override
    public String inject(Scene scene) {
        String victim = scene.propose();
        Scene.await(victim + " is shown", PATIENCE, () -> scene.shownAt(victim) == 1);
        List<Injected> poison = List.of(
                injected(victim, "MALFORMED_ATTRIBUTES"),
                injected("FAULT-" + UUID.randomUUID(), "MALFORMED_DATA"),
                injected("FAULT-" + UUID.randomUUID(), "UNKNOWN_TYPE"),
                injected("FAULT-" + UUID.randomUUID(), "TOO_LARGE"));
        scene.injected().addAll(poison);
        try (Topic topic = new Topic(scene.cluster().bootstrapServers())) {
            for (Injected each : poison) topic.send(each.reference(), headers(each), data(each));
        }
        for (Injected each : poison) {
            READERS.forEach(reader -> Scene.await(
                    each + " waits at " + reader, PATIENCE, () -> waiting(scene, reader, each.reference()) > 0));
        }
        scene.step(victim, "withdraw", 1);
        scene.step(victim, "reinstate", 2);
        READERS.forEach(reader -> Scene.await(
                "the rest of " + victim + " waits at " + reader, PATIENCE, () -> waiting(scene, reader, victim) == 3));
        String other = scene.propose();
        Scene.await("another standard is shown", PATIENCE, () -> scene.shownAt(other) == 1);
        if (scene.shownAt(victim) != 1) throw new IllegalStateException(victim + " did not wait");
        for (String reader : READERS) {
            for (Injected each : poison) drop(scene, reader, each.reference());
        }
        Scene.await("the rest of " + victim + " is shown", PATIENCE, () -> scene.shownAt(victim) == 3);
        return "4 unreadable messages waited at both readers, and 2 of %s behind one of them, while %s went through; "
                        .formatted(victim, other)
                + "after an operator dropped them the 2 went on";
    }

    private static Injected injected(String reference, String reason) {
        return new Injected(UUID.randomUUID().toString(), reference, reason);
    }

    private static Map<String, String> headers(Injected message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(Injected.MARK, "true");
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", message.id());
        headers.put("ce_source", "/nobody");
        headers.put("ce_subject", message.reference());
        headers.put("ce_time", "2026-01-01T00:00:00Z");
        headers.put(
                "ce_type",
                message.reason().equals("UNKNOWN_TYPE")
                        ? "standards.standard.sung.v1"
                        : "standards.standard.proposed.v1");
        // Without a readable number it can only wait under its key, and takes nobody's place when it is dropped.
        headers.put("ce_sequence", message.reason().equals("MALFORMED_ATTRIBUTES") ? "many" : "1");
        headers.put("ce_previoussequence", "0");
        headers.put("ce_position", message.reason().equals("MALFORMED_ATTRIBUTES") ? "somewhere" : "1");
        return headers;
    }

    private static byte[] data(Injected message) {
        String data =
                message.reason().equals("TOO_LARGE") ? "{\"x\": \"%s\"}".formatted("x".repeat(TOO_LARGE)) : "{\"ti";
        return data.getBytes(StandardCharsets.UTF_8);
    }

    /** How many messages of a standard wait at that reader. */
    private static long waiting(Scene scene, String reader, String reference) {
        var answer = scene.web()
                .send(scene.web().as("official", scene.cluster().service(reader).address("/operations/parked")));
        if (answer.isEmpty() || answer.get().statusCode() != 200) return 0;
        for (JsonNode each : tools.jackson.databind.json.JsonMapper.shared()
                .readTree(answer.get().body())
                .get("items")) {
            if (each.get("reference").asString().equals(reference))
                return each.get("messages").asLong();
        }
        return 0;
    }

    private static void drop(Scene scene, String reader, String reference) {
        String address = scene.cluster().service(reader).address("/operations/parked/" + reference + "/drop");
        var answer = scene.web()
                .send(scene.web().as("official", address).POST(BodyPublishers.noBody()))
                .orElseThrow(() -> new IllegalStateException("No answer from " + address));
        if (answer.statusCode() != 200) throw new IllegalStateException(address + ": " + answer.body());
    }
}
