package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs every measurement against a standalone of its own, on loopback, and prints a table. Takes about four minutes; stops
 * by itself. {@code quality/benchmark/run} builds and starts it.
 */
public final class Benchmark {

    private static final int PORT = 18080;
    private static final int KAFKA_PORT = 19092;
    private static final int RATE = 50;

    private final Path checkout;
    private final List<Figure> figures = new ArrayList<>();

    private Benchmark(Path checkout) {
        this.checkout = checkout;
    }

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath();
        Benchmark benchmark = new Benchmark(checkout);
        Path data = Files.createTempDirectory("benchmark");
        try {
            benchmark.startOnAnEmptyFolder(data.resolve("example"));
            benchmark.startAgainAndPropose(data.resolve("example"));
            benchmark.importOccupations(data.resolve("empty"));
        } finally {
            delete(data);
        }
        System.out.println("\n| What | Measured | Aim |\n|---|---|---|");
        benchmark.figures.forEach(figure -> System.out.println(figure.asTableRow()));
    }

    private void startOnAnEmptyFolder(Path data) {
        say("starting on an empty folder, loading the example");
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT)) {
            add("`./start` on an empty folder, example loaded", Latencies.seconds(system.startTook()), "90 s");
        }
    }

    private void startAgainAndPropose(Path data) {
        say("starting again on the filled folder");
        try (Standalone system = Standalone.start(checkout, data, PORT, KAFKA_PORT);
                Api api = new Api(PORT)) {
            add("`./start` on a filled folder", Latencies.seconds(system.startTook()), "25 s");
            say("warming up, then " + RATE + " commands a second for a minute");
            new CommandToCatalogue(api).run(RATE, Duration.ofSeconds(20), "Warm-up");
            CommandToCatalogue measured = new CommandToCatalogue(api);
            measured.run(RATE, Duration.ofSeconds(60), "Measured");
            if (measured.failures() > 0) say(measured.failures() + " commands failed or never became visible");
            add(
                    "command sent → acknowledged, at " + RATE + "/s",
                    measured.acknowledged().summary(),
                    "—");
            add(
                    "command acknowledged → visible in the catalogue, at " + RATE + "/s",
                    measured.visible().summary(),
                    "p99 250 ms");
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
