package org.occupationalstandards.standards.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
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

    /** Looks back this far, past messages that are not ours or that came a second time. */
    private static final int LOOK_BACK = 50;

    /**
     * Reads the last messages of each partition. The highest position among them counts: one that came a second time stands
     * behind later ones, and what somebody else put there has no position of ours.
     */
    static TopicEnds read(Consumer<String, byte[]> consumer) {
        var topic = consumer.partitionsFor(Topics.EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(topic);
        var beginnings = consumer.beginningOffsets(topic);
        var ends = consumer.endOffsets(topic);
        ends.forEach((partition, end) -> {
            if (end > beginnings.getOrDefault(partition, 0L)) {
                consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - LOOK_BACK));
            } else {
                consumer.seek(partition, end);
            }
        });
        var last = new HashMap<Integer, Long>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The end of " + Topics.EVENTS + " cannot be read");
            }
            for (var message : consumer.poll(Duration.ofMillis(500))) {
                last.merge(message.partition(), position(message), Math::max);
            }
        }
        return new TopicEnds(topic.size(), last);
    }

    private static long position(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader(POSITION_HEADER);
        if (header == null) {
            return 0;
        }
        try {
            return Long.parseLong(new String(header.value(), UTF_8));
        } catch (NumberFormatException notOurs) {
            return 0;
        }
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
