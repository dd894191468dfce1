package org.occupationalstandards.faults.injecting;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.faults.history.Injected;
import org.occupationalstandards.faults.running.Database;
import org.occupationalstandards.platform.intake.IntakeSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages on the topic that nobody can read: malformed and too large. Each waits with what follows it, while other
 * standards go on, until an operator drops it. And a sound one of a type that only a later version knows: it waits at the
 * catalogue, which has to understand what it shows, and goes through the feed, which has not.
 */
public record Poisoned() implements Fault {

    private static final String UNDERSTANDS = "catalogue";
    private static final String PASSES_ON = "notifications";
    private static final List<String> READERS = List.of(UNDERSTANDS, PASSES_ON);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** More than readers take in, as they are when nothing else is said. */
    private static final int TOO_LARGE = (int) new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("platform.intake", IntakeSettings.class)
                    .largestMessage()
                    .toBytes()
            / 8
            * 9;

    @Override
    public String name() {
        return "malformed, unknown and oversized messages";
    }

    @Override
    public String inject(Scene scene) {
        String victim = scene.propose();
        Scene.await(victim + " is shown", PATIENCE, () -> scene.shownAt(victim) == 1);
        Injected unaddressed = injected(victim, "MALFORMED_ATTRIBUTES", 0);
        Injected unknown = new Injected(UUID.randomUUID().toString(), stranger(), "UNKNOWN_TYPE", 1, true);
        List<Injected> first =
                List.of(injected(stranger(), "MALFORMED_DATA", 1), unknown, injected(stranger(), "TOO_LARGE", 1));
        List<Injected> all = new ArrayList<>(List.of(unaddressed));
        for (Injected each : first) {
            all.add(each);
            all.add(injected(each.reference(), "MALFORMED_DATA", 2));
        }
        scene.injected().addAll(all);
        announce(unknown, scene.cluster().database());
        Scene.await(
                "the feed passes on the unknown type",
                PATIENCE,
                () -> scene.steady().received().contains(unknown.seen()));
        try (Topic topic = new Topic(scene.cluster().bootstrapServers())) {
            for (Injected each : all) if (!each.passedOn()) topic.send(each.reference(), headers(each), data(each));
        }
        for (String reader : READERS) {
            Scene.await(victim + " waits at " + reader, PATIENCE, () -> waiting(scene, reader, victim) == 1);
            for (Injected each : first) {
                Scene.await(
                        each + " and what follows wait at " + reader,
                        PATIENCE,
                        () -> waiting(scene, reader, each.reference()) == (isSetAside(each, reader) ? 2 : 1));
            }
        }
        // Nothing of its chain is missing: what was decided passes the message that has no place in it.
        scene.step(victim, "withdraw", 1);
        Scene.await("the next event of " + victim + " is shown", PATIENCE, () -> scene.shownAt(victim) == 2);
        String other = scene.propose();
        Scene.await("another standard is shown", PATIENCE, () -> scene.shownAt(other) == 1);
        for (String reader : READERS) {
            List<Injected> there =
                    all.stream().filter(each -> isSetAside(each, reader)).toList();
            for (Injected each : there) drop(scene, reader, each.reference());
            for (Injected each : there) {
                if (waiting(scene, reader, each.reference()) > 0)
                    throw new IllegalStateException(each + " still waits");
            }
        }
        return "%d messages waited, in order, while %s and %s went on, until an operator dropped them; the feed passed on the one of an unknown type"
                .formatted(all.size(), victim, other);
    }

    private static boolean isSetAside(Injected message, String reader) {
        return reader.equals(UNDERSTANDS) || !message.passedOn();
    }

    private static String stranger() {
        return "FAULT-" + UUID.randomUUID();
    }

    private static Injected injected(String reference, String reason, long sequence) {
        return new Injected(UUID.randomUUID().toString(), reference, reason, sequence, false);
    }

    /** As a later version of the write side would: through the outbox, with a position of its own in the stream. */
    private static void announce(Injected message, Database database) {
        try (Connection publisher = database.open()) {
            publisher.setAutoCommit(false);
            // Whoever fills the outbox notes its place first, so now it waits.
            Database.run(
                    publisher, "SELECT FROM standards.follower_token WHERE processor_name = 'publishing' FOR UPDATE");
            Database.run(publisher, """
                    INSERT INTO standards.outbox (number, channel, position, reference, sequence, previous_sequence,
                                                  event_id, type, recorded_at, data)
                    SELECT max(number) + 1, 'EVENTS', max(position) + 1, '%1$s', 1, 0, '%2$s',
                           'standards.standard.sung.v1', now(), convert_to('{"reference": "%1$s", "title": "Sung"}', 'UTF8')
                      FROM standards.outbox""".formatted(message.reference(), message.id()));
            publisher.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
        headers.put("ce_type", "standards.standard.proposed.v1");
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
        for (JsonNode each : JsonMapper.shared().readTree(answer.get().body()).get("items")) {
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
