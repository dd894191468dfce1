package org.occupationalstandards.standards.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.CloudEventNames;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.standards.publishing.Acknowledgements.Place;

/**
 * Compares the topics with what the brokers have acknowledged. An acknowledgement says that the brokers have a message, not
 * that it is on a disk: a broker that lost power may come back with less, and what it lost is always the end of a partition.
 *
 * <p>So a partition has everything where the message that was acknowledged last is still in its place. Where it is not, or
 * where nothing is known, the partition is read from its beginning. Only messages that the outbox knows by their id, key and
 * position count: whatever else somebody has put there is passed over.
 */
final class TopicCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PAGE = 10_000;
    private static final String ID_HEADER = "ce_id";
    private static final String POSITION_HEADER = "ce_" + CloudEventNames.POSITION;

    private final Consumer<String, byte[]> consumer;
    private final Outbox outbox;
    private final Acknowledgements acknowledged;
    private final Runnable meanwhile;
    private final Map<String, Integer> partitions = new HashMap<>();
    private final Map<TopicPartition, TreeSet<Long>> found = new HashMap<>();

    TopicCheck(Consumer<String, byte[]> consumer, Outbox outbox, Acknowledgements acknowledged, Runnable meanwhile) {
        this.consumer = consumer;
        this.outbox = outbox;
        this.acknowledged = acknowledged;
        this.meanwhile = meanwhile;
        for (var topic : List.of(Topics.EVENTS, Topics.WORKFLOW, Topics.STATE)) {
            partitions.put(topic, consumer.partitionsFor(topic).size());
        }
    }

    /**
     * What has to be sent again. The places of partitions that lack something are forgotten.
     *
     * @param sentThrough number of the last message that has been acknowledged
     * @param cutStates partitions of the state topic of which that is known already
     */
    Losses losses(long sentThrough, Set<TopicPartition> cutStates) {
        var all = partitions.entrySet().stream()
                .flatMap(topic -> java.util.stream.IntStream.range(0, topic.getValue())
                        .mapToObj(partition -> new TopicPartition(topic.getKey(), partition)))
                .toList();
        var begins = consumer.beginningOffsets(all);
        var ends = consumer.endOffsets(all);
        var cut = new HashSet<TopicPartition>();
        var expected = new HashMap<TopicPartition, Place>();
        for (var partition : all) {
            var place = acknowledged.last(partition);
            boolean reachesIt = place != null && offset(ends, partition) > place.offset();
            if (place == null ? !partition.topic().equals(Topics.STATE) : !reachesIt) {
                cut.add(partition);
            } else if (place != null
                    && !partition.topic().equals(Topics.STATE)
                    && offset(begins, partition) <= place.offset()) {
                expected.put(partition, place);
            }
        }
        cut.addAll(changed(expected));
        var doubtful = cut.stream()
                .filter(partition -> !partition.topic().equals(Topics.STATE))
                .toList();
        scan(doubtful, begins, ends);
        var firstMissing = firstMissing(doubtful, begins, sentThrough);
        var states = new HashSet<TopicPartition>(cut);
        states.removeAll(doubtful);
        states.addAll(cutStates);
        firstMissing.keySet().forEach(acknowledged::forget);
        states.forEach(acknowledged::forget);
        return new Losses(Map.copyOf(partitions), firstMissing, states);
    }

    /** Those that have not, in its place, what was acknowledged last. */
    private Set<TopicPartition> changed(Map<TopicPartition, Place> expected) {
        var ids = outbox.ids(expected.values().stream().map(Place::number).toList());
        var changed = new HashSet<>(expected.keySet());
        var targets = new HashMap<TopicPartition, Long>();
        expected.forEach((partition, place) -> targets.put(partition, place.offset()));
        read(targets, offsets(targets, 1), (partition, messages) -> {
            var first = messages.getFirst();
            var place = expected.get(partition);
            if (place != null
                    && first.offset() == place.offset()
                    && Objects.equals(header(first, ID_HEADER), ids.get(place.number()))) {
                changed.remove(partition);
            }
        });
        return changed;
    }

    private void scan(List<TopicPartition> doubtful, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
        var from = new HashMap<TopicPartition, Long>();
        doubtful.forEach(partition -> {
            found.put(partition, new TreeSet<>());
            acknowledged.forget(partition);
            if (offset(ends, partition) > offset(begins, partition)) {
                from.put(partition, offset(begins, partition));
            }
        });
        read(from, ends, this::recognise);
    }

    private void recognise(TopicPartition partition, List<ConsumerRecord<String, byte[]>> messages) {
        var known = outbox.known(messages.stream()
                .map(message -> header(message, ID_HEADER))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        for (var message : messages) {
            var sent = known.get(header(message, ID_HEADER));
            if (sent != null
                    && sent.topic().equals(partition.topic())
                    && sent.reference().equals(message.key())
                    && Objects.equals(sent.positionText(), header(message, POSITION_HEADER))) {
                found.getOrDefault(partition, new TreeSet<>()).add(sent.number());
                acknowledged.found(partition, new Place(message.offset(), sent.number()));
            }
        }
    }

    /** Reads each partition from its offset to before its end. */
    private void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> ends,
            BiConsumer<TopicPartition, List<ConsumerRecord<String, byte[]>>> take) {
        consumer.assign(from.keySet());
        // Whoever was paused by an earlier reading still is.
        consumer.resume(from.keySet());
        from.forEach(consumer::seek);
        var waiting = new ArrayList<>(from.keySet());
        long progressAt = System.nanoTime();
        while (!waiting.isEmpty()) {
            var messages = consumer.poll(POLL);
            for (var partition : messages.partitions()) {
                take.accept(partition, messages.records(partition));
                progressAt = System.nanoTime();
            }
            waiting.removeIf(partition -> consumer.position(partition) >= offset(ends, partition));
            consumer.pause(from.keySet().stream()
                    .filter(partition -> !waiting.contains(partition))
                    .toList());
            if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
                throw new IllegalStateException("The topics cannot be read");
            }
            meanwhile.run();
        }
    }

    /** Of what was deleted from the beginning on, somebody wanted to be rid. */
    private Map<TopicPartition, Long> firstMissing(
            Collection<TopicPartition> doubtful, Map<TopicPartition, Long> begins, long sentThrough) {
        var missing = new HashMap<TopicPartition, Long>();
        if (doubtful.isEmpty()) {
            return missing;
        }
        long through = 0;
        for (var page = outbox.sent(0, sentThrough, PAGE);
                !page.isEmpty();
                page = outbox.sent(through, sentThrough, PAGE)) {
            for (var sent : page) {
                var partition = partition(sent.topic(), sent.reference(), partitions);
                var there = found.get(partition);
                if (there != null
                        && !there.contains(sent.number())
                        && (offset(begins, partition) == 0 || (!there.isEmpty() && sent.number() > there.first()))) {
                    missing.putIfAbsent(partition, sent.number());
                }
            }
            through = page.getLast().number();
            meanwhile.run();
        }
        return missing;
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, Long> offsets, long more) {
        var moved = new HashMap<TopicPartition, Long>();
        offsets.forEach((partition, offset) -> moved.put(partition, offset + more));
        return moved;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** The partition that a standard's messages go to; the producer's own rule. */
    private static TopicPartition partition(String topic, String reference, Map<String, Integer> partitions) {
        int count = partitions.getOrDefault(topic, 1);
        return new TopicPartition(topic, Utils.toPositive(Utils.murmur2(reference.getBytes(UTF_8))) % count);
    }

    /**
     * What has to be sent again.
     *
     * @param firstMissing for each partition of which something is missing, number of the first such message
     * @param states partitions of the state topic that have lost something
     */
    record Losses(Map<String, Integer> partitions, Map<TopicPartition, Long> firstMissing, Set<TopicPartition> states) {

        boolean isEmpty() {
            return firstMissing.isEmpty() && states.isEmpty();
        }

        int count() {
            return firstMissing.size() + states.size();
        }

        long first() {
            return firstMissing.values().stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(Long.MAX_VALUE);
        }

        /** Whether the message has to be sent again: it, or one before it, is missing in its partition. */
        boolean include(OutboxMessage message) {
            var partition = partition(CloudEvents.topic(message.channel()), message.reference(), partitions);
            return message.number() >= firstMissing.getOrDefault(partition, Long.MAX_VALUE);
        }

        /** Whether the state of the standard may be missing, or older than what follows in the other topic. */
        boolean includeState(String reference) {
            return firstMissing.containsKey(partition(Topics.EVENTS, reference, partitions))
                    || states.contains(partition(Topics.STATE, reference, partitions));
        }
    }
}
