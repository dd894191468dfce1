package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.notifications.Announcer.Told;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import tools.jackson.databind.JsonNode;

/** A cold start from a snapshot ends where everybody else is, whenever it was taken. */
class SnapshotTest {

    private static final List<String> TYPES = List.of(
            "standards.standard.approved.v1",
            "standards.standard.submitted.v1",
            "standards.standard.corrected.v1",
            "standards.standard.retired.v1",
            "standards.standard.reinstated.v1");

    private static Broker broker;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        service = RunningService.start(Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()));
        announcer = new Announcer(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        broker.close();
    }

    private static JsonNode snapshot() {
        return service.get("/snapshot").json();
    }

    private static Map<String, Occupation> states(JsonNode snapshot) {
        var states = new TreeMap<String, Occupation>();
        snapshot.get("items").forEach(item -> {
            var state = RunningService.JSON.treeToValue(item, Occupation.class);
            states.put(state.reference(), state);
        });
        return states;
    }

    /** What a consumer has that started from this snapshot and has read all that follows it. */
    private static Map<String, Occupation> followed(JsonNode snapshot) {
        var states = states(snapshot);
        var page = service.get("/changes?limit=50&after=" + snapshot.get("next").asString())
                .json();
        while (!page.get("items").isEmpty()) {
            page.get("items").forEach(change -> fold(change, states));
            page = service.get("/changes?limit=50&after=" + page.get("next").asString())
                    .json();
        }
        return states;
    }

    private static void fold(JsonNode change, Map<String, Occupation> states) {
        var before = states.get(change.get("subject").asString());
        if (before != null && before.sequence() >= change.get("sequence").asLong()) return;
        var type = AnnouncementType.ofWireName(change.get("type").asString()).orElseThrow();
        Announcement announcement = RunningService.JSON.treeToValue(change.get("data"), type.record());
        states.put(change.get("subject").asString(), announcement.after(before));
    }

    private static void awaitAll() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.jdbc()
                                .sql("select count(*) from feed")
                                .query(Long.class)
                                .single()
                        == announcer.position());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> snapshot().get("next").asString().equals(end()));
    }

    private static String end() {
        return service.get("/changes?limit=1&reference=OCC9999")
                .json()
                .get("next")
                .asString();
    }

    private static void sendAndWait(Told told) {
        try {
            announcer.send(told).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whateverIsAnnouncedWhileItIsTaken() {
        var told = IntStream.range(0, 600)
                .mapToObj(i ->
                        announcer.next("OCC%04d".formatted(5000 + i % 17), TYPES.get(i / 17 % TYPES.size()), 2, 10))
                .toList();
        var writing = CompletableFuture.runAsync(() -> told.forEach(SnapshotTest::sendAndWait));
        var snapshots = new HashMap<String, JsonNode>();
        do {
            var snapshot = snapshot();
            snapshots.putIfAbsent(snapshot.get("next").asString(), snapshot);
        } while (!writing.isDone());
        awaitAll();
        var last = snapshot();
        assertThat(snapshots.keySet()).as("taken while more came").hasSizeGreaterThan(2);

        var end = states(last);
        assertThat(end).containsKeys("OCC5000", "OCC5016");
        for (var snapshot : snapshots.values()) assertThat(followed(snapshot)).isEqualTo(end);
    }

    @Test
    void itsStatesAreMadeAnewFromTheFeed() {
        for (int i = 0; i < 45; i++) announcer.approved("OCC%04d".formatted(6000 + i));
        for (int i = 0; i < 45; i++) announcer.announce("OCC%04d".formatted(6000 + i), TYPES.get(3), 2, 10);
        awaitAll();
        var before = states(snapshot());
        var official = RunningService.ISSUER.token("official", Map.of("roles", List.of("official")));
        // As if they had been folded by another release.
        service.jdbc().sql("""
                update current_state set data = convert_to(replace(convert_from(data, 'UTF8'), 'Title of', 'Name of'), 'UTF8')
                """).update();

        var answer = service.post("/operations/feed/fold-again", official, "");

        assertThat(answer.json().get("folded").asInt()).isEqualTo(before.size());
        announcer.submitted("OCC7000");
        awaitAll();
        var after = states(snapshot());
        assertThat(after.remove("OCC7000")).isNotNull();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void anEmptyFeedFillsItselfFromTheTopicWithTheSameCursors() {
        for (int i = 0; i < 20; i++) announcer.submitted("OCC%04d".formatted(8000 + i % 3));
        awaitAll();
        var ids = new ArrayList<String>();
        try (var another = RunningService.start(
                Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                // Beside the other one, which it shall share nothing with.
                "platform.intake.group=another")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> another.get("/changes?limit=1&reference=OCC9999")
                            .json()
                            .get("next")
                            .asString()
                            .equals(end()));
            for (var cursor = ""; ; ) {
                var page = service.get("/changes?limit=100&after=" + cursor);
                assertThat(another.get("/changes?limit=100&after=" + cursor)
                                .raw()
                                .body())
                        .isEqualTo(page.raw().body());
                if (page.json().get("items").isEmpty()) break;
                page.json().get("items").forEach(item -> ids.add(item.get("id").asString()));
                cursor = page.json().get("next").asString();
            }
            assertThat(states(another.get("/snapshot").json())).isEqualTo(states(snapshot()));
        }
        assertThat(ids).hasSize((int) announcer.position());
    }
}
