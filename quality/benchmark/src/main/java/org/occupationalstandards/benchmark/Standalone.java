package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The whole system as {@code ./start} runs it, as a process of its own with a data folder of its own. */
final class Standalone implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Process process;
    private final Duration startTook;

    private Standalone(Process process, Duration startTook) {
        this.process = process;
        this.startTook = startTook;
    }

    /** Starts it and waits for its last line, which says that it is ready; {@code options} as on the command line. */
    static Standalone start(Path checkout, Path data, int firstPort, int kafkaPort, String... options) {
        List<String> command = new ArrayList<>(List.of(
                checkout.resolve("start").toString(),
                "--data",
                data.toString(),
                "--http-port",
                Integer.toString(firstPort),
                "--kafka-port",
                Integer.toString(kafkaPort)));
        command.addAll(List.of(options));
        Instant began = Instant.now();
        try {
            Path output = Files.createTempFile("standalone", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            waitForReady(process, output, firstPort);
            return new Standalone(process, Duration.between(began, Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitForReady(Process process, Path output, int firstPort) throws IOException {
        Instant end = Instant.now().plus(LONGEST_START);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) throw new IllegalStateException("It ended: " + Files.readString(output));
            if (Files.readString(output).contains("Press Ctrl-C to stop")) return;
            pause(Duration.ofMillis(50));
        }
        process.destroy();
        throw new IllegalStateException(
                "Not ready on port %d within %s: %s".formatted(firstPort, LONGEST_START, Files.readString(output)));
    }

    Duration startTook() {
        return startTook;
    }

    /** Memory of the process and all that it started, in MiB: shared pages are counted once (PSS). */
    long memory() {
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
            return all.mapToLong(each -> proportionalKib(each.pid())).sum() / 1024;
        }
    }

    private static long proportionalKib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("It does not stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
