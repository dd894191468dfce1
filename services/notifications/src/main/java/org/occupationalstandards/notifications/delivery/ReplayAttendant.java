package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
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

    /** What this loop is at. */
    private @Nullable UUID current;

    private int planned;

    ReplayAttendant(Replaying replaying, Dispatcher dispatcher, ReplaySettings settings, MeterRegistry metrics) {
        this.replaying = replaying;
        this.dispatcher = dispatcher;
        this.pause = settings.lease().dividedBy(3);
        this.loop = new Loop("replays", this::turn, wakeup, metrics);
    }

    /** One page and no more: a long history would look like a turn that has got stuck. */
    void turn() {
        if (current == null) planned = 0;
        var mine = current == null ? replaying.takeUp() : Optional.of(current);
        // Where a page cannot be planned, somebody takes the replay up again when its lease is over.
        current = null;
        if (mine.isEmpty()) {
            wakeup.await(pause);
            return;
        }
        var page = replaying.goOn(mine.get());
        if (page.isPresent()) {
            current = mine.get();
            planned += page.get();
            return;
        }
        log.info("A replay was left unfinished; {} more deliveries are planned", planned);
        dispatcher.wake();
    }

    @EventListener
    void look(ClaimsFreed event) {
        wakeup.ring();
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
