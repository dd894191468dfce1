package org.occupationalstandards.platform.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.occupationalstandards.platform.intake.Reading.NotUnderstood;
import org.occupationalstandards.platform.topics.DeadLetterTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the world of messages that could not be read. Planned in the transaction that sets the message aside, sent
 * afterwards: each at least once, under its own event id.
 */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    static final String REASON_HEADER = "dlt-reason";
    static final String EXPLANATION_HEADER = "dlt-explanation";
    static final String TOPIC_HEADER = "dlt-original-topic";
    static final String PARTITION_HEADER = "dlt-original-partition";
    static final String OFFSET_HEADER = "dlt-original-offset";

    /** In bytes; together with the headers that are added, more would not fit into one message. */
    static final int MOST_CARRIED = 3 * 1024 * 1024;

    private static final int AT_ONCE = 100;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String topic;
    private final ProducerFactory<String, byte[]> producers;

    DeadLetters(
            JdbcClient jdbc, JsonMapper json, Clock clock, String topic, ProducerFactory<String, byte[]> producers) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.topic = topic;
        this.producers = producers;
    }

    private record Planned(Letter letter, String reason, String explanation) {}

    /** In the caller's transaction. What is too large is told of without its content, which stays on the topic. */
    void plan(NotUnderstood<?> reading) {
        Letter letter = reading.letter();
        jdbc.sql("""
                        insert into intake_dead_letter (topic, partition, record_offset, message_key, headers, bytes,
                            reason, explanation, planned_at)
                        values (:topic, :partition, :offset, :key, :headers::jsonb, :bytes, :reason, :explanation, :now)
                        on conflict do nothing
                        """)
                .param("topic", letter.topic())
                .param("partition", letter.partition())
                .param("offset", letter.offset())
                .param("key", letter.key())
                .param("headers", json.writeValueAsString(letter.headers()))
                .param("bytes", carried(reading))
                .param("reason", reading.reason().name())
                .param("explanation", reading.explanation().replace('\0', '\uFFFD'))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static byte[] carried(NotUnderstood<?> reading) {
        byte[] bytes = reading.letter().bytes();
        return reading.reason() == Reason.TOO_LARGE || bytes.length > MOST_CARRIED ? new byte[0] : bytes;
    }

    /** Sends what is planned. What fails stays planned and is tried again by the next call. */
    synchronized void send() {
        List<Planned> planned = planned();
        if (planned.isEmpty()) return;
        try (Producer<String, byte[]> producer = producers.createProducer()) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Planned each : planned) sent.add(producer.send(message(each, producer)));
            for (int i = 0; i < sent.size(); i++) {
                sent.get(i).get();
                forget(planned.get(i).letter());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.warn("Dead letters of {} cannot be sent yet: {}", topic, e.toString());
        }
    }

    private List<Planned> planned() {
        return jdbc.sql("""
                        select * from intake_dead_letter where topic = :topic
                        order by planned_at, partition, record_offset limit :limit
                        """)
                .param("topic", topic)
                .param("limit", AT_ONCE)
                .query((row, number) -> planned(row))
                .list();
    }

    private Planned planned(ResultSet row) throws SQLException {
        Letter letter = new Letter(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("message_key"),
                json.readValue(row.getString("headers"), HEADERS),
                row.getBytes("bytes"));
        return new Planned(letter, row.getString("reason"), row.getString("explanation"));
    }

    private static ProducerRecord<String, byte[]> message(Planned planned, Producer<String, byte[]> producer) {
        Letter letter = planned.letter();
        String deadLetterTopic = DeadLetterTopic.of(letter.topic());
        boolean samePartition =
                letter.partition() < producer.partitionsFor(deadLetterTopic).size();
        var message = new ProducerRecord<>(
                deadLetterTopic, samePartition ? letter.partition() : null, letter.key(), letter.bytes());
        letter.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        message.headers()
                .add(REASON_HEADER, planned.reason().getBytes(UTF_8))
                .add(EXPLANATION_HEADER, planned.explanation().getBytes(UTF_8))
                .add(TOPIC_HEADER, letter.topic().getBytes(UTF_8))
                .add(PARTITION_HEADER, Integer.toString(letter.partition()).getBytes(UTF_8))
                .add(OFFSET_HEADER, Long.toString(letter.offset()).getBytes(UTF_8));
        return message;
    }

    private void forget(Letter letter) {
        jdbc.sql("""
                        delete from intake_dead_letter
                        where topic = :topic and partition = :partition and record_offset = :offset
                        """)
                .param("topic", letter.topic())
                .param("partition", letter.partition())
                .param("offset", letter.offset())
                .update();
    }
}
