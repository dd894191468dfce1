package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.occupationalstandards.contracts.CloudEventNames;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;

/** Sends messages, and after their acknowledgement the states that come of them, batch after batch. */
final class Sending implements AutoCloseable {

    /**
     * So many batches share a transaction while more are to come: of a standard that changes again and again in a backlog,
     * only the last state is worth sending.
     */
    static final int BATCHES_TOGETHER = 8;

    /** The shortest time from one of these transactions to the next while nobody is behind. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private final Kafka.Producer producer;
    private final States states;
    private final Outbox outbox;
    private final CloudEvents cloudEvents;
    private final long mostBytes;

    /** In the order in which they were sent. */
    private final Queue<Stateless> stateless = new ConcurrentLinkedQueue<>();

    private volatile boolean moreToCome;

    /** Whoever sent last waits for the states before anything else is sent. */
    private volatile boolean alone;

    /** By the clock of {@link System#nanoTime}; used by the one thread that sends states. */
    private long lastStates = System.nanoTime() - GATHERING.toNanos();

    /** Announcements do not wait for the transaction of the states before them. */
    private final ExecutorService afterwards = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("relay-states").daemon().factory());

    /** @param mostBytes of states at a time */
    Sending(Kafka kafka, Outbox outbox, CloudEvents cloudEvents, long mostBytes) {
        this.mostBytes = mostBytes;
        this.states = kafka.states();
        this.producer = kafka.producer();
        this.outbox = outbox;
        this.cloudEvents = cloudEvents;
    }

    /**
     * Messages on their way.
     *
     * @param sent when they are with the broker
     * @param done when their states are, too
     */
    record Batch(
            long lastNumber,
            int size,
            CompletableFuture<List<Acknowledged>> sent,
            CompletableFuture<List<Acknowledged>> done) {}

    /** @param number of the message in the outbox; 0 for a state */
    record Acknowledged(RecordMetadata message, long number) {}

    /** @param more whether others follow at once; if in the end they do not, {@link #nothingMore} has to be called */
    Batch send(List<OutboxMessage> messages, boolean more) {
        alone = false;
        moreToCome = more;
        return send(messages);
    }

    /** For one who sends nothing else before the states are there, too: these do not wait for others that could go with them. */
    Batch sendAlone(List<OutboxMessage> messages) {
        alone = true;
        moreToCome = false;
        return send(messages);
    }

    private Batch send(List<OutboxMessage> messages) {
        var acknowledgements = new ArrayList<CompletableFuture<Acknowledged>>();
        var changed = new LinkedHashSet<String>();
        for (var message : messages) {
            acknowledgements.add(producer.send(cloudEvents.message(message))
                    .thenApply(sent -> new Acknowledged(sent.getRecordMetadata(), message.number())));
            if (message.channel() == Channel.EVENTS) {
                changed.add(message.reference());
            }
        }
        var batch = new Stateless(all(acknowledgements), changed, new CompletableFuture<>());
        stateless.add(batch);
        batch.sent().whenComplete((sent, failure) -> afterwards.execute(this::sendStatesOfAll));
        return new Batch(messages.getLast().number(), messages.size(), batch.sent(), batch.done());
    }

    /** The states of what was sent so far need not wait for others. */
    void nothingMore() {
        if (moreToCome) {
            moreToCome = false;
            afterwards.execute(this::sendStatesOfAll);
        }
    }

    /**
     * Messages whose states are still to come.
     *
     * @param sent completed when the messages are with the broker
     * @param done completed when the states are, too
     */
    private record Stateless(
            CompletableFuture<List<Acknowledged>> sent,
            Set<String> changed,
            CompletableFuture<List<Acknowledged>> done) {}

    /**
     * A transaction takes longer than a message, so one of them serves all batches that came meanwhile. In the order of the
     * batches: places in the state topic are noted in the order in which they were given.
     */
    private void sendStatesOfAll() {
        if (stateless.isEmpty() || !gathered()) {
            return;
        }
        var batches =
                stateless.stream().takeWhile(batch -> batch.sent().isDone()).toList();
        // One that failed waits for no others: all that is sent after it would overtake it.
        boolean failed = batches.stream().anyMatch(Sending::hasFailed);
        if (batches.isEmpty() || moreToCome && !failed && batches.size() < BATCHES_TOGETHER) {
            return;
        }
        batches.forEach(batch -> stateless.remove());
        var good = batches.stream().takeWhile(batch -> !hasFailed(batch)).toList();
        if (!good.isEmpty()) {
            sendStates(good);
        }
        batches.stream()
                .skip(good.size())
                .forEach(batch -> batch.done()
                        .completeExceptionally(batches.get(good.size()).sent().exceptionNow()));
    }

    /** @return whether those that come soon after the last ones have been waited for */
    private boolean gathered() {
        long now = System.nanoTime();
        try {
            if (!moreToCome && !alone) {
                TimeUnit.NANOSECONDS.sleep(lastStates + GATHERING.toNanos() - now);
            }
            return true;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean hasFailed(Stateless batch) {
        return batch.sent().isCompletedExceptionally();
    }

    private void sendStates(List<Stateless> batches) {
        try {
            var sent = batches.stream().map(batch -> batch.sent().join()).toList();
            var states = sendAndAwait(batches.stream()
                    .flatMap(batch -> batch.changed().stream())
                    .distinct()
                    .toList());
            for (int i = 0; i < batches.size(); i++) {
                // The states of all of them are noted with the last.
                boolean last = i == batches.size() - 1;
                batches.get(i)
                        .done()
                        .complete(
                                last
                                        ? Stream.concat(sent.get(i).stream(), states.stream())
                                                .toList()
                                        : sent.get(i));
            }
        } catch (Throwable failure) {
            // An error too: whoever waits for these would wait for ever, and keep the right to send.
            batches.forEach(batch -> batch.done().completeExceptionally(failure));
        }
    }

    /** The states of these standards as they are now. */
    CompletableFuture<List<Acknowledged>> sendStates(Collection<String> references) {
        return CompletableFuture.supplyAsync(() -> sendAndAwait(references), afterwards);
    }

    /** See {@link Kafka.Producer#connectionsLost()}. */
    double connectionsLost() {
        return producer.connectionsLost();
    }

    private List<Acknowledged> sendAndAwait(Collection<String> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        lastStates = System.nanoTime();
        var all = new ArrayList<Acknowledged>();
        try {
            Outbox.StatePage page;
            var last = "";
            do {
                page = outbox.states(references, CloudEventNames.STATE_TYPE, last, mostBytes);
                if (!page.messages().isEmpty()) {
                    var records =
                            page.messages().stream().map(cloudEvents::state).toList();
                    states.send(records).forEach(state -> all.add(new Acknowledged(state, 0)));
                    last = page.messages().getLast().reference();
                }
            } while (page.more());
            return all;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        }
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        var all = CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
        // One that fails is known at once; allOf would wait for the others.
        futures.forEach(each -> each.whenComplete((done, failure) -> {
            if (failure != null) {
                all.completeExceptionally(failure);
            }
        }));
        return all.thenApply(
                done -> futures.stream().map(CompletableFuture::join).toList());
    }

    @Override
    public void close() {
        producer.close();
        states.close();
        afterwards.shutdownNow();
    }
}
