package org.occupationalstandards.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Topics;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole topic with one consumer and decodes each announcement, and that is all. */
final class BareConsumer {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @return announcements a second, from the first poll to the last record */
    static double rate(String bootstrapServers) {
        try (var consumer = consumer(bootstrapServers)) {
            List<TopicPartition> places = places(consumer);
            consumer.assign(places);
            consumer.seekToBeginning(places);
            long total = consumer.endOffsets(places).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long began = System.nanoTime();
            long decoded = 0;
            long checked = 0;
            while (decoded < total) {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    checked += decode(each).facts().sequence();
                    decoded++;
                }
            }
            if (checked == 0) throw new IllegalStateException("Nothing was decoded");
            return decoded * 1e9 / (System.nanoTime() - began);
        }
    }

    /** Where the partitions of the topic end. */
    static Map<Integer, Long> ends(String bootstrapServers) {
        try (var consumer = consumer(bootstrapServers)) {
            Map<Integer, Long> ends = new HashMap<>();
            consumer.endOffsets(places(consumer)).forEach((place, end) -> ends.put(place.partition(), end));
            return ends;
        }
    }

    /** One that hears all of the topic from now on. */
    static KafkaConsumer<String, byte[]> atTheEnd(String bootstrapServers, String topic) {
        KafkaConsumer<String, byte[]> consumer = consumer(bootstrapServers);
        List<TopicPartition> places = places(consumer, topic);
        consumer.assign(places);
        consumer.seekToEnd(places);
        places.forEach(consumer::position);
        return consumer;
    }

    private static List<TopicPartition> places(KafkaConsumer<String, byte[]> consumer) {
        return places(consumer, Topics.EVENTS);
    }

    private static List<TopicPartition> places(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        4 * 1024 * 1024,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Announcement decode(ConsumerRecord<String, byte[]> message) {
        String type = new String(message.headers().lastHeader("ce_type").value(), UTF_8);
        return JSON.readValue(
                message.value(), AnnouncementType.ofWireName(type).orElseThrow().record());
    }

    private BareConsumer() {}
}
