package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;
import org.occupationalstandards.standards.publishing.Sending.Acknowledged;
import org.occupationalstandards.standards.publishing.Sending.Batch;
import org.springframework.kafka.support.SendResult;

/** Which states are sent with which messages, and what becomes of the others when one fails. */
class SendingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Kafka kafka = mock();
    private final Outbox outbox = mock();
    private final List<CompletableFuture<SendResult<String, byte[]>>> onTheirWay = new ArrayList<>();

    /** The standards whose states were asked for, of each transaction. */
    private final List<List<String>> transactions = new CopyOnWriteArrayList<>();

    private final List<Batch> batches = new ArrayList<>();
    private Sending sending;

    @BeforeEach
    void begin() {
        Kafka.Producer producer = mock();
        when(producer.send(any())).thenAnswer(call -> {
            var answer = new CompletableFuture<SendResult<String, byte[]>>();
            onTheirWay.add(answer);
            return answer;
        });
        States states = mock();
        when(kafka.producer()).thenReturn(producer);
        when(kafka.states()).thenReturn(states);
        when(outbox.states(anyCollection(), anyString(), anyString(), anyLong()))
                .thenAnswer(call -> {
                    transactions.add(List.copyOf(call.<Collection<String>>getArgument(0)));
                    return new Outbox.StatePage(List.of(), false);
                });
        sending = new Sending(kafka, outbox, new CloudEvents(URI.create("http://localhost/schemas")), 1_000_000);
    }

    @AfterEach
    void end() {
        sending.close();
    }

    private void send(String reference, boolean more) {
        batches.add(sending.send(List.of(message(reference)), more));
    }

    private OutboxMessage message(String reference) {
        long number = batches.size() + 1;
        return new OutboxMessage(
                number,
                Channel.EVENTS,
                number,
                reference,
                number,
                number - 1,
                "event-" + number,
                "standards.standard.submitted.v1",
                Instant.EPOCH,
                null,
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void acknowledge(int batch) {
        var place = new RecordMetadata(new TopicPartition(Topics.EVENTS, 0), batch, 0, 0, 0, 0);
        onTheirWay
                .get(batch)
                .complete(new SendResult<>(new ProducerRecord<>(Topics.EVENTS, "OCC0001", new byte[0]), place));
    }

    private static void isDone(Batch batch) {
        assertThat(batch.done()
                        .thenApply(
                                done -> done.stream().map(Acknowledged::number).toList()))
                .succeedsWithin(SOON)
                .isEqualTo(List.of(batch.lastNumber()));
    }

    private static void hasFailed(Batch batch) {
        assertThat(batch.done())
                .failsWithin(SOON)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void behind_a_backlog_the_states_of_eight_batches_share_a_transaction() {
        for (int i = 0; i < Sending.BATCHES_TOGETHER; i++) {
            send(i % 2 == 0 ? "OCC0001" : "OCC0002", true);
        }
        for (int i = 0; i < Sending.BATCHES_TOGETHER; i++) {
            acknowledge(i);
        }

        batches.forEach(SendingTest::isDone);
        assertThat(transactions).containsExactly(List.of("OCC0001", "OCC0002"));
    }

    @Test
    void what_waits_for_others_does_not_wait_where_none_come() {
        send("OCC0001", true);
        acknowledge(0);

        sending.nothingMore();

        isDone(batches.getFirst());
    }

    @Test
    void the_last_batch_of_a_backlog_takes_the_others_with_it() {
        send("OCC0001", true);
        send("OCC0002", false);
        acknowledge(0);
        acknowledge(1);

        batches.forEach(SendingTest::isDone);
    }

    @Test
    void the_states_of_what_is_sent_alone_wait_for_no_others() {
        var begun = System.nanoTime();
        for (int i = 0; i < 40; i++) {
            batches.add(sending.sendAlone(List.of(message("OCC0001"))));
            acknowledge(i);
            isDone(batches.get(i));
        }

        assertThat(transactions).hasSize(40);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("forty times the shortest time between two would be four seconds")
                .isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void what_failed_is_known_while_more_is_to_come_and_what_came_before_it_is_done() {
        send("OCC0001", true);
        send("OCC0002", true);
        send("OCC0003", true);
        acknowledge(2);
        onTheirWay.get(1).completeExceptionally(new RecordTooLargeException("planted"));
        acknowledge(0);

        isDone(batches.get(0));
        hasFailed(batches.get(1));
        hasFailed(batches.get(2));
        await().atMost(SOON).until(() -> transactions.equals(List.of(List.of("OCC0001"))));
    }
}
