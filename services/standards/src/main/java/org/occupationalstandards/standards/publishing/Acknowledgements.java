package org.occupationalstandards.standards.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * The last message of each partition that the broker has acknowledged. Offsets only grow: one that is given a second time
 * says that the broker has lost what it had there before.
 */
final class Acknowledgements {

    private static final TypeReference<Map<String, Place>> JSON = new TypeReference<>() {};

    private final Map<TopicPartition, Place> last = new HashMap<>();

    /**
     * Where a message is in its partition.
     *
     * @param number of the message in the outbox; 0 for a state, which has none
     */
    record Place(long offset, long number) {}

    /** As they were noted. */
    static Acknowledgements read(String json) {
        var read = new Acknowledgements();
        PublishedJson.MAPPER.readValue(json, JSON).forEach((name, place) -> read.last.put(partition(name), place));
        return read;
    }

    String json() {
        var places = new TreeMap<String, Place>();
        last.forEach((partition, place) -> places.put(partition.toString(), place));
        return PublishedJson.MAPPER.writeValueAsString(places);
    }

    private static TopicPartition partition(String name) {
        int dash = name.lastIndexOf('-');
        return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
    }

    @Nullable
    Place last(TopicPartition partition) {
        return last.get(partition);
    }

    /** What a look into the topic has shown. */
    void found(TopicPartition partition, Place place) {
        last.put(partition, place);
    }

    /** The partition has not what was noted. */
    void forget(TopicPartition partition) {
        last.remove(partition);
    }

    /** @throws TopicCutShort where the broker had given that offset, or a higher one, before */
    void note(RecordMetadata message, long number) {
        if (!message.hasOffset()) {
            return;
        }
        var partition = new TopicPartition(message.topic(), message.partition());
        var before = last.put(partition, new Place(message.offset(), number));
        if (before != null && message.offset() <= before.offset()) {
            throw new TopicCutShort(partition, before.offset(), message.offset());
        }
    }

    /** A broker has come back with less than it had acknowledged. */
    static final class TopicCutShort extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient TopicPartition partition;

        TopicCutShort(TopicPartition partition, long acknowledged, long now) {
            super("%s was acknowledged up to offset %d and goes on at %d".formatted(partition, acknowledged, now));
            this.partition = partition;
        }

        TopicPartition partition() {
            return partition;
        }
    }
}
