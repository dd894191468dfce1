package org.occupationalstandards.faults.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.occupationalstandards.embedded.DurablePostgres;
import org.occupationalstandards.embedded.EmbeddedKafka;
import org.occupationalstandards.embedded.Ports;

/**
 * The whole system on loopback, with two instances of the write side. Database and broker live in this process and can be
 * stopped and started on the same folder and port.
 */
public final class Cluster implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    /** What is an hour to a receiver that fails takes this long here. */
    public static final Duration SIMULATED_HOUR = Duration.ofSeconds(9);

    /** The pauses of the product, 5 s to 12 h, at that pace. */
    private static final String LADDER = "12ms,75ms,300ms,1500ms,4500ms,9s,27s,54s,108s,108s,108s,108s,108s";

    private final Path folder;
    private final int postgresPort = Ports.free();
    private final int kafkaPort = Ports.free();
    private DurablePostgres postgres;
    private EmbeddedKafka kafka;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

    public Cluster(Path folder) {
        this.folder = folder;
        postgres = DurablePostgres.start(folder.resolve("postgres"), postgresPort);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), kafkaPort);
        int identityPort = Ports.free();
        String issuer = "http://localhost:" + identityPort;
        add(
                "identity",
                "identity.IdentityService",
                identityPort,
                Map.of("identity.issuer", issuer, "identity.examples", "true"),
                issuer);
        add("standards", "standards.StandardsService", Ports.free(), Map.of(), issuer);
        add("standards-2", "standards.StandardsService", Ports.free(), Map.of(), issuer);
        add("catalogue", "catalogue.CatalogueService", Ports.free(), Map.of(), issuer);
        add(
                "notifications",
                "notifications.NotificationsService",
                Ports.free(),
                Map.of(
                        "notifications.webhooks.allow-private-addresses",
                        "true",
                        "notifications.webhooks.total-timeout",
                        "2s",
                        "notifications.delivery.ladder",
                        LADDER),
                issuer);
    }

    private void add(String name, String mainClass, int port, Map<String, String> more, String issuer) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "spring.datasource.url", postgres.url(),
                "spring.datasource.username", postgres.username(),
                "spring.datasource.password", postgres.password(),
                "spring.kafka.bootstrap-servers", kafka.bootstrapServers(),
                "platform.security.issuers[0].uri", issuer));
        settings.putAll(more);
        services.put(
                name,
                new ServiceProcess(
                        name, "org.occupationalstandards." + mainClass, port, settings, folder.resolve(name + ".log")));
    }

    /** Starts every service and waits until each is ready. */
    public void start() {
        services.values().forEach(ServiceProcess::start);
        services.values().forEach(service -> service.awaitReady(LONGEST_START));
    }

    public ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) throw new IllegalArgumentException("No service " + name);
        return service;
    }

    /** The service whose process has that number, where one has. */
    public Optional<ServiceProcess> serviceOf(long pid) {
        return services.values().stream()
                .filter(ServiceProcess::isAlive)
                .filter(service -> service.pid() == pid)
                .findFirst();
    }

    /** The database as an administrator sees it. */
    public Database database() {
        return new Database(postgres.url(), postgres.username(), postgres.password());
    }

    public boolean brokerAnswers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", kafkaPort), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Where the broker keeps the messages, one folder for each partition. */
    public Path topicLogs() {
        return folder.resolve("kafka").resolve("log");
    }

    public List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public void stopBroker() {
        kafka.close();
    }

    public void startBroker() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), kafkaPort);
    }

    /**
     * Ends PostgreSQL as {@code pg_ctl stop -m immediate} does: no checkpoint, recovery from the log at the next start.
     *
     * @return number of the process, which is gone
     */
    public long stopDatabaseImmediately() {
        try (Stream<String> lines = Files.lines(postmasterFile())) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
            while (ProcessHandle.of(pid).isPresent()) Pause.of(Duration.ofMillis(20));
            return pid;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path postmasterFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("postgres"), 4)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public void startDatabase() {
        postgres.close();
        postgres = DurablePostgres.start(folder.resolve("postgres"), postgresPort);
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::close);
        kafka.close();
        postgres.close();
    }
}
