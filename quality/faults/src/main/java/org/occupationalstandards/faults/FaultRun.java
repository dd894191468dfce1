package org.occupationalstandards.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.occupationalstandards.faults.checking.Checker;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Window;
import org.occupationalstandards.faults.injecting.Fault;
import org.occupationalstandards.faults.injecting.Killed;
import org.occupationalstandards.faults.injecting.Scene;
import org.occupationalstandards.faults.load.Commands;
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
    private final List<String> evidence = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final Map<String, Integer> times = new LinkedHashMap<>();
    private Duration longestCatchUp = Duration.ZERO;

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
                Receiver steady = new Receiver();
                Receiver troubled = new Receiver()) {
            cluster.start();
            progress.accept("all services are ready");
            Web web = new Web(cluster.service("identity").address(""));
            for (String client : List.of("official", "subscriber")) web.token(client);
            subscribe(web, cluster, steady);
            subscribe(web, cluster, troubled);
            Commands commands = new Commands(web, instances(cluster));
            Scene scene = new Scene(cluster, web, commands, steady, troubled, moments, new ArrayList<>());
            Optional<Observation> seen = happenAndLook(scene);
            return new Report(
                    seed,
                    Duration.between(began, Instant.now()),
                    times,
                    evidence,
                    broken,
                    seen.map(FaultRun::counts).orElse(Map.of()),
                    longestCatchUp,
                    seen.map(observation -> Checker.ALL.stream()
                                    .map(checker -> checker.check(observation))
                                    .toList())
                            .orElse(List.of()));
        }
    }

    private Optional<Observation> happenAndLook(Scene scene) {
        try (Load load = new Load(scene.commands(), PACE)) {
            load.start(CLIENTS);
            for (Fault fault : faults) happen(fault, scene);
            Pause.of(Duration.ofSeconds(2));
            load.stop();
            progress.accept("load over; waiting for every reader to catch up");
            return Optional.of(new Observer(scene.cluster(), scene.web())
                    .observe(
                            scene.commands().history(),
                            Map.of("steady", scene.steady(), "troubled", scene.troubled()),
                            scene.injected(),
                            windows));
        } catch (RuntimeException failure) {
            // What happened until then is worth a report, too.
            broken.add("the run: " + failure);
            return Optional.empty();
        }
    }

    private void happen(Fault fault, Scene scene) {
        Pause.of(Duration.ofMillis(500 + scene.moments().nextInt(2_500)));
        Instant began = Instant.now();
        try {
            String proof = fault.inject(scene);
            Instant over = Instant.now();
            scene.awaitCaughtUp();
            windows.add(new Window(fault.name(), began, Instant.now()));
            Duration catchUp = Duration.between(over, Instant.now());
            if (catchUp.compareTo(longestCatchUp) > 0) longestCatchUp = catchUp;
            times.merge(fault.name(), Math.max(1, fault instanceof Killed ? fault.kills() : 1), Integer::sum);
            if (!(fault instanceof Killed) && fault.kills() > 0) {
                times.merge("kill -9, as part of another fault", fault.kills(), Integer::sum);
            }
            evidence.add(proof);
            progress.accept("%s: %s; %d s, caught up %.1f s later"
                    .formatted(
                            fault.name(),
                            proof,
                            Duration.between(began, over).toSeconds(),
                            catchUp.toMillis() / 1000.0));
        } catch (RuntimeException failure) {
            // Whatever it is: the others can still happen, and the report has to be written.
            broken.add(fault.name() + ": " + failure);
            progress.accept(fault.name() + " FAILED: " + failure);
            scene.putRight();
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
        counts.put("commands sent", (long) seen.commands().size());
        for (Command.Outcome outcome : Command.Outcome.values()) {
            counts.put(
                    "commands " + outcome.name().toLowerCase(java.util.Locale.ROOT),
                    seen.commands().stream()
                            .filter(command -> command.outcome() == outcome)
                            .count());
        }
        counts.put(
                "of them against the rules",
                seen.commands().stream().filter(Command::toBeRefused).count());
        counts.put("events stored", (long) seen.stored().size());
        counts.put(
                "of them not for the public",
                seen.stored().stream().filter(event -> !event.announced()).count());
        counts.put("on the topic", (long) seen.topic().size());
        counts.put(
                "on the topic, without repetitions",
                seen.topic().stream().distinct().count());
        counts.put("in the feed", (long) seen.feed().size());
        counts.put(
                "put onto the topic by faults, set aside",
                seen.deadLetters().stream().distinct().count());
        seen.deliveries()
                .forEach((subscriber, received) -> counts.put(
                        "at the " + subscriber + " subscriber, without repetitions",
                        received.stream().distinct().count()));
        counts.put("standards in the catalogue", (long) seen.catalogue().size());
        return counts;
    }
}
