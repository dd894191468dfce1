package org.occupationalstandards.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final Wakeup wakeup = new Wakeup();

    private double running() {
        return metrics.get("notifications.loop.running")
                .tag("loop", "test")
                .gauge()
                .value();
    }

    @Test
    void anErrorEndsATurnAndNotTheLoop() throws Exception {
        var turns = new AtomicInteger();
        var loop = new Loop(
                "test",
                () -> {
                    if (turns.incrementAndGet() == 1) throw new StackOverflowError("planted");
                    wakeup.await(Duration.ofMillis(10));
                },
                wakeup,
                metrics);
        assertThat(running()).as("before it is started").isZero();

        loop.start();

        await().until(() -> turns.get() >= 3);
        assertThat(running()).isOne();
        assertThat(metrics.get("notifications.loop.troubles")
                        .tag("loop", "test")
                        .counter()
                        .count())
                .isOne();
        loop.stop(Duration.ofSeconds(10));
        assertThat(running()).isZero();
    }

    @Test
    void aLoopThatIsStuckShows() throws Exception {
        var release = new CountDownLatch(1);
        var loop = new Loop(
                "test",
                () -> {
                    try {
                        release.await();
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                },
                wakeup,
                metrics);
        loop.start();
        assertThat(running()).isOne();

        clock.add(Loop.LONGEST_TURN);

        assertThat(running()).isZero();
        release.countDown();
        await().until(() -> running() == 1);
        loop.stop(Duration.ofSeconds(10));
    }
}
