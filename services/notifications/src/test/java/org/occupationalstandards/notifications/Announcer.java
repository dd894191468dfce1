package org.occupationalstandards.notifications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.occupationalstandards.contracts.Topics;

/** Announces on the real topic as the relay does: positions without gaps, sequences that point to the one before. */
final class Announcer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> last = new HashMap<>();
    private long position;

    Announcer(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One announcement. */
    record Told(long position, String id, String type, String subject, long sequence, long previous, byte[] data) {
        Instant time() {
            return Instant.parse("2026-08-03T10:00:00Z").plusSeconds(position);
        }
    }

    /** A standard is approved, at level 2 on route 10. */
    Told approved(String reference) {
        return announce(reference, "standards.standard.approved.v1", 2, 10);
    }

    Told announce(String reference, String type, int level, int route) {
        var told = next(reference, type, level, route);
        send(told);
        return told;
    }

    /** What would be announced next; it is not sent, but its position and sequence are taken. */
    synchronized Told next(String reference, String type, int level, int route) {
        long previous = last.getOrDefault(reference, 0L);
        long sequence = previous + 1;
        last.put(reference, sequence);
        return new Told(
                ++position,
                UUID.randomUUID().toString(),
                type,
                reference,
                sequence,
                previous,
                data(reference, sequence, level, route));
    }

    /** The last position that was given. */
    synchronized long position() {
        return position;
    }

    private static byte[] data(String reference, long sequence, int level, int route) {
        return RunningService.JSON.writeValueAsBytes(Map.of(
                "reference",
                reference,
                "title",
                "Title of " + reference,
                "sequence",
                sequence,
                "version",
                "1.0",
                "statusAfter",
                "approved",
                "level",
                level,
                "route",
                Map.of("id", route, "name", "Route " + route),
                "changes",
                List.of()));
    }

    Future<RecordMetadata> send(Told told) {
        var message = new ProducerRecord<>(Topics.EVENTS, told.subject(), told.data());
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", told.id());
        header(message, "ce_source", "/standards");
        header(message, "ce_type", told.type());
        header(message, "ce_subject", told.subject());
        header(message, "ce_time", told.time().toString());
        header(message, "ce_dataschema", "http://localhost:8082/schemas/" + told.type() + ".json");
        header(message, "content-type", "application/json");
        header(message, "ce_sequence", Long.toString(told.sequence()));
        header(message, "ce_previoussequence", Long.toString(told.previous()));
        header(message, "ce_position", Long.toString(told.position()));
        return producer.send(message);
    }

    /** The current state of a standard, as it follows an announcement. */
    void state(String reference, long sequence, String title) {
        var data = RunningService.JSON.writeValueAsBytes(
                Map.of("reference", reference, "sequence", sequence, "title", title));
        var message = new ProducerRecord<>(Topics.STATE, reference, data);
        header(message, "ce_type", "standards.standard.state.v1");
        header(message, "ce_subject", reference);
        header(message, "ce_sequence", Long.toString(sequence));
        producer.send(message);
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
