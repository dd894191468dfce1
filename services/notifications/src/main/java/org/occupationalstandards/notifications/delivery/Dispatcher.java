package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the attempts that are due. Sleeps until the next one is, or until it is woken because something was planned;
 * each attempt runs on a thread of its own, so that a receiver that hangs holds up nothing but its own subscription.
 */
@Component
public class Dispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** Claimed together; more would wait here while another instance could begin with them. */
    private static final int BATCH = 200;

    /** Looks again after this even if nobody wakes it: what another instance planned may have been announced to nobody. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /** When everything is under way, a claim for each attempt that ends would cost more than the attempt. */
    private static final Duration FOR_MORE_ROOM = Duration.ofMillis(10);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final Settlement settlement;
    private final Map<String, Channel> channels;
    private final List<String> gathering;
    private final DeliverySettings settings;
    private final ApplicationEventPublisher events;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Wakeup wakeup = new Wakeup();
    private final Wakeup gather = new Wakeup();
    private final Map<UUID, Integer> underWay = new HashMap<>();
    private int inFlight;
    private final ExecutorService attempts = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());
    private volatile boolean running;
    private @Nullable Thread loop;

    Dispatcher(
            Lanes lanes,
            Settlement settlement,
            List<Channel> channels,
            DeliverySettings settings,
            ApplicationEventPublisher events,
            MeterRegistry metrics,
            Clock clock) {
        this.lanes = lanes;
        this.settlement = settlement;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.gathering = channels.stream()
                .map(channel -> channel.gathers() ? channel.name() : "")
                .toList();
        this.settings = settings;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
        metrics.gauge("notifications.delivery.in.flight", this, Dispatcher::inFlight);
    }

    /** Something was planned: look at once. */
    public void wake() {
        wakeup.ring();
    }

    private void run() {
        while (running) {
            try {
                dispatch();
            } catch (RuntimeException trouble) {
                log.warn("Deliveries cannot be claimed; trying again in {}", AFTER_TROUBLE, trouble);
                metrics.counter("notifications.delivery.troubles").increment();
                wakeup.await(AFTER_TROUBLE);
            }
        }
    }

    private void dispatch() {
        int room = Math.min(BATCH, settings.inFlight() - inFlight());
        if (room <= 0) {
            wakeup.await(LONGEST_SLEEP);
            gather.await(FOR_MORE_ROOM);
            return;
        }
        var busy = busy();
        var claimed = lanes.claim(room, settings.perSubscription(), busy, settings.claim(), gathering);
        claimed.forEach(this::begin);
        if (!claimed.isEmpty()) return;
        var sleep = lanes.untilNextDue(busy).orElse(LONGEST_SLEEP);
        wakeup.await(sleep.compareTo(LONGEST_SLEEP) < 0 ? sleep : LONGEST_SLEEP);
    }

    private synchronized int inFlight() {
        return inFlight;
    }

    /** Subscriptions at which as many attempts are under way as may be. */
    private synchronized List<UUID> busy() {
        return underWay.entrySet().stream()
                .filter(each -> each.getValue() >= settings.perSubscription())
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized void begin(Consignment consignment) {
        inFlight++;
        underWay.merge(consignment.subscription(), 1, Integer::sum);
        attempts.execute(() -> {
            boolean look = true;
            try {
                look = attempt(consignment);
            } finally {
                end(consignment, look);
            }
        });
    }

    private synchronized void end(Consignment consignment, boolean look) {
        boolean others = inFlight >= settings.inFlight()
                || underWay.getOrDefault(consignment.subscription(), 0) >= settings.perSubscription();
        inFlight--;
        underWay.computeIfPresent(consignment.subscription(), (id, count) -> count == 1 ? null : count - 1);
        if (look || others) wakeup.ring();
    }

    /** Whether there is more to do in this lane. */
    private boolean attempt(Consignment consignment) {
        var startedAt = clock.instant();
        long started = System.nanoTime();
        var outcome = consignment.items().isEmpty()
                ? new Outcome.Delivered(null, null)
                : attemptThrough(channel(consignment), consignment);
        var duration = Duration.ofNanos(System.nanoTime() - started);
        measure(consignment, outcome, duration);
        try {
            var verdict = settlement.settle(consignment, startedAt, duration, outcome);
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

    private void measure(Consignment consignment, Outcome outcome, Duration duration) {
        var result = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.timer("notifications.delivery.attempts", "channel", consignment.channel(), "outcome", result)
                .record(duration);
    }

    private void fail(Consignment consignment, String reason) {
        events.publishEvent(new SubscriptionFailed(consignment.subscription(), reason));
    }

    private static String unreachable(Outcome outcome) {
        var last = outcome instanceof Outcome.Failed failed ? failed.problem() : "";
        return ("Nothing has arrived there since the first of many attempts. The last one: " + last).strip();
    }

    private static Outcome attemptThrough(Channel channel, Consignment consignment) {
        try {
            return channel.attempt(consignment);
        } catch (RuntimeException fault) {
            log.error("An attempt to deliver to {} broke off", consignment.subscription(), fault);
            return Outcome.Failed.withoutAnswer("A fault on our side; it will be tried again.");
        }
    }

    private Channel channel(Consignment consignment) {
        var channel = channels.get(consignment.channel());
        if (channel == null) throw new IllegalStateException("No channel " + consignment.channel());
        return channel;
    }

    @Override
    public void start() {
        running = true;
        loop = Thread.ofVirtual().name("dispatcher").start(this::run);
    }

    /** Takes on nothing more; what is under way may finish within its own time-out. */
    @Override
    public void stop() {
        running = false;
        wakeup.ring();
        try {
            // Not interrupted: a claim whose answer is thrown away would hold up its lanes until it runs out.
            if (loop != null) loop.join(settings.claim());
            attempts.shutdown();
            if (!attempts.awaitTermination(settings.claim().toSeconds(), TimeUnit.SECONDS)) attempts.shutdownNow();
        } catch (InterruptedException impatient) {
            attempts.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
