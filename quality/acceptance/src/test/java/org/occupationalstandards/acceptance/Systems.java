package org.occupationalstandards.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.embedded.Ports;

/** The system that the journeys run against: the one that is named, or a standalone that is started once for all of them. */
final class Systems {

    private static final Duration LONGEST_START = Duration.ofMinutes(6);

    /** Not made while the class is initialised: what waits for the start runs on another thread. */
    private static @Nullable Running system;

    static synchronized Running running() {
        if (system == null) system = named();
        return system;
    }

    private static Running named() {
        String host = System.getProperty("acceptance.host", "");
        if (host.isEmpty()) return started();
        return new Running(
                host,
                Integer.getInteger("acceptance.port", 8080),
                System.getProperty("acceptance.kafka", host + ":9092"));
    }

    private static Running started() {
        try {
            int port = Ports.freeInARow(5);
            int kafka = Ports.free();
            Path folder = Files.createTempDirectory("acceptance");
            Path output = folder.resolve("output.txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Daxoniq.update-checker.disabled=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.occupationalstandards.standalone.Standalone",
                            "--data",
                            folder.resolve("data").toString(),
                            "--http-port",
                            Integer.toString(port),
                            "--kafka-port",
                            Integer.toString(kafka))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            Awaitility.await("the standalone; see " + output)
                    .atMost(LONGEST_START)
                    .until(() -> {
                        if (!process.isAlive()) throw new AssertionError("It ended: " + Files.readString(output));
                        return Files.readString(output).contains("Press Ctrl-C to stop");
                    });
            return new Running("localhost", port, "localhost:" + kafka);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private Systems() {}
}
