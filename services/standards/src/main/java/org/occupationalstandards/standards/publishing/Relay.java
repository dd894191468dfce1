package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.CloudEventNames;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the outbox to Kafka in the order of its numbers, and notes how far it has come only when the broker has
 * acknowledged all up to there. One thread, on one instance of the service: the one that fills the outbox, where that is
 * alive.
 *
 * <p>The producer never gives up on a message by itself, since one sent after it would then overtake it. After any error
 * the relay drops the producer with all that it still holds, and begins again after the last number it has noted.
 */
class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /** Between two looks into the outbox that nobody called for: what another instance left behind is found by it. */
    private static final Duration SAFETY_POLL = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final RelayLease lease;
    private final Following following;
    private final Kafka kafka;
    private final CloudEvents cloudEvents;
    private final Wakeup wakeup;
    private final PublishingSettings settings;
    private final RelayState state;

    private volatile boolean running;
    private long elsewhereSince = System.nanoTime();
    private @Nullable Thread thread;

    Relay(
            Outbox outbox,
            RelayLease lease,
            Following following,
            Kafka kafka,
            Wakeup wakeup,
            PublishingSettings settings,
            RelayState state) {
        this.outbox = outbox;
        this.lease = lease;
        this.following = following;
        this.kafka = kafka;
        this.cloudEvents = new CloudEvents(settings.schemaBase());
        this.wakeup = wakeup;
        this.settings = settings;
        this.state = state;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (running) {
            try {
                kafka.topics().get(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS);
                var sentThrough = acquire();
                if (sentThrough.isPresent()) {
                    send(sentThrough.getAsLong());
                } else {
                    wakeup.await(SAFETY_POLL);
                }
                pause = FIRST_PAUSE;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            } catch (TimeoutException noTopicsYet) {
                state.failed("Kafka does not answer");
            } catch (BrokerWasAway away) {
                state.waiting();
                log.info("The connection to the broker was lost; looking at what the topic ends with now");
            } catch (RelayLease.Lost lost) {
                log.info("Another instance sends the outbox now");
            } catch (Exception failure) {
                state.failed(reason(failure));
                log.warn("Sending the outbox failed, next attempt in {}: {}", pause, reason(failure));
                pause = sleep(pause);
            } finally {
                state.resting();
            }
        }
        release();
    }

    /**
     * The instance that fills the outbox hears at once of every message, so it is the one to send. After a while any other
     * does: a backlog must not wait for a processor that is in trouble everywhere.
     */
    private OptionalLong acquire() {
        if (following.isHere(Publisher.NAME)) {
            elsewhereSince = System.nanoTime();
        }
        boolean waitedEnough =
                System.nanoTime() - elsewhereSince > settings.lease().toNanos();
        return following.isHere(Publisher.NAME) || waitedEnough ? lease.acquire() : OptionalLong.empty();
    }

    private void send(long sentThrough) throws Exception {
        try (var producer = kafka.producer()) {
            resendWhatTheTopicLost(producer, sentThrough);
            state.sending(sentThrough);
            log.info("Sending the outbox from number {} on", sentThrough + 1);
            var run = new Run(producer, sentThrough);
            while (running) {
                boolean worked = run.step();
                if (!worked && !following.isHere(Publisher.NAME)) {
                    elsewhereSince = System.nanoTime();
                    lease.release();
                    return;
                }
            }
        }
    }

    /** Sends in order, a few batches ahead of the acknowledgements. */
    private final class Run {

        private final Kafka.Producer producer;
        private final ArrayDeque<Batch> inFlight = new ArrayDeque<>();
        private long queuedThrough;
        private long renewedAt = System.nanoTime();
        private final double connectionsLostBefore;

        Run(Kafka.Producer producer, long sentThrough) {
            this.producer = producer;
            this.queuedThrough = sentThrough;
            this.connectionsLostBefore = producer.connectionsLost();
        }

        /** @return whether there was anything to do */
        boolean step() throws Exception {
            requireSameBroker();
            var next = inFlight.size() < settings.inFlight()
                    ? outbox.after(queuedThrough, settings.batch())
                    : List.<OutboxMessage>of();
            if (!next.isEmpty()) {
                inFlight.add(sent(producer, next));
                queuedThrough = next.getLast().number();
            }
            var oldest = inFlight.peek();
            if (oldest == null) {
                renewInTime();
                wakeup.await(SAFETY_POLL);
                return false;
            }
            if (next.isEmpty() || inFlight.size() == settings.inFlight()) {
                await(oldest.acknowledged(), this::meanwhile);
                inFlight.remove();
                lease.sentThrough(oldest.lastNumber());
                renewedAt = System.nanoTime();
                state.sent(oldest.lastNumber(), oldest.size());
            }
            return true;
        }

        private void meanwhile() {
            requireSameBroker();
            renewInTime();
        }

        /**
         * A broker that was away may have come back with less than it had acknowledged. What is sent before that is found
         * out would stand before what is sent again.
         */
        private void requireSameBroker() {
            if (producer.connectionsLost() > connectionsLostBefore) {
                throw new BrokerWasAway();
            }
        }

        private void renewInTime() {
            if (System.nanoTime() - renewedAt > settings.lease().toNanos() / 4) {
                lease.renew();
                renewedAt = System.nanoTime();
            }
        }
    }

    /** The connection broke: what the topic ends with has to be looked at again. */
    private static final class BrokerWasAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokerWasAway() {
            super("The connection to the broker was lost", null, false, false);
        }
    }

    private record Batch(long lastNumber, int size, CompletableFuture<Void> acknowledged) {}

    private Batch sent(Kafka.Producer producer, List<OutboxMessage> messages) {
        var acknowledgements = new ArrayList<CompletableFuture<?>>();
        var changed = new LinkedHashSet<String>();
        for (var message : messages) {
            acknowledgements.add(producer.send(cloudEvents.message(message)));
            if (message.channel() == Channel.EVENTS) {
                changed.add(message.reference());
            }
        }
        sendStates(producer, changed, acknowledgements);
        return new Batch(messages.getLast().number(), messages.size(), all(acknowledgements));
    }

    private void sendStates(
            Kafka.Producer producer, Set<String> references, List<CompletableFuture<?>> acknowledgements) {
        if (!references.isEmpty()) {
            outbox.states(references, CloudEventNames.STATE_TYPE)
                    .forEach(each -> acknowledgements.add(producer.send(cloudEvents.state(each))));
        }
    }

    private void resendWhatTheTopicLost(Kafka.Producer producer, long sentThrough) throws Exception {
        long through = outbox.positionAt(sentThrough);
        if (through == 0) {
            return;
        }
        var ends = kafka.ends();
        // The broker may have taken longer to answer than the lease lasts.
        lease.renew();
        Map<Integer, Long> lacking = new HashMap<>();
        outbox.lastPositions(through).forEach((reference, position) -> {
            int partition = ends.partition(reference);
            if (position > ends.lastPosition(partition)) {
                lacking.put(partition, ends.lastPosition(partition));
            }
        });
        if (!lacking.isEmpty()) {
            long resent = resend(producer, ends, lacking, through);
            log.warn(
                    "The topic had lost the end of {} partitions; {} announcements were sent again",
                    lacking.size(),
                    resent);
            state.resent(resent);
        }
    }

    private long resend(Kafka.Producer producer, TopicEnds ends, Map<Integer, Long> lacking, long through)
            throws Exception {
        long resent = 0;
        long position =
                lacking.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        for (var page = outbox.announcements(position, through, settings.batch());
                !page.isEmpty();
                page = outbox.announcements(position, through, settings.batch())) {
            var missing = page.stream()
                    .filter(each ->
                            position(each) > lacking.getOrDefault(ends.partition(each.reference()), Long.MAX_VALUE))
                    .toList();
            if (!missing.isEmpty()) {
                await(sent(producer, missing).acknowledged(), lease::renew);
                resent += missing.size();
            }
            position = position(page.getLast());
            lease.renew();
        }
        return resent;
    }

    private static long position(OutboxMessage announcement) {
        return announcement.position() == null ? 0 : announcement.position();
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<?>> futures) {
        var all = CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
        futures.forEach(each -> each.whenComplete((done, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure);
            }
        }));
        return all;
    }

    /** Waits as long as it takes, unless one of the messages cannot be sent at all. */
    private void await(CompletableFuture<Void> acknowledged, Runnable meanwhile) throws Exception {
        while (true) {
            try {
                acknowledged.get(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                if (!running) {
                    throw new InterruptedException("stopped");
                }
                state.waiting();
                meanwhile.run();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void release() {
        try {
            lease.release();
        } catch (RuntimeException databaseGone) {
            log.info("The lease will run out by itself: {}", databaseGone.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        var current = thread;
        if (current != null) {
            wakeup.call();
            try {
                current.join(Duration.ofSeconds(10));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stopped after the followers, so that what they wrote last is still sent. */
    @Override
    public int getPhase() {
        return Following.PHASE - 1;
    }
}
