package org.occupationalstandards.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.occupationalstandards.faults.checking.Checker;
import org.occupationalstandards.faults.checking.Verdict;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.injecting.Fault;
import org.occupationalstandards.faults.load.Load;
import org.occupationalstandards.faults.load.Receiver;
import org.occupationalstandards.faults.load.Web;
import org.occupationalstandards.faults.observing.Observer;
import org.occupationalstandards.faults.running.Cluster;
import org.occupationalstandards.faults.running.Pause;

/** One run: load on a whole system, faults at seeded moments, then the verdicts. */
public final class FaultRun {

    private static final int CLIENTS = 4;
    private static final Duration PACE = Duration.ofMillis(100);

    private final Path folder;
    private final long seed;
    private final List<Fault> faults;
    private final Consumer<String> progress;

    /**
     * @param folder for data and logs
     * @param seed decides when the faults happen
     * @param faults in the order in which they happen
     */
    public FaultRun(Path folder, long seed, List<Fault> faults, Consumer<String> progress) {
        this.folder = folder;
        this.seed = seed;
        this.faults = List.copyOf(faults);
        this.progress = progress;
    }

    public Report run() {
        Instant began = Instant.now();
        Random moments = new Random(seed);
        try (Cluster cluster = new Cluster(folder);
                Receiver receiver = new Receiver()) {
            cluster.start();
            progress.accept("all services are ready");
            Web web = new Web(cluster.service("identity").address(""));
            for (String client : List.of("official", "subscriber")) web.token(client);
            subscribe(web, cluster, receiver);
            List<String> evidence = new ArrayList<>();
            List<Command> commands;
            try (Load load = new Load(web, instances(cluster), PACE)) {
                load.start(CLIENTS);
                for (Fault fault : faults) {
                    Pause.of(Duration.ofMillis(500 + moments.nextInt(3_000)));
                    String proof = fault.inject(cluster);
                    evidence.add(proof);
                    progress.accept(proof + "; " + load.answered() + " commands answered so far");
                }
                Pause.of(Duration.ofSeconds(2));
                commands = load.stop();
            }
            progress.accept("load over; waiting for every reader to catch up");
            Observation observation = new Observer(cluster, web).observe(commands, Map.of("one", receiver));
            List<Verdict> verdicts = Checker.ALL.stream()
                    .map(checker -> checker.check(observation))
                    .toList();
            return new Report(seed, Duration.between(began, Instant.now()), evidence, counts(observation), verdicts);
        }
    }

    private static List<java.util.function.Supplier<String>> instances(Cluster cluster) {
        return List.of(
                () -> cluster.service("standards").address(""),
                () -> cluster.service("standards-2").address(""));
    }

    private static void subscribe(Web web, Cluster cluster, Receiver receiver) {
        var answer = web.send(
                        web.as("subscriber", cluster.service("notifications").address("/subscriptions"))
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"channel\": \"webhook\", \"url\": \"%s\", \"filter\": {}}"
                                                .formatted(receiver.address()))))
                .orElseThrow();
        if (answer.statusCode() != 201) throw new IllegalStateException("No subscription: " + answer.body());
    }

    private static Map<String, Long> counts(Observation seen) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Command.Outcome outcome : Command.Outcome.values()) {
            counts.put(
                    outcome.name().toLowerCase(java.util.Locale.ROOT),
                    seen.commands().stream()
                            .filter(command -> command.outcome() == outcome)
                            .count());
        }
        counts.put("stored", (long) seen.stored().size());
        counts.put("on the topic", (long) seen.topic().size());
        counts.put(
                "on the topic, without repetitions",
                seen.topic().stream().distinct().count());
        counts.put("in the feed", (long) seen.feed().size());
        counts.put(
                "at the subscriber, without repetitions",
                seen.deliveries().values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .count());
        return counts;
    }
}
