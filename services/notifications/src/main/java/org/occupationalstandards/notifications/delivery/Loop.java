package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again on a thread of its own, whatever happens to one turn of it, and that can be seen to be
 * done. A turn sleeps by itself when there is nothing to do.
 */
final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    /** Far longer than any sleep, or wait for the database, within one turn. */
    static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private final String name;
    private final Runnable turn;
    private final Wakeup wakeup;
    private final MeterRegistry metrics;
    private final Counter troubles;
    private volatile boolean running;
    private volatile long turned;
    private volatile @Nullable Thread thread;

    /** @param wakeup rung when there is something to do, and to end a sleep when the loop is to stop */
    Loop(String name, Runnable turn, Wakeup wakeup, MeterRegistry metrics) {
        this.name = name;
        this.turn = turn;
        this.wakeup = wakeup;
        this.metrics = metrics;
        this.troubles = Counter.builder("notifications.loop.troubles")
                .tag("loop", name)
                .description("Turns that broke off; the next one tries again")
                .register(metrics);
        Gauge.builder("notifications.loop.running", this, loop -> loop.turns() ? 1 : 0)
                .tag("loop", name)
                .description("Whether the loop turns")
                .register(metrics);
    }

    String name() {
        return name;
    }

    /** Whether it has been started and has not got stuck. */
    boolean turns() {
        var mine = thread;
        return running && mine != null && mine.isAlive() && now() - turned < LONGEST_TURN.toNanos();
    }

    /** Nanoseconds that no correction of the time of day touches. */
    private long now() {
        return metrics.config().clock().monotonicTime();
    }

    void start() {
        running = true;
        turned = now();
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    // Whatever it is, an Error too: everybody waits for this thread, and nobody would start another one.
    private void run() {
        while (running) {
            try {
                turn.run();
            } catch (Throwable trouble) {
                troubles.increment();
                log.error("A turn of {} broke off; trying again in {}", name, AFTER_TROUBLE, trouble);
                wakeup.await(AFTER_TROUBLE);
            }
            turned = now();
        }
    }

    /** Begins no further turn; the one under way may finish. Not interrupted: it may hold what others wait for. */
    void stop(Duration patience) throws InterruptedException {
        running = false;
        wakeup.ring();
        var mine = thread;
        if (mine != null) mine.join(patience);
    }
}
