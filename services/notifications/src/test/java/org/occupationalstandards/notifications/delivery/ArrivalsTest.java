package org.occupationalstandards.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.notifications.delivery.Settlement.Verdict;

class ArrivalsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Settlement settlement = mock();
    private final Arrivals arrivals = new Arrivals(settlement);
    private final List<Integer> together = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstIsCommitted = new CountDownLatch(1);

    private static Attempted arrived(String lane) {
        return new Attempted(
                new Consignment(
                        UUID.randomUUID(),
                        "owner",
                        OffsetDateTime.MIN,
                        lane,
                        UUID.randomUUID(),
                        0,
                        "http://localhost",
                        new byte[0],
                        new byte[0],
                        List.of()),
                Instant.EPOCH,
                Duration.ZERO,
                new Outcome.Delivered(204, null));
    }

    private static Verdict verdict(Attempted attempted) {
        return attempted.consignment().lane().equals("more") ? Verdict.GOES_ON : Verdict.IDLE;
    }

    private void settleSlowlyAtFirst() {
        when(settlement.settleArrived(anyList())).thenAnswer(call -> {
            List<Attempted> arrived = call.getArgument(0);
            together.add(arrived.size());
            if (together.size() == 1) firstIsCommitted.await();
            if (arrived.stream().anyMatch(each -> each.consignment().lane().equals("refused")))
                throw new IllegalStateException("planted");
            if (arrived.stream().anyMatch(each -> each.consignment().lane().equals("broken")))
                throw new StackOverflowError("planted");
            return arrived.stream().map(ArrivalsTest::verdict).toList();
        });
    }

    private List<CompletableFuture<Verdict>> settle(List<String> lanes) {
        settleSlowlyAtFirst();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var first = CompletableFuture.supplyAsync(() -> arrivals.settle(arrived("first")), threads);
        await().atMost(SOON).until(() -> together.size() == 1);
        var verdicts = lanes.stream()
                .map(lane -> CompletableFuture.supplyAsync(() -> arrivals.settle(arrived(lane)), threads))
                .toList();
        await().atMost(SOON).until(() -> arrivals.waiting() == lanes.size());
        firstIsCommitted.countDown();
        assertThat(first).succeedsWithin(SOON).isEqualTo(Verdict.IDLE);
        return verdicts;
    }

    @Test
    void whatArrivesWhileOneIsSettledIsSettledTogether() {
        var lanes = IntStream.range(0, 50)
                .mapToObj(i -> i % 2 == 0 ? "more" : "last")
                .toList();

        var verdicts = settle(lanes);

        for (int i = 0; i < lanes.size(); i++) {
            assertThat(verdicts.get(i)).succeedsWithin(SOON).isEqualTo(i % 2 == 0 ? Verdict.GOES_ON : Verdict.IDLE);
        }
        assertThat(together).containsExactly(1, 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "broken"})
    void whatOneCannotBeSettledForHoldsUpNoOther(String trouble) {
        var verdicts = settle(List.of("more", trouble, "last"));

        assertThat(verdicts.get(0)).succeedsWithin(SOON).isEqualTo(Verdict.GOES_ON);
        assertThat(verdicts.get(1))
                .failsWithin(SOON)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withStackTraceContaining("planted");
        assertThat(verdicts.get(2)).succeedsWithin(SOON).isEqualTo(Verdict.IDLE);
        assertThat(together).containsExactly(1, 3, 1, 1, 1);
    }
}
