package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes on with replays whose planner is gone, from the start of the service on. */
@Component
class ReplayAttendant implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplayAttendant.class);

    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final Replaying replaying;
    private final Dispatcher dispatcher;
    private final Duration pause;
    private final Wakeup wakeup = new Wakeup();
    private final Loop loop;
    private volatile boolean running;

    ReplayAttendant(
            Replaying replaying, Dispatcher dispatcher, ReplaySettings settings, MeterRegistry metrics, Clock clock) {
        this.replaying = replaying;
        this.dispatcher = dispatcher;
        this.pause = settings.lease().dividedBy(3);
        this.loop = new Loop("replays", this::turn, wakeup, metrics, clock);
    }

    private void turn() {
        var stale = replaying.takeUp();
        if (stale.isEmpty()) {
            wakeup.await(pause);
            return;
        }
        int planned = replaying.finish(stale.get());
        log.info("A replay was left unfinished; {} more deliveries are planned", planned);
        dispatcher.wake();
    }

    Loop loop() {
        return loop;
    }

    @Override
    public void start() {
        running = true;
        loop.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            loop.stop(TO_FINISH);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
