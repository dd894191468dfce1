package org.occupationalstandards.standards.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** As a processor asks: it waits for the first event of a transaction, and looks for the others without waiting. */
class GatheredEventsTest {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int FULL = 3;

    private final Queue<TrackedEventMessage<?>> stored = new ArrayDeque<>();
    private final BlockingStream<TrackedEventMessage<?>> stream =
            new GatheredEvents(token -> new Stored(), PAUSE, FULL).openStream(null);
    private long number;

    @Test
    void theFirstAfterARestComesAtOnceAndTheNextWaits() throws InterruptedException {
        store(1);
        assertThat(transaction().waited()).isLessThan(PAUSE);

        store(2);
        var second = transaction();
        assertThat(second.taken()).isEqualTo(2);
        assertThat(second.waited()).isGreaterThan(PAUSE.dividedBy(2));
    }

    @Test
    void aFullTransactionIsFollowedByTheNextAtOnce() throws InterruptedException {
        store(2 * FULL);
        assertThat(transaction().taken()).isEqualTo(FULL);
        var next = transaction();
        assertThat(next.taken()).isEqualTo(FULL);
        assertThat(next.waited()).isLessThan(PAUSE);
    }

    @Test
    void nobodyWaitsForWhatIsNotThere() throws InterruptedException {
        store(1);
        transaction();
        assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
        long began = System.nanoTime();
        assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PAUSE);
    }

    private record Transaction(int taken, Duration waited) {}

    private Transaction transaction() throws InterruptedException {
        long began = System.nanoTime();
        boolean more = stream.hasNextAvailable(1, TimeUnit.MILLISECONDS);
        var waited = Duration.ofNanos(System.nanoTime() - began);
        int taken = 0;
        while (taken < FULL && more) {
            stream.nextAvailable();
            taken++;
            more = stream.hasNextAvailable();
        }
        return new Transaction(taken, waited);
    }

    private void store(int events) {
        for (int i = 0; i < events; i++) {
            stored.add(new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(++number), new GenericEventMessage<>("event")));
        }
    }

    private final class Stored implements BlockingStream<TrackedEventMessage<?>> {

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(stored.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return !stored.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return stored.remove();
        }

        @Override
        public void close() {}
    }
}
