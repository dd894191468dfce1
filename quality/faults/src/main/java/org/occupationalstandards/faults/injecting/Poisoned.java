package org.occupationalstandards.faults.injecting;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.faults.history.Injected;
import tools.jackson.databind.JsonNode;

/**
 * Messages on the topic that nobody can read: malformed, of an unknown type, too large. Each waits with what follows it,
 * while other standards go on, until an operator drops it.
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
        Injected unaddressed = injected(victim, "MALFORMED_ATTRIBUTES", 0);
        List<Injected> first = List.of(
                injected("FAULT-" + UUID.randomUUID(), "MALFORMED_DATA", 1),
                injected("FAULT-" + UUID.randomUUID(), "UNKNOWN_TYPE", 1),
                injected("FAULT-" + UUID.randomUUID(), "TOO_LARGE", 1));
        List<Injected> all = new ArrayList<>(List.of(unaddressed));
        for (Injected each : first) {
            all.add(each);
            all.add(injected(each.reference(), "MALFORMED_DATA", 2));
        }
        scene.injected().addAll(all);
        try (Topic topic = new Topic(scene.cluster().bootstrapServers())) {
            for (Injected each : all) topic.send(each.reference(), headers(each), data(each));
        }
        for (String reader : READERS) {
            Scene.await(victim + " waits at " + reader, PATIENCE, () -> waiting(scene, reader, victim) == 1);
            for (Injected each : first) {
                Scene.await(
                        each + " and what follows wait at " + reader,
                        PATIENCE,
                        () -> waiting(scene, reader, each.reference()) == 2);
            }
        }
        // Nothing of its chain is missing: what was decided passes the message that has no place in it.
        scene.step(victim, "withdraw", 1);
        Scene.await("the next event of " + victim + " is shown", PATIENCE, () -> scene.shownAt(victim) == 2);
        String other = scene.propose();
        Scene.await("another standard is shown", PATIENCE, () -> scene.shownAt(other) == 1);
        for (String reader : READERS) {
            for (Injected each : all) drop(scene, reader, each.reference());
            for (Injected each : all) {
                if (waiting(scene, reader, each.reference()) > 0)
                    throw new IllegalStateException(each + " still waits");
            }
        }
        return "%d unreadable messages waited at both readers, in order, while %s and %s went on; an operator dropped them"
                .formatted(all.size(), victim, other);
    }

    private static Injected injected(String reference, String reason, long sequence) {
        return new Injected(UUID.randomUUID().toString(), reference, reason, sequence);
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
        headers.put("ce_sequence", message.sequence() == 0 ? "many" : Long.toString(message.sequence()));
        headers.put("ce_previoussequence", Long.toString(Math.max(0, message.sequence() - 1)));
        headers.put("ce_position", message.sequence() == 0 ? "somewhere" : "1");
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
