package org.occupationalstandards.standards.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.occupationalstandards.contracts.CloudEventNames;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;

/** Sends messages, and after their acknowledgement the states that come of them, batch after batch. */
final class Sending implements AutoCloseable {

    private final Kafka.Producer producer;
    private final States states;
    private final Outbox outbox;
    private final CloudEvents cloudEvents;

    /** Announcements do not wait for the transaction of the states before them. */
    private final ExecutorService afterwards = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("relay-states").daemon().factory());

    Sending(Kafka kafka, Outbox outbox, CloudEvents cloudEvents) {
        this.states = kafka.states();
        this.producer = kafka.producer();
        this.outbox = outbox;
        this.cloudEvents = cloudEvents;
    }

    /**
     * Messages on their way.
     *
     * @param done when they and their states are with the broker
     */
    record Batch(long lastNumber, int size, CompletableFuture<List<Acknowledged>> done) {}

    /** @param number of the message in the outbox; 0 for a state */
    record Acknowledged(RecordMetadata message, long number) {}

    Batch send(List<OutboxMessage> messages) {
        var acknowledgements = new ArrayList<CompletableFuture<Acknowledged>>();
        var changed = new LinkedHashSet<String>();
        for (var message : messages) {
            acknowledgements.add(producer.send(cloudEvents.message(message))
                    .thenApply(sent -> new Acknowledged(sent.getRecordMetadata(), message.number())));
            if (message.channel() == Channel.EVENTS) {
                changed.add(message.reference());
            }
        }
        var done = all(acknowledgements).thenApplyAsync(sent -> withStates(sent, changed), afterwards);
        return new Batch(messages.getLast().number(), messages.size(), done);
    }

    /** The states of these standards as they are now. */
    CompletableFuture<List<Acknowledged>> sendStates(Collection<String> references) {
        return CompletableFuture.supplyAsync(() -> withStates(List.of(), references), afterwards);
    }

    /** See {@link Kafka.Producer#connectionsLost()}. */
    double connectionsLost() {
        return producer.connectionsLost();
    }

    private List<Acknowledged> withStates(List<Acknowledged> sent, Collection<String> references) {
        if (references.isEmpty()) {
            return sent;
        }
        var all = new ArrayList<>(sent);
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        outbox.states(references, CloudEventNames.STATE_TYPE).forEach(each -> records.add(cloudEvents.state(each)));
        try {
            states.send(records).forEach(state -> all.add(new Acknowledged(state, 0)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        }
        return all;
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
