package org.occupationalstandards.notifications.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    private volatile long position;
    private volatile boolean closed;

    Horizon(Feed feed, MeterRegistry metrics) {
        this.feed = feed;
        metrics.gauge("notifications.feed.horizon", this, Horizon::position);
    }

    /** The last position that may be read. */
    public long position() {
        return position;
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
