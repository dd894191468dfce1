package org.occupationalstandards.standards.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.occupationalstandards.contracts.CloudEventNames;
import org.occupationalstandards.contracts.Topics;

/**
 * What the topic of announcements really ends with. An acknowledgement says that the brokers have a message, not that it is
 * on a disk: a broker that lost power may come back with less.
 */
final class TopicEnds {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String POSITION_HEADER = "ce_" + CloudEventNames.POSITION;

    private final Map<Integer, Long> lastPositions;
    private final int partitions;

    private TopicEnds(int partitions, Map<Integer, Long> lastPositions) {
        this.partitions = partitions;
        this.lastPositions = Map.copyOf(lastPositions);
    }

    /** Reads the last message of each partition. */
    static TopicEnds read(Consumer<String, byte[]> consumer) {
        var topic = consumer.partitionsFor(Topics.EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(topic);
        var waiting = new HashSet<Integer>();
        var beginnings = consumer.beginningOffsets(topic);
        consumer.endOffsets(topic).forEach((partition, end) -> {
            if (end > beginnings.getOrDefault(partition, 0L)) {
                waiting.add(partition.partition());
                consumer.seek(partition, end - 1);
            } else {
                consumer.seek(partition, end);
            }
        });
        var last = new HashMap<Integer, Long>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The end of " + Topics.EVENTS + " cannot be read");
            }
            for (var message : consumer.poll(Duration.ofMillis(500))) {
                last.merge(message.partition(), position(message), Math::max);
                waiting.remove(message.partition());
            }
        }
        return new TopicEnds(topic.size(), last);
    }

    private static long position(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader(POSITION_HEADER);
        return header == null ? 0 : Long.parseLong(new String(header.value(), UTF_8));
    }

    /** The partition that a standard's messages go to; the producer's own rule. */
    int partition(String reference) {
        return Utils.toPositive(Utils.murmur2(reference.getBytes(UTF_8))) % partitions;
    }

    /** Position of the last message of that partition, 0 where it is empty. */
    long lastPosition(int partition) {
        return lastPositions.getOrDefault(partition, 0L);
    }
}
