package org.occupationalstandards.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays the writing side: sends announcements as it would, or as it never should. */
public final class Announcer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicLong POSITIONS = new AtomicLong();

    private final Producer<String, byte[]> producer;

    public Announcer(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The published example of that type, about another standard. */
    public static ObjectNode example(AnnouncementType type, String reference) {
        ObjectNode data = example(type);
        data.put("reference", reference);
        for (String part : new String[] {"occupation", "draft"}) {
            if (data.get(part) instanceof ObjectNode occupation) occupation.put("reference", reference);
        }
        return data;
    }

    private static ObjectNode example(AnnouncementType type) {
        try (var stream = Announcer.class.getResourceAsStream("/contracts/examples/" + type.wireName() + ".json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(stream, type.wireName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The announcements of one standard, one after the other. */
    public Standard standard(String reference) {
        return new Standard(reference);
    }

    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** One standard and where its stream stands. */
    public final class Standard {

        private final String reference;
        private long sequence;

        private Standard(String reference) {
            this.reference = reference;
        }

        public String reference() {
            return reference;
        }

        /** Of the last message. */
        public long sequence() {
            return sequence;
        }

        /** Sends the example of that type with these changes. */
        public Standard say(AnnouncementType type, Consumer<ObjectNode> changes) {
            send(next(type, changes));
            return this;
        }

        public Standard say(AnnouncementType type) {
            return say(type, data -> {});
        }

        /** The next message, yet to be sent. */
        public ProducerRecord<String, byte[]> next(AnnouncementType type, Consumer<ObjectNode> changes) {
            long previous = sequence;
            // Internal events take numbers, too.
            sequence += 3;
            ObjectNode data = example(type, reference);
            data.put("sequence", sequence);
            data.put("recordedAt", Instant.now().toString());
            if (data.get("occupation") instanceof ObjectNode occupation) occupation.put("sequence", sequence);
            changes.accept(data);
            return message(type.wireName(), reference, sequence, previous, JSON.writeValueAsBytes(data));
        }
    }

    /** A message in binary mode. */
    public static ProducerRecord<String, byte[]> message(
            String type, String reference, long sequence, long previous, byte[] bytes) {
        var message = new ProducerRecord<>(Topics.EVENTS, reference, bytes);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/standards",
                        "ce_type",
                        type,
                        "ce_subject",
                        reference,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_previoussequence",
                        Long.toString(previous),
                        "ce_position",
                        Long.toString(POSITIONS.incrementAndGet()),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }
}
