package org.occupationalstandards.standards.eventsourcing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The stored events for somebody who takes them in transactions. An event that comes alone is there at once; those that come
 * soon after it are gathered, so that many small transactions become a few. A backlog is handed over without a pause.
 */
final class GatheredEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final Duration pause;
    private final int full;
    private final Time time;

    /** What a pause is measured by, and how it is spent. */
    interface Time {

        /** As {@link System#nanoTime}. */
        long now();

        void sleep(long nanos) throws InterruptedException;
    }

    private static final Time REAL = new Time() {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    /**
     * @param pause the shortest time from one transaction to the next
     * @param full so many events are not held back for more
     */
    GatheredEvents(StreamableMessageSource<TrackedEventMessage<?>> events, Duration pause, int full) {
        this(events, pause, full, REAL);
    }

    GatheredEvents(StreamableMessageSource<TrackedEventMessage<?>> events, Duration pause, int full, Time time) {
        this.time = time;
        this.events = events;
        this.pause = pause;
        this.full = full;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new Gathering(events.openStream(after));
    }

    @Override
    public TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    /** Used by the one thread of a processor, which waits for the first event of a transaction and only looks for the others. */
    private final class Gathering implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private int taken = full;
        private long began = time.now();

        Gathering(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (timeout > 0 && taken > 0) {
                if (taken < full) {
                    time.sleep(began + pause.toNanos() - time.now());
                }
                taken = 0;
            }
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            if (taken == 0) {
                began = time.now();
            }
            taken++;
            return stream.nextAvailable();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
            stream.skipMessagesWithPayloadTypeOf(message);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
