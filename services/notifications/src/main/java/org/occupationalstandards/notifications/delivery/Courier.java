package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Makes the attempts of one channel. Sleeps until the next one is due, or until it is woken because something was planned;
 * each attempt runs on a thread of its own, so that a receiver that hangs holds up nothing but its own subscription.
 */
final class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    /** Claimed together; more would wait here while another instance could begin with them. */
    private static final int BATCH = 200;

    /** Looks again after this even if nobody wakes it: what another instance planned may have been announced to nobody. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /** Somebody else has just claimed, or holds for a moment, what is due. */
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(20);

    /** When there is no room, a claim for each attempt that ends would cost more than the attempt. */
    private static final Duration FOR_MORE_ROOM = Duration.ofMillis(10);

    private final Channel channel;
    private final Lanes lanes;
    private final Claims claims;
    private final Settlement settlement;
    private final Arrivals arrivals;
    private final DeliverySettings settings;
    private final ApplicationEventPublisher events;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Slots slots;
    private final Wakeup wakeup = new Wakeup();
    private final Wakeup gather = new Wakeup();
    private final Loop loop;
    private final ExecutorService attempts;

    Courier(
            Channel channel,
            Lanes lanes,
            Claims claims,
            Settlement settlement,
            DeliverySettings settings,
            ApplicationEventPublisher events,
            MeterRegistry metrics,
            Clock clock) {
        this.channel = channel;
        this.lanes = lanes;
        this.claims = claims;
        this.settlement = settlement;
        this.arrivals = new Arrivals(settlement);
        this.settings = settings;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
        this.slots = new Slots(channel.atOnce(), settings.perOwner(channel.atOnce()), settings.perSubscription());
        this.loop = new Loop("delivery-" + channel.name(), this::turn, wakeup, metrics);
        this.attempts = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(channel.name() + "-", 0).factory());
    }

    Loop loop() {
        return loop;
    }

    int inFlight() {
        return slots.taken();
    }

    void wake() {
        wakeup.ring();
    }

    void start() {
        loop.start();
    }

    /** Takes on nothing more; what is under way may finish within its own time-out. */
    void stop() {
        try {
            // Not interrupted: a claim whose answer is thrown away would hold up its lanes until it runs out.
            loop.stop(settings.claim());
            attempts.shutdown();
            if (!attempts.awaitTermination(settings.claim().toSeconds(), TimeUnit.SECONDS)) attempts.shutdownNow();
        } catch (InterruptedException impatient) {
            attempts.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        int free = Math.min(BATCH, slots.free());
        if (free <= 0) {
            wakeup.await(LONGEST_SLEEP);
            gather.await(FOR_MORE_ROOM);
            return;
        }
        var room = slots.room();
        long before = System.nanoTime();
        var claimed = lanes.claim(channel, free, room, settings.claim());
        claimed.forEach(each -> begin(each, before));
        // As many as were asked for: there may be more. Else nobody is due but those who have no room left.
        if (claimed.size() == free) return;
        var left = claimed.isEmpty() ? room : slots.room();
        wakeup.await(sleep(left));
        if (left.isTight()) gather.await(FOR_MORE_ROOM);
    }

    private Duration sleep(Slots.Room room) {
        var next = lanes.untilNextDue(channel, room).orElse(LONGEST_SLEEP);
        if (next.compareTo(SHORTEST_SLEEP) < 0) return SHORTEST_SLEEP;
        return next.compareTo(LONGEST_SLEEP) < 0 ? next : LONGEST_SLEEP;
    }

    private void begin(Consignment consignment, long claimed) {
        slots.take(consignment);
        attempts.execute(() -> {
            boolean look = true;
            try {
                if (canEndInTime(claimed)) look = attempt(consignment);
                else claims.giveBack(consignment);
            } finally {
                if (slots.giveBack(consignment) || look) wakeup.ring();
            }
        });
    }

    /**
     * Whether an attempt that begins now ends before its claim does. Not so where this process stood still in between:
     * somebody else may be at it.
     *
     * @param claimed nanoseconds, before the claim was made
     */
    private boolean canEndInTime(long claimed) {
        return System.nanoTime() - claimed
                < settings.claim().minus(settings.attempt()).toNanos();
    }

    /** Whether there is more to do in this lane. */
    private boolean attempt(Consignment consignment) {
        var startedAt = clock.instant();
        long started = System.nanoTime();
        var outcome = consignment.items().isEmpty() ? new Outcome.Delivered(null, null) : inTime(consignment);
        var duration = Duration.ofNanos(System.nanoTime() - started);
        measure(outcome, duration);
        if (outcome instanceof Outcome.Delivered) slots.arrived(consignment);
        else slots.failed(consignment);
        try {
            var attempted = new Attempted(consignment, startedAt, duration, outcome);
            var verdict =
                    outcome instanceof Outcome.Delivered ? arrivals.settle(attempted) : settlement.settle(attempted);
            switch (verdict) {
                case IDLE, GOES_ON -> {}
                case GONE -> fail(consignment, "The receiver answered 410 Gone.");
                case UNREACHABLE -> fail(consignment, unreachable(outcome));
            }
            return verdict != Settlement.Verdict.IDLE;
        } catch (RuntimeException trouble) {
            // The claim runs out, and the attempt is made again: at least once.
            log.warn("The outcome of a delivery to {} could not be stored", consignment.subscription(), trouble);
            return true;
        }
    }

    /** Ends before the claim does, whatever the channel does: or the next one would begin while this one still sends. */
    private Outcome inTime(Consignment consignment) {
        var attempt = attempts.submit(() -> channel.attempt(consignment));
        try {
            return attempt.get(settings.attempt().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return Outcome.Failed.withoutAnswer(
                    "Not done within " + settings.attempt().toSeconds() + " seconds.");
        } catch (ExecutionException fault) {
            log.error("An attempt to deliver to {} broke off", consignment.subscription(), fault.getCause());
            return Outcome.Failed.withoutAnswer("A fault on our side; it will be tried again.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.Failed.withoutAnswer("Broken off on our side; it will be tried again.");
        } finally {
            // Interrupts what is still under way, which closes its connection.
            attempt.cancel(true);
        }
    }

    private void measure(Outcome outcome, Duration duration) {
        var result = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.timer("notifications.delivery.attempts", "channel", channel.name(), "outcome", result)
                .record(duration);
    }

    private void fail(Consignment consignment, String reason) {
        events.publishEvent(new SubscriptionFailed(consignment.subscription(), consignment.since(), reason));
    }

    private static String unreachable(Outcome outcome) {
        var last = outcome instanceof Outcome.Failed failed ? failed.problem() : "";
        return ("Nothing has arrived there since the first of many attempts. The last one: " + last).strip();
    }
}
