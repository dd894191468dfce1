package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.occupationalstandards.embedded.DurablePostgres;
import org.occupationalstandards.embedded.EmbeddedKafka;
import org.occupationalstandards.testbed.access.TestIssuer;

/** PostgreSQL, Kafka and an issuer of tokens for one service alone, which runs in a process of its own. */
final class Surroundings implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final DurablePostgres database;
    private final EmbeddedKafka kafka;
    private final TestIssuer issuer = TestIssuer.start();
    private final int port;
    private final Path log;
    private final List<Process> services = new ArrayList<>();

    /** @param port where the service answers */
    Surroundings(Path data, int port) {
        this.database = DurablePostgres.start(data.resolve("postgres"), 0);
        this.kafka = EmbeddedKafka.start(data.resolve("kafka"), 0);
        this.port = port;
        this.log = data.resolve("service.log");
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    String token(String subject, String role) {
        return issuer.token(subject, Map.of("roles", List.of(role)));
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    int port() {
        return port;
    }

    /** Starts the service with half a gigabyte of heap, as the standalone has for all of them. */
    void start(String mainClass, Api api, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass,
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url() + (database.url().contains("?") ? "&" : "?")
                        + "reWriteBatchedInserts=true",
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--platform.security.issuers[0].uri=" + issuer.uri()));
        command.addAll(List.of(options));
        try {
            services.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant end = Instant.now().plus(LONGEST_START);
        while (!api.ready(address(""))) {
            if (Instant.now().isAfter(end) || !services.getLast().isAlive()) {
                throw new IllegalStateException("The service does not start: " + log);
            }
            Standalone.pause(Duration.ofMillis(100));
        }
    }

    /** To look into the database, or to prepare it. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    /** Ends what was started. */
    void stop() {
        services.forEach(Process::destroy);
        try {
            for (Process each : services) {
                if (!each.waitFor(60, TimeUnit.SECONDS)) each.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        services.clear();
    }

    @Override
    public void close() {
        stop();
        issuer.close();
        kafka.close();
        database.close();
    }
}
