package org.occupationalstandards.standards.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A topic as an outsider sees it: plain Kafka, nothing of the service. */
public final class Topic {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final String name;

    public Topic(String bootstrapServers, String name) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
    }

    /** One message. */
    public record Message(@Nullable String key, int partition, long offset, Map<String, String> headers, String value) {

        public String header(String header) {
            var value = headers.get(header);
            if (value == null) {
                throw new AssertionError("no header " + header + " in " + headers);
            }
            return value;
        }

        public long position() {
            return Long.parseLong(header("ce_position"));
        }

        public long sequence() {
            return Long.parseLong(header("ce_sequence"));
        }

        public String id() {
            return header("ce_id");
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(value);
        }
    }

    /** Everything that is on the topic now, each partition in its order. */
    public List<Message> messages() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<Message>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> messages.add(message(record)));
            }
            messages.sort(Comparator.comparingInt(Message::partition).thenComparingLong(Message::offset));
            return List.copyOf(messages);
        }
    }

    public List<Message> messages(Predicate<Message> wanted) {
        return messages().stream().filter(wanted).toList();
    }

    /** Those messages, once there are at least that many. */
    public List<Message> await(int count, Predicate<Message> wanted) {
        return await(PATIENCE, count, wanted);
    }

    public List<Message> await(Duration patience, int count, Predicate<Message> wanted) {
        var found = new ArrayList<Message>();
        org.awaitility.Awaitility.await().atMost(patience).until(() -> {
            found.clear();
            found.addAll(messages(wanted));
            return found.size() >= count;
        });
        return List.copyOf(found);
    }

    private static Message message(ConsumerRecord<String, String> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Message(record.key(), record.partition(), record.offset(), headers, record.value());
    }
}
