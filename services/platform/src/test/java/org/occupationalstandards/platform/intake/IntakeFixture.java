package org.occupationalstandards.platform.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.topics.DeadLetterTopic;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** An intake of a topic and a database of its own. */
final class IntakeFixture implements AutoCloseable {

    static final int LARGEST = 2000;

    static {
        // Machines that build are busy; a condition that does not come true still fails.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    final String topic = "test." + UUID.randomUUID();
    final Database database = Testbed.freshDatabase();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final HikariDataSource dataSource = new HikariDataSource();
    final JdbcClient jdbc;
    final Mailbox mailbox;
    private final KafkaProducer<@Nullable String, byte[]> producer;
    private final Map<String, Long> sequences = new LinkedHashMap<>();
    private final List<String> brokers = new CopyOnWriteArrayList<>(List.of(Testbed.bootstrapServers()));
    private Intake intake;

    IntakeFixture() {
        createTopics();
        dataSource.setJdbcUrl(database.url());
        dataSource.setUsername(database.username());
        dataSource.setPassword(database.password());
        dataSource.setConnectionTimeout(1000);
        jdbc = JdbcClient.create(dataSource);
        for (String statement : migration().split(";\\s*\\n")) {
            if (!statement.isBlank()) jdbc.sql(statement).update();
        }
        mailbox = new Mailbox(topic, jdbc);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Testbed.bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4_000_000),
                new StringSerializer(),
                new ByteArraySerializer());
        intake = create();
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Testbed.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(topic, 3, (short) 1), new NewTopic(DeadLetterTopic.of(topic), 3, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migration() {
        try (var stream = IntakeFixture.class.getResourceAsStream("/db/platform-intake/V0_1__intake.sql")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Intake create() {
        KafkaConnectionDetails connection = () -> brokers;
        var settings = new IntakeSettings(
                topic,
                2,
                100,
                DataSize.ofBytes(LARGEST),
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofMillis(100));
        return new IntakeFactory(
                        new KafkaProperties(),
                        connection,
                        meters,
                        JsonMapper.shared(),
                        Clock.systemUTC(),
                        CompletableFuture.completedFuture(null))
                .create("test", mailbox, settings, dataSource, new JdbcTransactionManager(dataSource));
    }

    Intake intake() {
        return intake;
    }

    IntakeFixture start() {
        intake.start();
        return this;
    }

    /** Where clients made from now on look for the broker, as if its name had come to resolve to that. */
    void brokerIs(String address) {
        brokers.set(0, address);
    }

    /** A new process takes over; what the old one knew is gone. */
    void restart() {
        intake.stop();
        meters.clear();
        intake = create();
        intake.start();
    }

    /** Sends the next words of a standard; numbers go up by two, as internal events take some. */
    IntakeFixture say(String reference, String... words) {
        for (String word : words) send(next(reference, word));
        return this;
    }

    /** The next message of a standard, yet to be sent. */
    ProducerRecord<@Nullable String, byte[]> next(String reference, String word) {
        long previous = sequences.getOrDefault(reference, 0L);
        sequences.put(reference, previous + 2);
        return message(reference, previous + 2, previous, ("{\"word\":\"" + word + "\"}").getBytes(UTF_8));
    }

    ProducerRecord<@Nullable String, byte[]> message(String reference, long sequence, long previous, byte[] bytes) {
        var message = new ProducerRecord<@Nullable String, byte[]>(topic, reference, bytes);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        reference + "-" + sequence,
                        "ce_source",
                        "/standards",
                        "ce_type",
                        Mailbox.TYPE,
                        "ce_subject",
                        reference,
                        "ce_time",
                        "2026-11-22T10:00:00Z",
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_previoussequence",
                        Long.toString(previous),
                        "ce_position",
                        "1")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    void send(ProducerRecord<@Nullable String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same message with its headers changed. */
    ProducerRecord<@Nullable String, byte[]> with(
            ProducerRecord<@Nullable String, byte[]> message,
            Consumer<ProducerRecord<@Nullable String, byte[]>> change) {
        change.accept(message);
        return message;
    }

    /** Everything among the dead letters. */
    List<ConsumerRecord<String, byte[]>> deadLetters() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Testbed.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> places = List.of(
                    new TopicPartition(DeadLetterTopic.of(topic), 0),
                    new TopicPartition(DeadLetterTopic.of(topic), 1),
                    new TopicPartition(DeadLetterTopic.of(topic), 2));
            consumer.assign(places);
            consumer.seekToBeginning(places);
            long total = consumer.endOffsets(places).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
            while (letters.size() < total) consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            return letters;
        }
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    double count(String counter) {
        return meters.get(counter).counter().count();
    }

    double gauge(String gauge) {
        return meters.get(gauge).gauge().value();
    }

    @Override
    public void close() {
        intake.stop();
        producer.close();
        dataSource.close();
    }
}
