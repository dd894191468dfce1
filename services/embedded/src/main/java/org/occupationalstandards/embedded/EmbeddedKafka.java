package org.occupationalstandards.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker and its controller inside this JVM, with everything it keeps in one folder: started again on the same
 * folder it has every topic, record and committed offset it had.
 *
 * <p>Listens on the loopback address only, without authentication. Topics are never created by merely mentioning them.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** One node is broker and controller at once, so it alone holds every replica. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "CLIENT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            // The default pause before the first rebalance serves large groups; ours have one member.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.coordinator.threads", "1"),
            // Long enough that a busy machine does not shut its only broker out; short, because after kill -9 the
            // controller lets the broker in again only when the session of the dead one has run out.
            Map.entry("broker.session.timeout.ms", "12000"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            // 128 MiB by default, allocated up front; compaction of thousands of keys needs a fraction of it.
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("log.segment.bytes", "67108864"),
            Map.entry("log.index.size.max.bytes", "1048576"));

    private final KafkaRaftServer server;
    private final int port;
    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker that keeps its data in {@code folder}, which is made and formatted when it is new.
     *
     * @param port where clients connect; 0 for any free port
     * @throws CannotStart when the port is taken, or the folder in use or unwritable
     */
    public static EmbeddedKafka start(Path folder, int port) {
        // Kafka itself finds out late that its port is taken, after seconds and a page of log.
        int chosen = Ports.choose(port, "Kafka");
        var properties = settings(folder, chosen);
        format(folder, properties);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failure) {
            server.shutdown();
            throw new CannotStart(
                    "Kafka did not start on port %d in %s: %s.".formatted(chosen, folder, failure.getMessage()),
                    failure);
        }
        return new EmbeddedKafka(server, chosen);
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the broker after it has written what it holds; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path folder, int port) {
        int controllerPort = Ports.choose(Ports.ANY, "Kafka's controller");
        var properties = new Properties();
        properties.putAll(SETTINGS);
        properties.put("log.dirs", folder.toAbsolutePath().resolve("log").toString());
        properties.put("listeners", "CLIENT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        properties.put("advertised.listeners", "CLIENT://localhost:" + port);
        properties.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        return properties;
    }

    /** Leaves a folder alone that was formatted before. */
    private static void format(Path folder, Properties properties) {
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "format", ".properties");
            try {
                try (var writer = Files.newBufferedWriter(file)) {
                    properties.store(writer, null);
                }
                var said = new ByteArrayOutputStream();
                int outcome = StorageTool.execute(
                        new String[] {
                            "format",
                            "--ignore-formatted",
                            "--config",
                            file.toString(),
                            "--cluster-id",
                            clusterId(folder)
                        },
                        printTo(said));
                if (outcome != 0) {
                    throw new CannotStart("Kafka cannot use the folder %s: %s"
                            .formatted(
                                    folder,
                                    said.toString(StandardCharsets.UTF_8).strip()));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new CannotStart("Kafka cannot use the folder %s: %s.".formatted(folder, failure), failure);
        }
    }

    private static PrintStream printTo(OutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }

    /** Made once per folder, and there as a whole or not at all: formatting again with another id would be refused. */
    private static String clusterId(Path folder) throws IOException {
        var file = folder.resolve("cluster-id");
        if (Files.notExists(file) || Files.size(file) == 0) {
            var whole = folder.resolve("cluster-id.new");
            Files.writeString(whole, Uuid.randomUuid().toString());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
