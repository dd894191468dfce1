package org.occupationalstandards.faults.observing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Injected;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Seen;
import org.occupationalstandards.faults.history.Stored;
import org.occupationalstandards.faults.history.Window;
import org.occupationalstandards.faults.load.Receiver;
import org.occupationalstandards.faults.load.Web;
import org.occupationalstandards.faults.running.Cluster;
import org.occupationalstandards.faults.running.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects what every place shows, waiting first until the last reader has caught up or patience ends. */
public final class Observer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Where nothing gets on for this long, what is missing is lost and not late. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** Of the events of the load those that the public does not hear of. */
    private static final Set<String> INTERNAL = Set.of("draft-changed");

    private static final Set<String> PUBLIC = Set.of(
            "standard-proposed",
            "standard-registered",
            "standard-withdrawn",
            "standard-reinstated",
            "green-theme-set",
            "starts-paused",
            "starts-resumed",
            "product-retired",
            "product-reinstated");

    private final Cluster cluster;
    private final Web web;
    private final List<Stored> stored = new ArrayList<>();
    private final Map<String, JsonNode> decided = new HashMap<>();

    public Observer(Cluster cluster, Web web) {
        this.cluster = cluster;
        this.web = web;
    }

    public Observation observe(
            List<Command> commands, Map<String, Receiver> subscribers, List<Injected> injected, List<Window> windows) {
        readStore();
        Instant end = Instant.now().plus(PATIENCE);
        Instant unchangedSince = Instant.now();
        Observation seen = look(commands, subscribers, injected, windows, false);
        while (!hasCaughtUp(seen)) {
            if (Instant.now().isAfter(unchangedSince.plus(QUIET))) break;
            if (Instant.now().isAfter(end)) return seen;
            Pause.of(Duration.ofSeconds(1));
            Observation next = look(commands, subscribers, injected, windows, false);
            if (!next.equals(seen)) unchangedSince = Instant.now();
            seen = next;
        }
        return look(commands, subscribers, injected, windows, true);
    }

    private static boolean hasCaughtUp(Observation seen) {
        long announced = seen.toBeAnnounced().size();
        return seen.topic().stream().distinct().count() >= announced
                && seen.feed().size() >= announced
                && seen.decided().equals(seen.catalogue())
                && seen.deliveries().values().stream()
                        .allMatch(received -> received.stream().distinct().count() >= announced);
    }

    private Observation look(
            List<Command> commands,
            Map<String, Receiver> subscribers,
            List<Injected> injected,
            List<Window> windows,
            boolean settled) {
        TopicObserver topic = TopicObserver.read(cluster.bootstrapServers());
        Map<String, List<Seen>> deliveries = new HashMap<>();
        subscribers.forEach((name, receiver) -> deliveries.put(name, receiver.received()));
        return new Observation(
                commands,
                stored,
                topic.messages(),
                feed(),
                deliveries,
                decided,
                catalogue(),
                injected,
                topic.deadLetters(),
                windows,
                settled);
    }

    /** The event store itself, past every service, and what the write side makes of it. */
    private void readStore() {
        Map<String, Long> sequences = new HashMap<>();
        Map<String, String> lastChanged = new HashMap<>();
        Map<String, String> told = new HashMap<>();
        try (var connection = cluster.database().open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT event_id, reference, sequence_number + 1 AS sequence, payload_type, recorded_at,
                               CASE WHEN sequence_number = 0 THEN convert_from(payload, 'UTF8')::jsonb END AS first_payload
                          FROM standards.stored_event WHERE aggregate_type = 'standard'
                         ORDER BY reference, sequence_number""")) {
            while (rows.next()) {
                String reference = rows.getString("reference");
                long sequence = rows.getLong("sequence");
                String first = rows.getString("first_payload");
                if (first != null)
                    told.put(reference, overview(JsonMapper.shared().readTree(first)));
                boolean isPublic = isPublic(rows.getString("payload_type"));
                stored.add(new Stored(rows.getString("event_id"), reference, sequence, isPublic));
                if (isPublic) {
                    sequences.put(reference, sequence);
                    lastChanged.put(
                            reference,
                            rows.getObject("recorded_at", OffsetDateTime.class)
                                    .toInstant()
                                    .truncatedTo(ChronoUnit.MILLIS)
                                    .toString());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        sequences.forEach((reference, sequence) -> {
            String address = cluster.service("standards").address("/standards/" + reference);
            JsonNode view = web.read(web.as("official", address));
            decided.put(
                    reference,
                    Decided.of(
                            view, told.getOrDefault(reference, ""), sequence, lastChanged.getOrDefault(reference, "")));
        });
    }

    /** Of a standard when it was proposed or taken over: drafts of the load differ from that in nothing else. */
    private static String overview(JsonNode first) {
        JsonNode content = first.path("content");
        return (content.isObject() ? content : first).path("overview").asString("");
    }

    private static boolean isPublic(String type) {
        if (!PUBLIC.contains(type) && !INTERNAL.contains(type)) {
            throw new IllegalStateException("Nobody said whether the public is to hear of " + type);
        }
        return PUBLIC.contains(type);
    }

    private List<Seen> feed() {
        List<Seen> all = new ArrayList<>();
        String after = "";
        while (true) {
            String address = cluster.service("notifications").address("/changes?limit=500" + after);
            JsonNode page = web.read(HttpRequest.newBuilder(URI.create(address)));
            for (JsonNode item : page.get("items")) {
                all.add(new Seen(
                        item.get("id").asString(),
                        item.get("subject").asString(),
                        item.get("sequence").asLong()));
            }
            if (page.get("items").isEmpty()) return all;
            after = "&after=" + page.get("next").asString();
        }
    }

    private Map<String, JsonNode> catalogue() {
        Map<String, JsonNode> shown = new HashMap<>();
        String address = cluster.service("catalogue").address("/occupations.json");
        JsonNode all = web.read(HttpRequest.newBuilder(URI.create(address)));
        for (JsonNode item : all.isArray() ? all : all.get("items")) {
            shown.put(item.get("reference").asString(), Decided.withoutNothing(item));
        }
        return shown;
    }
}
