package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;
import org.springframework.kafka.support.SendResult;
import org.springframework.util.unit.DataSize;

/** What the relay sends, and notes, when something is wrong. */
class RelayTest {

    private static final int SOON = 20_000;

    private final Kafka kafka = mock();
    private final Kafka.Producer producer = mock();
    private final Outbox outbox = mock();
    private final RelayLease lease = mock();
    private final Following following = mock();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private Relay relay;

    /** One message a batch, ten of them; each step looks after the lease. */
    @BeforeEach
    void begin() {
        var settings = new PublishingSettings(
                URI.create("http://localhost/schemas"), 1, DataSize.ofMegabytes(1), 8, Duration.ofNanos(4));
        relay = new Relay(outbox, lease, following, kafka, new Wakeup(), settings, mock());
        when(kafka.topics()).thenReturn(CompletableFuture.completedFuture(null));
        when(kafka.producer()).thenReturn(producer);
        when(kafka.states()).thenReturn(mock());
        when(following.isHere(Publisher.NAME)).thenReturn(true);
        when(lease.acquire()).thenAnswer(call -> Optional.of(new RelayLease.Sent(0, Acknowledgements.read("{}"))));
        when(outbox.after(anyLong(), anyInt(), anyLong())).thenAnswer(call -> {
            long after = call.getArgument(0);
            return after < 10 ? List.of(message(after + 1)) : List.of();
        });
        when(outbox.states(anyCollection(), anyString(), anyString(), anyLong()))
                .thenReturn(new Outbox.StatePage(List.of(), false));
        when(producer.send(any())).thenAnswer(call -> {
            ProducerRecord<String, byte[]> message = call.getArgument(0);
            var id = new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
            sent.add(id);
            return id.equals("event-4")
                    ? CompletableFuture.failedFuture(new RecordTooLargeException("planted"))
                    : CompletableFuture.completedFuture(new SendResult<>(
                            message,
                            new RecordMetadata(new TopicPartition(Topics.EVENTS, 0), sent.size(), 0, 0, 0, 0)));
        });
    }

    private static OutboxMessage message(long number) {
        return new OutboxMessage(
                number,
                Channel.EVENTS,
                number,
                "OCC0001",
                number,
                number - 1,
                "event-" + number,
                "standards.standard.submitted.v1",
                Instant.EPOCH,
                null,
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        relay.stop();
    }

    @Test
    void whoever_has_lost_the_lease_while_it_stood_still_sends_nothing() {
        doThrow(new RelayLease.Lost()).when(lease).renew();

        relay.start();

        verify(lease, timeout(SOON).atLeast(3)).acquire();
        verify(producer, never()).send(any());
    }

    @Test
    void nothing_is_sent_after_what_failed_and_what_came_before_it_is_noted() {
        relay.start();

        verify(lease, timeout(SOON)).sentThrough(eq(3L), any());
        await().atMost(Duration.ofMillis(SOON)).until(() -> sent.size() >= 4);
        assertThat(sent).startsWith("event-1", "event-2", "event-3", "event-4");
        verify(lease, timeout(SOON).atLeast(2)).acquire();
        assertThat(sent).doesNotContain("event-5");
    }
}
