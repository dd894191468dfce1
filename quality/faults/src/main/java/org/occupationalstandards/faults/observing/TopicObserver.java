package org.occupationalstandards.faults.observing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.occupationalstandards.faults.history.DeadLetter;
import org.occupationalstandards.faults.history.Injected;
import org.occupationalstandards.faults.history.Seen;

/** Reads the topic of announcements from its beginning, with a consumer that knows nothing of ours. */
final class TopicObserver {

    private static final String TOPIC = "standards.standard.events.v1";
    private static final String DEAD_LETTERS = TOPIC + "-dlt";

    private final List<Seen> messages = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    static TopicObserver read(String bootstrapServers) {
        TopicObserver observer = new TopicObserver();
        observer.readAll(bootstrapServers);
        return observer;
    }

    private void readAll(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = Stream.of(TOPIC, DEAD_LETTERS)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
                    if (message.topic().equals(DEAD_LETTERS)) setAside(message);
                    else take(message);
                }
            }
        }
    }

    private void setAside(ConsumerRecord<String, String> message) {
        deadLetters.add(new DeadLetter(header(message, "ce_id"), header(message, "dlt-reason")));
    }

    private void take(ConsumerRecord<String, String> message) {
        if (message.headers().lastHeader(Injected.MARK) != null) return;
        long sequence = Long.parseLong(header(message, "ce_sequence"));
        String reference = header(message, "ce_subject");
        messages.add(new Seen(header(message, "ce_id"), reference, sequence));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null) throw new IllegalStateException("No header " + name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    List<Seen> messages() {
        return messages;
    }
}
