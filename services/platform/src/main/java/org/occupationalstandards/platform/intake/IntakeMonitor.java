package org.occupationalstandards.platform.intake;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches an intake from outside: how far behind the topic its ledger is, whether it has reached what was on the topic at
 * its start, how much waits. Also makes up for what a crash left undone after a commit.
 */
final class IntakeMonitor {

    private static final Logger log = LoggerFactory.getLogger(IntakeMonitor.class);

    /** Until the start has been caught up with, look often: somebody waits for it. */
    private static final Duration WHILE_CATCHING_UP = Duration.ofMillis(100);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final String topic;
    private final Ledger ledger;
    private final ParkingLot parking;
    private final ParkingAttendant<?> attendant;
    private final DeadLetters deadLetters;
    private final Map<String, Object> adminConfiguration;
    private final Clock clock;
    private final Duration checkEvery;
    private final Map<Integer, Behind> behind = new HashMap<>();
    private volatile @Nullable Map<Integer, Long> goal;
    private volatile boolean caughtUp;
    private volatile IntakeProgress progress = new IntakeProgress(0, 0);
    private volatile @Nullable Instant oldestBehind;
    private volatile ParkingLot.Count parked = ParkingLot.Count.NOTHING;
    private @Nullable Watch watch;

    IntakeMonitor(
            String topic,
            Ledger ledger,
            ParkingLot parking,
            ParkingAttendant<?> attendant,
            DeadLetters deadLetters,
            Map<String, Object> adminConfiguration,
            Clock clock,
            Duration checkEvery) {
        this.topic = topic;
        this.ledger = ledger;
        this.parking = parking;
        this.attendant = attendant;
        this.deadLetters = deadLetters;
        this.adminConfiguration = adminConfiguration;
        this.clock = clock;
        this.checkEvery = checkEvery;
    }

    /** An end of a partition that was seen before the intake had reached it. */
    private record Behind(long end, Instant since) {}

    void publish(MeterRegistry meters, String intake) {
        Gauge.builder("intake.lag.events", this, monitor -> monitor.progress.behind())
                .tag("intake", intake)
                .description("Messages on the topic that are not taken in")
                .register(meters);
        Gauge.builder("intake.lag.seconds", this, monitor -> monitor.lag().toMillis() / 1000.0)
                .tag("intake", intake)
                .description("How long the oldest of them has been seen there, in seconds")
                .register(meters);
        Gauge.builder("intake.parked", this, monitor -> monitor.parked.messages())
                .tag("intake", intake)
                .description("Messages that wait for an operator or for a missing one")
                .register(meters);
        Gauge.builder("intake.parked.references", this, monitor -> monitor.parked.references())
                .tag("intake", intake)
                .description("Standards whose messages wait")
                .register(meters);
        Gauge.builder("intake.parked.seconds", this, monitor -> monitor.secondsSince(monitor.parked.since()))
                .tag("intake", intake)
                .description("How long the first of the messages that wait has waited, in seconds")
                .register(meters);
        Gauge.builder("intake.gap.seconds", this, monitor -> monitor.secondsSince(monitor.parked.gapSince()))
                .tag("intake", intake)
                .description("How long the oldest gap has been open, in seconds")
                .register(meters);
    }

    synchronized void start() {
        if (watch != null) return;
        CountDownLatch end = new CountDownLatch(1);
        watch = new Watch(end, Thread.ofVirtual().name("intake-monitor").start(() -> watch(end)));
    }

    /** Lets it finish what it is at: interrupting it would break the database connection it works on. */
    synchronized void stop() {
        Watch ending = watch;
        watch = null;
        if (ending == null) return;
        ending.end().countDown();
        try {
            ending.worker().join(LONGEST_LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Watch(CountDownLatch end, Thread worker) {}

    /** Whether everything that was on the topic when this started has been taken in. */
    boolean caughtUp() {
        return caughtUp;
    }

    IntakeProgress progress() {
        return progress;
    }

    ParkingLot.Count parked() {
        return parked;
    }

    /** How long the oldest message that is not taken in has been seen to lie there. */
    Duration lag() {
        Instant since = oldestBehind;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    private double secondsSince(@Nullable Instant then) {
        return then == null ? 0 : Duration.between(then, clock.instant()).toMillis() / 1000.0;
    }

    private void watch(CountDownLatch end) {
        try {
            do {
                // A broker's name that does not resolve for the moment is refused when the client is made.
                try (Admin admin = Admin.create(adminConfiguration)) {
                    lookOn(admin, end);
                } catch (RuntimeException e) {
                    log.warn(
                            "The end of {} cannot be asked for: {}",
                            topic,
                            Reception.rootOf(e).toString());
                }
            } while (!end.await(checkEvery.toMillis(), MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOn(Admin admin, CountDownLatch end) throws InterruptedException {
        do {
            try {
                look(admin);
            } catch (ExecutionException e) {
                log.warn("The end of {} cannot be seen: {}", topic, String.valueOf(e.getCause()));
            } catch (RuntimeException e) {
                log.warn("How far {} is taken in cannot be seen: {}", topic, e.toString());
            }
        } while (!end.await((caughtUp ? checkEvery : WHILE_CATCHING_UP).toMillis(), MILLISECONDS));
    }

    private void look(Admin admin) throws ExecutionException, InterruptedException {
        Map<Integer, Long> ends = TopicEnds.of(admin, topic);
        Map<Integer, Long> next = ledger.nextOffsets();
        if (goal == null) goal = ends;
        caughtUp = caughtUp || reached(next, goal);
        measure(ends, next);
        parked = parking.count();
        if (!caughtUp) return;
        attendant.letHealedGoOn();
        deadLetters.send();
    }

    private static boolean reached(Map<Integer, Long> next, @Nullable Map<Integer, Long> goal) {
        return goal != null
                && goal.entrySet().stream().allMatch(each -> next.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }

    private void measure(Map<Integer, Long> ends, Map<Integer, Long> next) {
        long takenIn = 0;
        long total = 0;
        Instant now = clock.instant();
        Instant oldest = null;
        for (Map.Entry<Integer, Long> each : ends.entrySet()) {
            long end = each.getValue();
            long reached = Math.min(end, next.getOrDefault(each.getKey(), 0L));
            takenIn += reached;
            total += end;
            Behind earlier = behind.get(each.getKey());
            if (reached >= end) {
                behind.remove(each.getKey());
                continue;
            }
            Behind still = earlier != null && reached < earlier.end() ? earlier : new Behind(end, now);
            behind.put(each.getKey(), still);
            if (oldest == null || still.since().isBefore(oldest)) oldest = still.since();
        }
        progress = new IntakeProgress(takenIn, total);
        oldestBehind = oldest;
    }
}
