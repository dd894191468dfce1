package org.occupationalstandards.faults.observing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.occupationalstandards.faults.history.Seen;
import org.occupationalstandards.faults.history.Shown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the topic of announcements from its beginning, with a consumer that knows nothing of ours. */
final class TopicObserver {

    private static final String TOPIC = "standards.standard.events.v1";

    private final List<Seen> messages = new ArrayList<>();
    private final Map<String, Shown> folded = new HashMap<>();

    static TopicObserver read(String bootstrapServers) {
        TopicObserver observer = new TopicObserver();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(each -> new TopicPartition(TOPIC, each.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
                    observer.take(message);
                }
            }
        }
        return observer;
    }

    private void take(ConsumerRecord<String, String> message) {
        long sequence = Long.parseLong(header(message, "ce_sequence"));
        String reference = header(message, "ce_subject");
        messages.add(new Seen(header(message, "ce_id"), reference, sequence));
        Shown before = folded.get(reference);
        if (before != null && before.sequence() >= sequence) return;
        JsonNode data = JsonMapper.shared().readTree(message.value());
        folded.put(
                reference,
                new Shown(
                        data.get("statusAfter").asString(),
                        data.get("version").asString(),
                        data.get("title").asString(),
                        sequence));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null) throw new IllegalStateException("No header " + name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    List<Seen> messages() {
        return messages;
    }

    Map<String, Shown> folded() {
        return folded;
    }
}
