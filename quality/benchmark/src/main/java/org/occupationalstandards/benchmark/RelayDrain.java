package org.occupationalstandards.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.occupationalstandards.contracts.Topics;
import tools.jackson.databind.JsonNode;

/**
 * Has the relay send a backlog, and compares that with the same producer in a bare loop. The backlog comes about as in life,
 * behind somebody else who holds the right to send.
 */
final class RelayDrain {

    private static final String BARE_TOPIC = "bare";
    private static final int PARTITIONS = 12;
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    private final Surroundings surroundings;
    private final Api api;
    private final Consumer<String> say;

    RelayDrain(Surroundings surroundings, Api api, Consumer<String> say) {
        this.surroundings = surroundings;
        this.api = api;
        this.say = say;
    }

    /**
     * How fast the same announcements and states got to the broker.
     *
     * @param count of announcements
     * @param states sent with them; a standard that changes again meanwhile has one for both
     * @param bytesEach of key, headers and data of a message, on average
     * @param bare announcements a second, all of these messages sent from memory: the better of before and after
     * @param relay announcements a second: the better of two
     */
    record Rates(long count, long states, long bytesEach, double bare, double relay) {
        String ratio() {
            return String.format(
                    Locale.ROOT,
                    "%.2f (%,.0f of %,.0f a second; %,d announcements and %,d states of %,d bytes each)",
                    relay / bare,
                    relay,
                    bare,
                    count,
                    states,
                    bytesEach);
        }
    }

    Rates run(Path occupations, int count) throws SQLException, IOException {
        surroundings.start("org.occupationalstandards.standards.StandardsService", api);
        load(occupations);
        try (Connection database = surroundings.database();
                TopicTail sent = new TopicTail(surroundings.bootstrapServers(), Topics.EVENTS, Topics.STATE)) {
            awaitDrained(database);
            for (int i = 0; i < 2; i++) {
                backlog(database, count);
                drain(database);
            }
            say.accept("warmed up");
            long announcements = backlog(database, count);
            sent.seekToEnd();
            double relay = drain(database);
            List<ConsumerRecord<String, byte[]>> messages = sent.read();
            bare(messages, announcements);
            double before = bare(messages, announcements);
            backlog(database, count);
            relay = Math.max(relay, drain(database));
            double after = bare(messages, announcements);
            say.accept("relay %,.0f a second, bare producer %,.0f and %,.0f".formatted(relay, before, after));
            return new Rates(
                    announcements,
                    messages.size() - announcements,
                    messages.stream().mapToLong(TopicTail::bytes).sum() / messages.size(),
                    Math.max(before, after),
                    relay);
        }
    }

    private void load(Path occupations) throws IOException {
        String token = surroundings.token("benchmark", "official");
        var answer = api.post(surroundings.address("/imports"), "text/csv", Files.readString(occupations), token);
        Api.expect(202, answer);
        String progress = surroundings.address(
                answer.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", ""));
        JsonNode state;
        do {
            Standalone.pause(Duration.ofMillis(200));
            state = Api.expect(200, api.getAs(progress, token));
        } while (!state.get("state").asString().equals("done"));
    }

    /**
     * Takes the right to send, and fills the outbox with as many announcements again.
     *
     * @return how many wait now
     */
    private long backlog(Connection database, int count) throws SQLException {
        update(database, "update standards.relay set owner = 'somebody else', lease_until = now() + interval '1 hour'");
        // Longer than the relay goes on without looking.
        Standalone.pause(Duration.ofSeconds(10));
        update(database, """
                insert into standards.outbox (number, channel, position, reference, sequence, previous_sequence, event_id,
                                              type, recorded_at, traceparent, data)
                select h.number + row_number() over (order by k, c.number), 'EVENTS',
                       h.position + row_number() over (order by k, c.number), c.reference, c.sequence + k * 1000,
                       c.sequence + (k - 1) * 1000, gen_random_uuid()::text, c.type, c.recorded_at, c.traceparent, c.data
                  from (select * from standards.outbox where channel = 'EVENTS' order by number limit 600) c,
                       (select max(number) as number, max(position) as position, max(sequence) as sequence
                          from standards.outbox) h,
                       generate_series(h.sequence / 1000 + 1, h.sequence / 1000 + %d) k""".formatted(Math.max(1, count / 600)));
        return number(
                database, "select (select max(number) from standards.outbox) - sent_through from standards.relay");
    }

    /** Gives the right to send back; counted from when the relay has it. */
    private double drain(Connection database) throws SQLException {
        long backlog = number(
                database, "select (select max(number) from standards.outbox) - sent_through from standards.relay");
        update(database, "update standards.relay set owner = null, lease_until = now()");
        while (number(database, "select count(owner) from standards.relay") == 0) {
            Standalone.pause(Duration.ofMillis(5));
        }
        long began = System.nanoTime();
        awaitDrained(database);
        return backlog * 1e9 / (System.nanoTime() - began);
    }

    private static void awaitDrained(Connection database) throws SQLException {
        long end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        while (number(database, "select (select max(number) from standards.outbox) - sent_through from standards.relay")
                > 0) {
            if (System.nanoTime() > end) throw new IllegalStateException("The relay does not catch up");
            Standalone.pause(Duration.ofMillis(10));
        }
    }

    /** As the relay's producer is set up, and nothing else. */
    private double bare(List<ConsumerRecord<String, byte[]>> messages, long announcements) {
        Map<String, Object> configuration = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                surroundings.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                1,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
        makeTopic();
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(BARE_TOPIC);
            long began = System.nanoTime();
            for (ConsumerRecord<String, byte[]> each : messages) {
                var unused =
                        producer.send(new ProducerRecord<>(BARE_TOPIC, null, each.key(), each.value(), each.headers()));
            }
            producer.flush();
            return announcements * 1e9 / (System.nanoTime() - began);
        }
    }

    private void makeTopic() {
        Map<String, Object> configuration =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, surroundings.bootstrapServers());
        try (Admin admin = Admin.create(configuration)) {
            if (!admin.listTopics().names().get().contains(BARE_TOPIC)) {
                admin.createTopics(List.of(new NewTopic(BARE_TOPIC, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void update(Connection database, String sql) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
