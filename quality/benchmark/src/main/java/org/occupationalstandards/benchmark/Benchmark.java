package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final int PORT = 18080;
    private static final int KAFKA_PORT = 19092;
    private final Path checkout;
    private final List<Figure> figures = new ArrayList<>();

    private Benchmark(Path checkout) {
        this.checkout = checkout;
    }

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]).toAbsolutePath();
        Map<String, Measurement> all = measurements();
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        if (!all.keySet().containsAll(wanted)) {
            System.err.println("There are these measurements: " + String.join(", ", all.keySet()));
            System.exit(2);
        }
        Benchmark benchmark = new Benchmark(checkout);
        for (String name : wanted.isEmpty() ? all.keySet() : wanted) {
            say(name);
            Path data = Files.createTempDirectory("benchmark");
            try {
                Objects.requireNonNull(all.get(name)).take(benchmark, data);
            } finally {
                delete(data);
            }
        }
        System.out.println("\n| What | Measured | Aim |\n|---|---|---|");
        benchmark.figures.forEach(figure -> System.out.println(figure.asTableRow()));
    }

    /** One measurement or a few that share a standalone; {@code data} is an empty folder. */
    private interface Measurement {
        void take(Benchmark benchmark, Path data) throws IOException;
    }

    private static Map<String, Measurement> measurements() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("start", Benchmark::start);
        all.put("latency", (benchmark, data) -> benchmark.commandToCatalogue(data, 50));
        all.put("latency-200", (benchmark, data) -> benchmark.commandToCatalogue(data, 200));
        all.put("import", Benchmark::importOccupations);
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

    private void commandToCatalogue(Path data, int perSecond) {
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT, "--empty");
                Api api = new Api(PORT)) {
            say("warming up, then " + perSecond + " commands a second for a minute");
            new CommandToCatalogue(api).run(perSecond, Duration.ofSeconds(20), "Warm-up");
            CommandToCatalogue measured = new CommandToCatalogue(api);
            measured.run(perSecond, Duration.ofSeconds(60), "Measured");
            if (measured.failures() > 0) say(measured.failures() + " commands failed or never became visible");
            String at = ", at " + perSecond + "/s";
            add("command sent → acknowledged" + at, measured.acknowledged().summary(), "—");
            add(
                    "command acknowledged → visible in the catalogue" + at,
                    measured.visible().summary(),
                    perSecond <= 50 ? "p99 250 ms" : "p99 100 ms");
            add(
                    "memory of the standalone with PostgreSQL and Kafka, after that load",
                    system.memory() + " MiB",
                    "1,228 MiB");
        }
    }

    private void importOccupations(Path data) {
        say("importing the occupations of fact");
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT, "--empty");
                Api api = new Api(PORT)) {
            OccupationsImport.Took took = new OccupationsImport(api)
                    .run(checkout.resolve("services/standalone/src/main/resources/examples/occupations.csv"));
            add(
                    "import of %d occupations, recorded".formatted(took.accepted()),
                    Latencies.seconds(took.recorded()),
                    "10 s");
            add("the same, all visible in the catalogue", Latencies.seconds(took.visible()), "—");
            add("memory of an idle standalone", system.memory() + " MiB", "1,228 MiB");
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
