package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.Receiver.Behaviour;
import org.occupationalstandards.testbed.Testbed;

class RestartTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void whatIsToBeTriedAgainSurvivesARestart() {
        try (var broker = Testbed.ownBroker();
                var announcer = new Announcer(broker.bootstrapServers());
                var receiver = new Receiver()) {
            var environment = Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers());
            receiver.behave(Behaviour.answering(503));
            var ids = new ArrayList<String>();
            try (var first = RunningService.start(environment, "notifications.delivery.ladder=2s,2s,2s,2s,2s")) {
                first.subscribe(receiver.url(), Map.of());
                ids.add(announcer.submitted("OCC0001").id());
                ids.add(announcer.submitted("OCC0001").id());
                await().atMost(SOON).until(() -> !receiver.calls().isEmpty());
            }
            ids.add(announcer.submitted("OCC0001").id());
            receiver.behave(Behaviour.answering(204));
            int before = receiver.calls().size();

            try (var second = RunningService.start(environment)) {
                await().atMost(SOON).until(() -> receiver.calls().size() == before + 3);

                assertThat(receiver.ids().subList(before, before + 3)).isEqualTo(ids);
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(second.get("/changes").json().get("items"))
                                        .hasSize(3));
            }
        }
    }

    @Test
    void twoInstancesShareTheWorkAndWakeEachOther() {
        try (var broker = Testbed.ownBroker();
                var announcer = new Announcer(broker.bootstrapServers());
                var receiver = new Receiver()) {
            var environment = Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers());
            try (var one = RunningService.start(environment);
                    var other = RunningService.start(environment)) {
                one.subscribe(receiver.url(), Map.of());
                var ids = new ArrayList<String>();
                for (int i = 0; i < 200; i++) {
                    ids.add(announcer.submitted("OCC%04d".formatted(i % 40)).id());
                }

                await().atMost(SOON).until(() -> receiver.calls().size() >= 200);

                assertThat(receiver.ids()).hasSize(200).containsExactlyInAnyOrderElementsOf(ids);
                for (var service : List.of(one, other)) {
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(service.get("/changes?limit=1000")
                                            .json()
                                            .get("items"))
                                    .hasSize(200));
                }
                var end = one.get("/changes?limit=1000").json().get("next").asString();
                var waiting = List.of(one, other).stream()
                        .map(service ->
                                CompletableFuture.supplyAsync(() -> service.get("/changes?wait=30&after=" + end)))
                        .toList();
                var told = announcer.submitted("OCC0001");
                for (var answer : waiting) {
                    assertThat(answer)
                            .succeedsWithin(Duration.ofSeconds(5))
                            .satisfies(page -> assertThat(page.raw().body()).contains(told.id()));
                }
            }
        }
    }
}
