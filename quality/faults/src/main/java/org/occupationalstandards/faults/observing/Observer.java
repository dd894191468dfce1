package org.occupationalstandards.faults.observing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.occupationalstandards.faults.history.Command;
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

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final Web web;

    public Observer(Cluster cluster, Web web) {
        this.cluster = cluster;
        this.web = web;
    }

    public Observation observe(List<Command> commands, Map<String, Receiver> subscribers) {
        List<Stored> stored = stored(commands);
        long announced = stored.stream().filter(Stored::announced).count();
        Instant end = Instant.now().plus(PATIENCE);
        Observation seen = look(commands, stored, subscribers, false);
        while (!hasCaughtUp(seen, announced) && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofMillis(500));
            seen = look(commands, stored, subscribers, false);
        }
        // Taken as settled even when patience ended: what is still missing then is lost, not late.
        return look(commands, stored, subscribers, true);
    }

    private static boolean hasCaughtUp(Observation seen, long announced) {
        return seen.topic().stream().distinct().count() >= announced
                && seen.feed().size() >= announced
                && seen.folded().equals(seen.catalogue())
                && seen.deliveries().values().stream()
                        .allMatch(received -> received.stream().distinct().count() >= announced);
    }

    private Observation look(
            List<Command> commands, List<Stored> stored, Map<String, Receiver> subscribers, boolean settled) {
        TopicObserver topic = TopicObserver.read(cluster.bootstrapServers());
        Map<String, List<Seen>> deliveries = new HashMap<>();
        subscribers.forEach((name, receiver) -> deliveries.put(name, receiver.received()));
        return new Observation(
                commands, stored, topic.messages(), feed(), deliveries, topic.folded(), catalogue(), settled);
    }

    private List<Stored> stored(List<Command> commands) {
        TreeSet<String> references = new TreeSet<>();
        for (Command command : commands) {
            String reference = command.reference();
            if (reference != null) references.add(reference);
        }
        List<Stored> events = new ArrayList<>();
        for (String reference : references) {
            String address = cluster.service("standards").address("/standards/" + reference + "/history");
            JsonNode history = web.read(web.as("official", address));
            for (JsonNode event : history.get("events")) {
                // Every command of the load leads to a public step.
                events.add(new Stored(
                        event.get("id").asString(),
                        reference,
                        event.get("sequence").asLong(),
                        true));
            }
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
