package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.publishing.Acknowledgements.TopicCutShort;
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

    /** So many batches may wait for their states alone. */
    private static final int STATELESS = 2 * Sending.BATCHES_TOGETHER;

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

    /** Partitions of the state topic that turned out to have lost something. */
    private final Set<TopicPartition> cutStates = new HashSet<>();

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
        state.running(true);
        try {
            sendUntilStopped();
        } finally {
            state.running(false);
        }
    }

    private void sendUntilStopped() {
        var pause = FIRST_PAUSE;
        while (running) {
            try {
                kafka.topics().get(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS);
                var sent = acquire();
                if (sent.isPresent()) {
                    send(sent.get());
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
                log.info("The connection to the broker was lost; looking at what the topics have now");
            } catch (RelayLease.Lost lost) {
                log.info("Another instance sends the outbox now");
            } catch (Exception failure) {
                state.failed(reason(failure));
                log.warn("Sending the outbox failed, next attempt in {}: {}", pause, reason(failure));
                pause = sleep(pause);
            } catch (Error failure) {
                // Too little memory for one attempt may be enough for the next; silence would be worse than either.
                state.failed(reason(failure));
                log.error("Sending the outbox failed, next attempt in {}", pause, failure);
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
    private Optional<RelayLease.Sent> acquire() {
        if (following.isHere(Publisher.NAME)) {
            elsewhereSince = System.nanoTime();
        }
        boolean waitedEnough =
                System.nanoTime() - elsewhereSince > settings.lease().toNanos();
        return following.isHere(Publisher.NAME) || waitedEnough ? lease.acquire() : Optional.empty();
    }

    private void send(RelayLease.Sent sent) throws Exception {
        try (var sending =
                new Sending(kafka, outbox, cloudEvents, settings.batchSize().toBytes())) {
            sendAgainWhatTheTopicsLost(sending, sent);
            state.sending();
            log.info("Sending the outbox from number {} on", sent.through() + 1);
            var run = new Run(sending, sent);
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

        private final Sending sending;
        private final Acknowledgements acknowledged;
        private final ReadAhead pages = new ReadAhead(outbox, settings);
        private final ArrayDeque<Sending.Batch> inFlight = new ArrayDeque<>();
        private long queuedThrough;
        private long renewedAt = System.nanoTime();
        private final double connectionsLostBefore;

        Run(Sending sending, RelayLease.Sent sent) {
            this.sending = sending;
            this.connectionsLostBefore = sending.connectionsLost();
            this.acknowledged = sent.acknowledged();
            this.queuedThrough = sent.through();
        }

        /** @return whether there was anything to do */
        boolean step() throws Exception {
            requireSameBroker();
            // Before anything is sent: this process may have stood still for longer than the lease.
            renewInTime();
            boolean mayGoAhead = mayGoAhead();
            var next = mayGoAhead ? pages.after(queuedThrough) : List.<OutboxMessage>of();
            if (!next.isEmpty()) {
                var batch = sending.send(next, pages.isFull(next));
                batch.sent().whenComplete((sent, failure) -> wakeup.call());
                batch.done().whenComplete((done, failure) -> wakeup.call());
                inFlight.add(batch);
                queuedThrough = next.getLast().number();
            }
            if (settle() || !next.isEmpty()) {
                return true;
            }
            if (mayGoAhead) {
                sending.nothingMore();
            }
            boolean called = wakeup.await(SAFETY_POLL);
            if (!called && !inFlight.isEmpty()) {
                state.waiting();
            }
            return !inFlight.isEmpty();
        }

        /**
         * What the broker has not acknowledged takes up memory; what only waits for its states hardly does. Nothing overtakes
         * what has failed.
         */
        private boolean mayGoAhead() {
            return inFlight.size() < STATELESS + settings.inFlight()
                    && inFlight.stream().noneMatch(batch -> batch.sent().isCompletedExceptionally())
                    && inFlight.stream().filter(batch -> !batch.sent().isDone()).count() < settings.inFlight();
        }

        /** Notes what is done before it tells of what has failed: that is not sent again. */
        private boolean settle() throws Exception {
            Sending.Batch last = null;
            for (var oldest = inFlight.peek(); oldest != null && oldest.done().isDone(); oldest = inFlight.peek()) {
                if (last != null && oldest.done().isCompletedExceptionally()) {
                    break;
                }
                note(result(oldest.done()), acknowledged);
                last = inFlight.remove();
                state.sent(last.size());
            }
            if (last == null) {
                return false;
            }
            lease.sentThrough(last.lastNumber(), acknowledged);
            renewedAt = System.nanoTime();
            return true;
        }

        /**
         * A broker that was away may have come back with less than it had acknowledged. What is sent before that is found
         * out would stand before what is sent again.
         */
        private void requireSameBroker() {
            if (sending.connectionsLost() > connectionsLostBefore) {
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

    /** The connection broke: what the topics have has to be looked at again. */
    private static final class BrokerWasAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokerWasAway() {
            super("The connection to the broker was lost", null, false, false);
        }
    }

    private void note(List<Sending.Acknowledged> messages, Acknowledgements acknowledged) {
        for (var message : messages) {
            try {
                acknowledged.note(message.message(), message.number());
            } catch (TopicCutShort cut) {
                // In the other topics the next look shows it again; of a state only the last is kept.
                if (cut.partition().topic().equals(Topics.STATE)) {
                    cutStates.add(cut.partition());
                }
                throw cut;
            }
        }
    }

    private void sendAgainWhatTheTopicsLost(Sending sending, RelayLease.Sent sent) throws Exception {
        if (sent.through() == 0) {
            return;
        }
        TopicCheck.Losses losses;
        try (var consumer = kafka.consumer()) {
            losses = new TopicCheck(consumer, outbox, sent.acknowledged(), lease::renew)
                    .losses(sent.through(), cutStates);
        }
        if (!losses.isEmpty()) {
            long again = sendAgain(sending, losses, sent);
            log.warn("{} partitions had lost their end; {} messages were sent again", losses.count(), again);
            state.resent(again);
        }
        lease.sentThrough(sent.through(), sent.acknowledged());
        cutStates.clear();
    }

    private long sendAgain(Sending sending, TopicCheck.Losses losses, RelayLease.Sent sent) throws Exception {
        long again = 0;
        long number = losses.first() - 1;
        while (number < sent.through()) {
            var page =
                    outbox.after(number, settings.batch(), settings.batchSize().toBytes());
            var missing = page.stream()
                    .filter(each -> each.number() <= sent.through() && losses.include(each))
                    .toList();
            if (!missing.isEmpty()) {
                note(awaited(sending.sendAlone(missing).done()), sent.acknowledged());
                again += missing.size();
            }
            number = page.isEmpty() ? sent.through() : page.getLast().number();
            lease.renew();
        }
        var standards =
                outbox.references().stream().filter(losses::includeState).toList();
        for (int i = 0; i < standards.size(); i += settings.batch()) {
            var some = standards.subList(i, Math.min(standards.size(), i + settings.batch()));
            note(awaited(sending.sendStates(some)), sent.acknowledged());
        }
        return again;
    }

    /** Waits as long as it takes, unless one of the messages cannot be sent at all. */
    private List<Sending.Acknowledged> awaited(CompletableFuture<List<Sending.Acknowledged>> done) throws Exception {
        while (true) {
            try {
                return done.get(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (!running) {
                    throw new InterruptedException("stopped");
                }
                state.waiting();
                lease.renew();
            } catch (ExecutionException failed) {
                return result(done);
            }
        }
    }

    private static List<Sending.Acknowledged> result(CompletableFuture<List<Sending.Acknowledged>> done)
            throws Exception {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
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
