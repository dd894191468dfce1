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
            new GatheredEvents(token -> new Stored(), PAUSE, FULL, new Hand()).openStream(null);
    private long number;
    private long nanos;
    private long slept;

    @Test
    void theFirstAfterARestComesAtOnceAndTheNextWaitsForTheRestOfThePause() throws InterruptedException {
        store(1);
        assertThat(transaction()).isEqualTo(new Transaction(1, Duration.ZERO));

        pass(Duration.ofMillis(100));
        store(2);
        assertThat(transaction()).isEqualTo(new Transaction(2, PAUSE.minusMillis(100)));

        pass(PAUSE.plusMillis(1));
        store(1);
        assertThat(transaction()).isEqualTo(new Transaction(1, Duration.ZERO));
    }

    @Test
    void aFullTransactionIsFollowedByTheNextAtOnce() throws InterruptedException {
        store(2 * FULL);
        assertThat(transaction()).isEqualTo(new Transaction(FULL, Duration.ZERO));
        assertThat(transaction()).isEqualTo(new Transaction(FULL, Duration.ZERO));
    }

    @Test
    void onePauseIsEnoughWhereNothingIsThereAfterIt() throws InterruptedException {
        store(1);
        transaction();
        assertThat(transaction()).isEqualTo(new Transaction(0, PAUSE));
        assertThat(transaction()).isEqualTo(new Transaction(0, Duration.ZERO));
    }

    private record Transaction(int taken, Duration waited) {}

    private Transaction transaction() throws InterruptedException {
        slept = 0;
        boolean more = stream.hasNextAvailable(1, TimeUnit.MILLISECONDS);
        int taken = 0;
        while (taken < FULL && more) {
            stream.nextAvailable();
            taken++;
            more = stream.hasNextAvailable();
        }
        return new Transaction(taken, Duration.ofNanos(slept));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** A clock that is moved by hand, and by sleeping. */
    private final class Hand implements GatheredEvents.Time {

        @Override
        public long now() {
            return nanos;
        }

        @Override
        public void sleep(long length) {
            slept += Math.max(0, length);
            nanos += Math.max(0, length);
        }
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
