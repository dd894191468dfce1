package org.occupationalstandards.platform.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Hands batches from the consumer to the reception, and sends the consumer back where the ledger is behind it. */
final class IntakeListener<A> implements BatchConsumerAwareMessageListener<@Nullable String, byte @Nullable []> {

    private static final Logger log = LoggerFactory.getLogger(IntakeListener.class);

    private final Reception<A> reception;
    private final ParkingAttendant<A> attendant;
    private final DeadLetters deadLetters;
    private final Ledger ledger;
    private final IntakeCounters counters;
    private final Map<TopicPartition, Long> sought = new ConcurrentHashMap<>();

    IntakeListener(
            Reception<A> reception,
            ParkingAttendant<A> attendant,
            DeadLetters deadLetters,
            Ledger ledger,
            IntakeCounters counters) {
        this.reception = reception;
        this.attendant = attendant;
        this.deadLetters = deadLetters;
        this.ledger = ledger;
        this.counters = counters;
    }

    /** A failure leaves the batch with the container, which pauses and hands over the same batch again. */
    @Override
    public void onMessage(
            List<ConsumerRecord<@Nullable String, byte @Nullable []>> messages, @Nullable Consumer<?, ?> consumer) {
        Reception.Outcome outcome;
        try {
            outcome = reception.receive(messages.stream().map(Letter::of).toList(), sought);
        } catch (RuntimeException e) {
            counters.failure();
            var first = messages.getFirst();
            log.warn(
                    "{} messages, the first at offset {} of {}-{}, were not taken in and will be tried again: {}",
                    messages.size(),
                    first.offset(),
                    first.topic(),
                    first.partition(),
                    NestedExceptionUtils.getMostSpecificCause(e).toString());
            throw e;
        }
        messages.forEach(each -> sought.remove(new TopicPartition(each.topic(), each.partition())));
        if (consumer != null) goBack(consumer, outcome.outOfStep());
        afterwards(outcome);
    }

    /**
     * A consumer begins where the ledger is, whatever the broker remembers of its group: after the database was restored,
     * or the model begun anew, nothing might come for a long time that would show the difference.
     */
    ConsumerAwareRebalanceListener placement() {
        return new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
                try {
                    beginWhereTheLedgerIs(consumer, assigned);
                } catch (DataAccessException e) {
                    log.warn("Where to begin cannot be read; the first messages will show it: {}", e.toString());
                }
            }
        };
    }

    private void beginWhereTheLedgerIs(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        Map<Integer, Long> next = ledger.nextOffsets();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(assigned);
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        for (TopicPartition place : assigned) {
            long wanted = next.getOrDefault(place.partition(), 0L);
            long first = beginnings.getOrDefault(place, 0L);
            long last = Math.max(first, ends.getOrDefault(place, wanted));
            consumer.seek(place, Math.clamp(wanted, first, last));
            sought.put(place, wanted);
        }
    }

    private void goBack(Consumer<?, ?> consumer, Map<TopicPartition, Long> outOfStep) {
        if (outOfStep.isEmpty()) return;
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(outOfStep.keySet());
        Collection<TopicPartition> assigned = consumer.assignment();
        outOfStep.forEach((place, next) -> {
            if (!assigned.contains(place)) return;
            log.warn("{} goes back to offset {}, where the ledger is", place, next);
            consumer.seek(place, Math.max(next, beginnings.getOrDefault(place, next)));
            sought.put(place, next);
        });
    }

    /** What follows the commit can be made up for later: the monitor looks for it. */
    private void afterwards(Reception.Outcome outcome) {
        try {
            attendant.letGoOn(outcome.healed());
            if (outcome.setAside()) deadLetters.send();
        } catch (RuntimeException e) {
            log.warn("To be made up for later: {}", e.toString());
        }
    }
}
