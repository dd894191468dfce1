package org.occupationalstandards.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Announces on the real topic as the relay does: positions without gaps, sequences that point to the one before. */
final class Announcer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> last = new HashMap<>();
    private long position;

    Announcer(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "max.request.size",
                        4 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One announcement. */
    record Told(long position, String id, String type, String subject, long sequence, long previous, byte[] data) {
        /** The same with a text that nobody asked for. */
        Told with(String text) {
            var longer = (ObjectNode) RunningService.JSON.readTree(data);
            longer.put("comment", text);
            return new Told(
                    position, id, type, subject, sequence, previous, RunningService.JSON.writeValueAsBytes(longer));
        }

        Instant time() {
            return Instant.parse("2026-08-03T10:00:00Z").plusSeconds(position);
        }
    }

    /** A standard is approved, at level 2 on route 10. */
    Told approved(String reference) {
        return announce(reference, "standards.standard.approved.v1", 2, 10);
    }

    /** A step that says nothing but that it was taken, at level 2 on route 10. */
    Told submitted(String reference) {
        return announce(reference, "standards.standard.submitted.v1", 2, 10);
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
                data(reference, type, sequence, level, route));
    }

    /** A first announcement of that standard that claims a position of its own; none is taken for it. */
    Told at(long claimed, String reference) {
        var type = "standards.standard.submitted.v1";
        return new Told(claimed, UUID.randomUUID().toString(), type, reference, 1, 0, data(reference, type, 1, 2, 10));
    }

    /** The last position that was given. */
    synchronized long position() {
        return position;
    }

    /** The published example of that type, told of this standard. */
    private static byte[] data(String reference, String type, long sequence, int level, int route) {
        var data = (ObjectNode) example(type);
        tell(data, reference, sequence, level, route);
        if (data.get("occupation") instanceof ObjectNode occupation)
            tell(occupation, reference, sequence, level, route);
        return RunningService.JSON.writeValueAsBytes(data);
    }

    private static void tell(ObjectNode node, String reference, long sequence, int level, int route) {
        node.put("reference", reference).put("title", "Title of " + reference).put("sequence", sequence);
        node.put("level", level).putObject("route").put("id", route).put("name", "Route " + route);
    }

    private static JsonNode example(String type) {
        var name = "/contracts/examples/" + type + ".json";
        try (var stream = AnnouncementType.class.getResourceAsStream(name)) {
            return RunningService.JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
