package org.occupationalstandards.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A topic as it might be after many years: standards that are proposed, approved and revised over and over, told with the
 * published examples of each announcement. About one in four brings the whole content. Standards take turns, and two
 * announcements of the same standard lie ten days apart, so that each is a day of its own in the history.
 */
final class ChangeStream implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofDays(10);
    private static final Instant BEGINNING = Instant.parse("2005-01-03T09:00:00Z");

    private static final List<AnnouncementType> FIRST =
            List.of(AnnouncementType.PROPOSED, AnnouncementType.PROPOSAL_SUBMITTED, AnnouncementType.PROPOSAL_ACCEPTED);

    /** What comes again with every version. */
    private static final List<AnnouncementType> AGAIN = List.of(
            AnnouncementType.CONSULTATION_OPENED,
            AnnouncementType.CONSULTATION_EXTENDED,
            AnnouncementType.CONSULTATION_CLOSED,
            AnnouncementType.SUBMITTED,
            AnnouncementType.RETURNED,
            AnnouncementType.SUBMITTED,
            AnnouncementType.APPROVED,
            AnnouncementType.PRODUCT_CHANGED,
            AnnouncementType.PROGRESSION_CHANGED,
            AnnouncementType.REVISION_STARTED);

    private final KafkaProducer<String, byte[]> producer;
    private final List<Template> first = FIRST.stream().map(Template::of).toList();
    private final List<Template> again = AGAIN.stream().map(Template::of).toList();
    private final int standards;
    private long position;
    private long bytes;

    ChangeStream(String bootstrapServers, int standards) {
        this.standards = standards;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The example of one type with places for what differs. */
    private record Template(AnnouncementType type, String text) {

        static Template of(AnnouncementType type) {
            try (var stream = Template.class.getResourceAsStream("/contracts/examples/" + type.wireName() + ".json")) {
                ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(stream));
                String reference = data.get("reference").asString();
                data.put("sequence", "@S@").put("recordedAt", "@T@");
                if (data.get("occupation") instanceof ObjectNode occupation) {
                    occupation.put("sequence", "@S@").put("lastChanged", "@T@").put("version", "@V@");
                }
                return new Template(
                        type, data.toString().replace(reference, "@R@").replace("\"@S@\"", "@S@"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] filled(String reference, long sequence, Instant time, String version) {
            return text.replace("@R@", reference)
                    .replace("@S@", Long.toString(sequence))
                    .replace("@T@", time.toString())
                    .replace("@V@", version)
                    .getBytes(UTF_8);
        }
    }

    /** Sends the next announcements, and returns when the broker has them all. */
    void send(long count) {
        for (long i = 0; i < count; i++) producer.send(next());
        producer.flush();
    }

    long position() {
        return position;
    }

    /** Of the data, on average. */
    long bytesEach() {
        return bytes / Math.max(1, position);
    }

    private ProducerRecord<String, byte[]> next() {
        long turn = position / standards;
        String reference = "OCC%04d".formatted(position % standards);
        boolean isFirst = turn < FIRST.size();
        long later = turn - FIRST.size();
        Template template = isFirst ? first.get((int) turn) : again.get((int) (later % AGAIN.size()));
        String version = isFirst ? "0.0" : "1." + later / AGAIN.size();
        Instant time = BEGINNING.plus(BETWEEN.multipliedBy(turn)).plusSeconds(position % standards);
        position++;
        byte[] data = template.filled(reference, turn + 1, time, version);
        bytes += data.length;
        var message = new ProducerRecord<>(Topics.EVENTS, reference, data);
        List<Map.Entry<String, String>> headers = new ArrayList<>(List.of(
                Map.entry("ce_specversion", "1.0"),
                Map.entry("ce_id", new UUID(7, position).toString()),
                Map.entry("ce_source", "/standards"),
                Map.entry("ce_type", template.type().wireName()),
                Map.entry("ce_subject", reference),
                Map.entry("ce_time", time.toString()),
                Map.entry("ce_sequence", Long.toString(turn + 1)),
                Map.entry("ce_previoussequence", Long.toString(turn)),
                Map.entry("ce_position", Long.toString(position)),
                Map.entry(
                        "ce_dataschema",
                        "http://localhost:8082/schemas/" + template.type().wireName() + ".json"),
                Map.entry("content-type", "application/json")));
        headers.forEach(
                each -> message.headers().add(each.getKey(), each.getValue().getBytes(UTF_8)));
        return message;
    }

    @Override
    public void close() {
        producer.close();
    }
}
