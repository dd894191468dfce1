package org.occupationalstandards.notifications.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far the feed may be read: up to here nothing is missing, even while announcements of different partitions arrive
 * in another order than they were made. It only ever grows, and who waits for more is woken when it does.
 */
@Component
public class Horizon {

    private final Feed feed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Clock clock;
    private volatile long position;
    private volatile @Nullable Instant heldBackSince;
    private volatile boolean closed;

    Horizon(Feed feed, MeterRegistry metrics, Clock clock) {
        this.feed = feed;
        this.clock = clock;
        metrics.gauge("notifications.feed.horizon", this, Horizon::position);
        Gauge.builder(
                        "notifications.feed.held.back.seconds",
                        this,
                        it -> it.heldBack().toMillis() / 1000.0)
                .description("How long nothing more may be read though later announcements are there, in seconds")
                .register(metrics);
    }

    /** The last position that may be read. */
    public long position() {
        return position;
    }

    /** How long later announcements have been there while a missing one holds them back; zero when none does. */
    public Duration heldBack() {
        var since = heldBackSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** Whether that position cannot be read yet. Looks again before it says so: another instance may know of more. */
    boolean isBehind(long other) {
        if (other > position) advance();
        return other > position;
    }

    /** Looks whether more may be read, and wakes those who wait. */
    public void advance() {
        lock.lock();
        try {
            long now = feed.contiguousThrough(position);
            boolean more = feed.last() > now;
            if (!more) heldBackSince = null;
            else if (now != position || heldBackSince == null) heldBackSince = clock.instant();
            if (now == position) return;
            position = now;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is something after {@code seen}.
     *
     * @return false when nothing came in that time, or the service is stopping
     */
    public boolean awaitBeyond(long seen, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (position <= seen && !closed && left > 0) left = grown.awaitNanos(left);
            return position > seen && !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any longer: the service is stopping. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the service is stopping. */
    public boolean isClosed() {
        return closed;
    }
}
