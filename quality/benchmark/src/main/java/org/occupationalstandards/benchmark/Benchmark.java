package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Runs measurements against standalones of their own, on loopback, and prints a table. Stops by itself.
 * {@code quality/benchmark/run} builds and starts it, with the names of the wanted measurements or none for all.
 */
public final class Benchmark {

    private static final int PORT = Integer.getInteger("benchmark.port", 18_080);
    private static final int KAFKA_PORT = PORT + 1_012;
    private static final int WARM_UP_SECONDS = 60;
    private static final int WARM_UP_PER_SECOND = 50;

    /** Each takes a reference, of which there are some 8,000 to be given; the warm-up takes 3,000 of them. */
    private static final int MOST_PROPOSALS = 4_800;

    private static final String OCCUPATIONS = "services/standalone/src/main/resources/examples/occupations.csv";
    private final Path checkout;
    private final List<Figure> figures = new ArrayList<>();

    private Benchmark(Path checkout) {
        this.checkout = checkout;
    }

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]).toAbsolutePath();
        Map<String, Measurement> all = measurements();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (String each : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = each.split("=", 2);
            wanted.put(parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : 0);
        }
        if (!all.keySet().containsAll(wanted.keySet())) {
            System.err.println("There are these measurements, some with =count: " + String.join(", ", all.keySet()));
            System.exit(2);
        }
        Benchmark benchmark = new Benchmark(checkout);
        for (String name : wanted.isEmpty() ? all.keySet() : wanted.keySet()) {
            say(name);
            Path data = Files.createTempDirectory("benchmark");
            try {
                Objects.requireNonNull(all.get(name)).take(benchmark, data, wanted.getOrDefault(name, 0));
            } finally {
                delete(data);
            }
        }
        System.out.println("\n| What | Measured | Aim |\n|---|---|---|");
        benchmark.figures.forEach(figure -> System.out.println(figure.asTableRow()));
    }

    /** One measurement or a few that share a system; {@code data} is an empty folder, {@code count} how much, 0 for as usual. */
    private interface Measurement {
        void take(Benchmark benchmark, Path data, int count) throws IOException;
    }

    private static Map<String, Measurement> measurements() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("start", (benchmark, data, count) -> benchmark.start(data));
        all.put("latency", (benchmark, data, count) -> benchmark.commandToEverywhere(data, 50, "—", "p99 250 ms"));
        all.put("latency-100", (benchmark, data, count) -> benchmark.commandToEverywhere(data, 100, "—", "—"));
        all.put(
                "latency-200",
                (benchmark, data, count) -> benchmark.commandToEverywhere(data, 200, "p99 30 ms", "p99 100 ms"));
        all.put("import", (benchmark, data, count) -> benchmark.importOccupations(data));
        all.put(
                "import-full",
                (benchmark, data, count) -> benchmark.importFullStandards(data, count == 0 ? 1000 : count));
        all.put("drafts", (benchmark, data, count) -> benchmark.drafts(data, count == 0 ? 1000 : count));
        all.put("rebuild", (benchmark, data, count) -> benchmark.rebuild(data, count == 0 ? 1_000_000 : count));
        all.put("drain", (benchmark, data, count) -> benchmark.relayDrain(data, count == 0 ? 100_000 : count));
        all.put("changes", (benchmark, data, count) -> benchmark.changes(data));
        all.put("fan-out", (benchmark, data, count) -> benchmark.fanOut(data, count == 0 ? 1000 : count));
        return all;
    }

    private void start(Path data) {
        say("starting on an empty folder, loading the example");
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT)) {
            add("`./start` on an empty folder, example loaded", Latencies.seconds(system.startTook()), "90 s");
        }
        say("starting again on the filled folder");
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT)) {
            add("`./start` on a filled folder", Latencies.seconds(system.startTook()), "25 s");
        }
    }

    private void commandToEverywhere(Path data, int perSecond, String toTopic, String toOthers) {
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT, "--empty");
                Api api = new Api(PORT);
                CommandToEverywhere commands = new CommandToEverywhere(api, "localhost:" + KAFKA_PORT)) {
            int seconds = Math.min(60, MOST_PROPOSALS / perSecond);
            say("a minute of %d commands a second to warm up, then %d seconds of %d a second that count"
                    .formatted(WARM_UP_PER_SECOND, seconds, perSecond));
            CommandToEverywhere.Result warmUp = commands.run(WARM_UP_PER_SECOND, Duration.ofSeconds(WARM_UP_SECONDS));
            say("warming up: " + warmUp.catalogue().summary() + " to the catalogue");
            CommandToEverywhere.Result measured = commands.run(perSecond, Duration.ofSeconds(seconds));
            if (measured.failures() > 0) say(measured.failures() + " commands failed or did not arrive somewhere");
            String at = ", at " + perSecond + "/s";
            add("command sent → acknowledged" + at, measured.acknowledged().summary(), "—");
            add("command acknowledged → on Kafka" + at, measured.topic().summary(), toTopic);
            add(
                    "command acknowledged → visible in the catalogue" + at,
                    measured.catalogue().summary(),
                    toOthers);
            add("command acknowledged → at a webhook" + at, measured.webhook().summary(), toOthers);
            add(
                    "memory of the standalone with PostgreSQL and Kafka, after that load",
                    system.memory() + " MiB",
                    "1,228 MiB");
        }
    }

    private void relayDrain(Path data, int count) throws IOException {
        try (Surroundings surroundings = new Surroundings(data, PORT);
                Api api = new Api(PORT)) {
            RelayDrain.Rates rates =
                    new RelayDrain(surroundings, api, Benchmark::say).run(checkout.resolve(OCCUPATIONS), count);
            add("backlog sent by the relay, as a share of the same producer in a bare loop", rates.ratio(), "0.5");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void importFullStandards(Path data, int count) {
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT, "--empty");
                Api api = new Api(PORT)) {
            FileImport.Took took = new FileImport(api).run("application/json", FullStandards.feed(count));
            if (took.accepted() != count)
                say("only %d were accepted: %s".formatted(took.accepted(), took.firstRefusal()));
            add(
                    "import of %d full standards, recorded".formatted(took.accepted()),
                    Latencies.seconds(took.recorded()),
                    "30 s");
            add("the same, all visible in the catalogue", Latencies.seconds(took.visible()), "—");
        }
    }

    /** @param events how many each of the standards has that are loaded at the end */
    private void drafts(Path data, int events) {
        List<String> references = new ArrayList<>();
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT, "--empty");
                Api api = new Api(PORT)) {
            Drafting warmUp = new Drafting(api);
            warmUp.save(warmUp.begin(FullStandards.largestDraft()), 600, 0);
            Drafting measured = new Drafting(api);
            references.add(measured.begin(FullStandards.largestDraft()));
            measured.save(references.getFirst(), events, 20);
            add(
                    "draft of 100 KSBs and 20 duties saved, at 20/s",
                    measured.saved().summary(),
                    "p99 20 ms");
            for (int i = 0; i < 9; i++) {
                references.add(warmUp.begin(FullStandards.largestDraft()));
                warmUp.save(references.getLast(), events, 0);
            }
        }
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT);
                Api api = new Api(PORT)) {
            Drafting drafting = new Drafting(api);
            // Compiled by then, with one standard that is not measured and stays in memory.
            String other = drafting.begin(FullStandards.largestDraft());
            for (int i = 0; i < 500; i++) drafting.load(other);
            Latencies loaded = new Latencies();
            Latencies fromStore = new Latencies();
            for (String reference : references) {
                Duration before = drafting.readingTheStore();
                loaded.add(drafting.load(reference));
                fromStore.add(drafting.readingTheStore().minus(before));
            }
            add(
                    "standard with %d events loaded from its snapshot, in the service".formatted(events),
                    fromStore.summary(),
                    "10 ms");
            add("the same with its whole answer, over HTTP", loaded.summary(), "—");
        }
    }

    private void importOccupations(Path data) throws IOException {
        say("importing the occupations of fact");
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT, "--empty");
                Api api = new Api(PORT)) {
            FileImport.Took took = new FileImport(api).run("text/csv", Files.readString(checkout.resolve(OCCUPATIONS)));
            add(
                    "import of %d occupations, recorded".formatted(took.accepted()),
                    Latencies.seconds(took.recorded()),
                    "10 s");
            add("the same, all visible in the catalogue", Latencies.seconds(took.visible()), "—");
            add("memory of an idle standalone", system.memory() + " MiB", "1,228 MiB");
        }
    }

    private void rebuild(Path data, int count) {
        try (Surroundings surroundings = new Surroundings(data, PORT);
                Api api = new Api(PORT)) {
            CatalogueRebuild.Rates rates = new CatalogueRebuild(surroundings, api, Benchmark::say).run(count);
            add("catalogue rebuilt, as a share of a bare consumer that only decodes", rates.ratio(), "0.5");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void changes(Path data) {
        try (Surroundings surroundings = new Surroundings(data, PORT);
                Api api = new Api(PORT)) {
            Notifying.Pages pages =
                    new Notifying(surroundings, api, Benchmark::say).pages(10_000, Duration.ofSeconds(10));
            add("`GET /changes`, a page of 100, one and the same", pages.same().summary(), "2,000 requests/s");
            add("the same, another page each time", pages.others().summary(), "2,000 requests/s");
            add("the same for a client that has it (304)", pages.notModified().summary(), "—");
        }
    }

    private void fanOut(Path data, int subscriptions) {
        try (Surroundings surroundings = new Surroundings(data, PORT);
                Api api = new Api(PORT)) {
            Notifying.FanOut took = new Notifying(surroundings, api, Benchmark::say).fanOut(subscriptions, 9);
            add(
                    "one change at %,d webhook subscriptions, the first on a new service / the median of nine after it"
                            .formatted(subscriptions),
                    Latencies.seconds(took.first()) + " / " + Latencies.seconds(took.median()),
                    "2 s");
        }
    }

    private void add(String what, String value, String aim) {
        say(what + ": " + value);
        figures.add(new Figure(what, value, aim));
    }

    private static void say(String line) {
        System.out.println("· " + line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
