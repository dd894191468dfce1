package org.occupationalstandards.faults.injecting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.occupationalstandards.faults.history.Injected;

/** The topic of announcements, for whoever wants to do it harm. */
final class Topic implements AutoCloseable {

    static final String NAME = "standards.standard.events.v1";

    /** In each partition. */
    private static final long RECENT = 500;

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<TopicPartition> partitions;

    Topic(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        // Compressed, what is too large for our readers is small enough for the broker.
        producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        8 * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
        partitions = consumer.partitionsFor(NAME).stream()
                .map(each -> new TopicPartition(NAME, each.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** How many messages it has. */
    long size() {
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** All messages, the oldest first. */
    List<ConsumerRecord<String, byte[]>> messages() {
        consumer.seekToBeginning(partitions);
        return readOn();
    }

    private List<ConsumerRecord<String, byte[]>> readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
        }
        all.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return all;
    }

    /** How many announcements are there beyond that position, which has to be one of the last. */
    long countAfter(long position) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - RECENT)));
        return readOn().stream()
                .filter(each -> each.headers().lastHeader(Injected.MARK) == null)
                .map(each -> each.headers().lastHeader("ce_position").value())
                .mapToLong(each -> Long.parseLong(new String(each, StandardCharsets.UTF_8)))
                .filter(each -> each > position)
                .distinct()
                .count();
    }

    /** Sends copies, bytes and headers and all. */
    void sendAgain(List<ConsumerRecord<String, byte[]>> messages) {
        for (var each : messages) {
            producer.send(new ProducerRecord<>(NAME, each.partition(), each.key(), each.value(), each.headers()));
        }
        producer.flush();
    }

    void send(String key, Map<String, String> headers, byte[] data) {
        var message = new ProducerRecord<>(NAME, key, data);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
    }
}
