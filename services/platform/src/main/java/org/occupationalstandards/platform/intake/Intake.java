package org.occupationalstandards.platform.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** One topic on its way into one schema. */
public final class Intake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final String topic;
    private final ConcurrentMessageListenerContainer<@Nullable String, byte @Nullable []> container;
    private final IntakeMonitor monitor;
    private final ParkingLot parking;
    private final ParkingAttendant<?> attendant;
    private final CompletableFuture<@Nullable Void> topicsExist;
    private boolean wanted;

    Intake(
            String topic,
            ConcurrentMessageListenerContainer<@Nullable String, byte @Nullable []> container,
            IntakeMonitor monitor,
            ParkingLot parking,
            ParkingAttendant<?> attendant,
            CompletableFuture<@Nullable Void> topicsExist) {
        this.topic = topic;
        this.container = container;
        this.monitor = monitor;
        this.parking = parking;
        this.attendant = attendant;
        this.topicsExist = topicsExist;
    }

    @Override
    public synchronized void start() {
        if (wanted) return;
        wanted = true;
        var unused = topicsExist.thenRun(this::startContainer);
    }

    private synchronized void startContainer() {
        if (!wanted) return;
        monitor.start();
        Thread.ofVirtual().name("intake-start").start(this::startContainerAtLast);
    }

    /** A broker's name may not resolve for the moment: tried again until it does, or until nobody wants it any more. */
    private void startContainerAtLast() {
        try {
            while (!startedOrUnwanted()) Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean startedOrUnwanted() {
        if (!wanted) return true;
        try {
            container.start();
            return true;
        } catch (RuntimeException e) {
            log.warn("The intake of {} cannot start yet", topic, e);
            container.stop();
            return false;
        }
    }

    @Override
    public synchronized void stop() {
        wanted = false;
        monitor.stop();
        container.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return wanted;
    }

    public String topic() {
        return topic;
    }

    /** Whether consumers are at work. A container that stopped itself does not come back by itself. */
    public boolean alive() {
        return container.isRunning() && container.isInExpectedState();
    }

    /** Whether everything that was on the topic at the start has been taken in. */
    public boolean caughtUp() {
        return monitor.caughtUp();
    }

    public IntakeProgress progress() {
        return monitor.progress();
    }

    /** How many messages wait. */
    public long parkedMessages() {
        return monitor.parked().messages();
    }

    /** The standards whose messages wait, the longest waiting first. */
    public List<Parked> parked(int limit) {
        return parking.list(limit);
    }

    /**
     * Tries the waiting messages of a standard again, over a gap before the first of them.
     *
     * @return nothing where none wait
     */
    public Optional<Released> release(String reference) {
        return attendant.release(reference);
    }

    /**
     * Discards the first waiting message of a standard and tries the others again.
     *
     * @return nothing where none wait
     */
    public Optional<Released> drop(String reference) {
        return attendant.drop(reference);
    }
}
