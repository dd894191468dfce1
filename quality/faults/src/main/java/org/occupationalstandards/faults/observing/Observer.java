package org.occupationalstandards.faults.observing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Injected;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Seen;
import org.occupationalstandards.faults.history.Shown;
import org.occupationalstandards.faults.history.Stored;
import org.occupationalstandards.faults.load.Receiver;
import org.occupationalstandards.faults.load.Web;
import org.occupationalstandards.faults.running.Cluster;
import org.occupationalstandards.faults.running.Pause;
import tools.jackson.databind.JsonNode;

/** Collects what every place shows, waiting first until the last reader has caught up or patience ends. */
public final class Observer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final Web web;

    public Observer(Cluster cluster, Web web) {
        this.cluster = cluster;
        this.web = web;
    }

    public Observation observe(List<Command> commands, Map<String, Receiver> subscribers, List<Injected> injected) {
        List<Stored> stored = stored();
        long announced = stored.stream().filter(Stored::announced).count();
        Instant end = Instant.now().plus(PATIENCE);
        Observation seen = look(commands, stored, subscribers, injected, false);
        while (!hasCaughtUp(seen, announced) && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofMillis(500));
            seen = look(commands, stored, subscribers, injected, false);
        }
        // Taken as settled even when patience ended: what is still missing then is lost, not late.
        return look(commands, stored, subscribers, injected, true);
    }

    private static boolean hasCaughtUp(Observation seen, long announced) {
        return seen.topic().stream().distinct().count() >= announced
                && seen.feed().size() >= announced
                && seen.folded().equals(seen.catalogue())
                && seen.deliveries().values().stream()
                        .allMatch(received -> received.stream().distinct().count() >= announced);
    }

    private Observation look(
            List<Command> commands,
            List<Stored> stored,
            Map<String, Receiver> subscribers,
            List<Injected> injected,
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
                topic.folded(),
                catalogue(),
                injected,
                topic.deadLetters(),
                settled);
    }

    /** The event store itself, past every service. Every command of the load leads to public steps. */
    private List<Stored> stored() {
        List<Stored> events = new ArrayList<>();
        try (var connection = cluster.database().open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT event_id, reference, sequence_number + 1 AS sequence FROM standards.stored_event
                         ORDER BY reference, sequence_number""")) {
            while (rows.next()) {
                events.add(new Stored(
                        rows.getString("event_id"), rows.getString("reference"), rows.getLong("sequence"), true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return events;
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

    private Map<String, Shown> catalogue() {
        Map<String, Shown> shown = new HashMap<>();
        String address = cluster.service("catalogue").address("/occupations.json");
        JsonNode all = web.read(HttpRequest.newBuilder(URI.create(address)));
        for (JsonNode item : all.isArray() ? all : all.get("items")) {
            shown.put(
                    item.get("reference").asString(),
                    new Shown(
                            item.get("status").asString(),
                            item.get("version").asString(),
                            item.get("title").asString(),
                            item.get("sequence").asLong()));
        }
        return shown;
    }
}
