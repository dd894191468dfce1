package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.Announcer.Told;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import tools.jackson.databind.JsonNode;

class FeedTest {

    private static Broker broker;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        service = RunningService.start(
                Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                "notifications.readers.snapshots-per-address=100");
        announcer = new Announcer(broker.bootstrapServers());
        announcer.submitted("OCC0001");
        upToDate();
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        broker.close();
    }

    /** How many announcements were never sent. */
    private static long lost;

    /** Waits until all that was announced can be read, and gives the cursor after it. */
    private static String upToDate() {
        return await().atMost(Duration.ofSeconds(30))
                .until(FeedTest::end, end -> end.count == announcer.position() - lost)
                .cursor;
    }

    private record End(String cursor, long count) {}

    private static End end() {
        var all = readAll("", 1000);
        return new End(all.next, all.items.size());
    }

    private record Read(List<JsonNode> items, String next) {
        List<String> ids() {
            return items.stream().map(item -> item.get("id").asString()).toList();
        }
    }

    /** Reads from the beginning to the end as a consumer does. */
    private static Read readAll(String filter, int limit) {
        var items = new ArrayList<JsonNode>();
        var page = service.get("/changes?limit=" + limit + filter).json();
        while (!page.get("items").isEmpty()) {
            page.get("items").forEach(items::add);
            page = service.get("/changes?limit=" + limit + filter + "&after="
                            + page.get("next").asString())
                    .json();
        }
        return new Read(items, page.get("next").asString());
    }

    private static List<String> idsAfter(String cursor, String filter) {
        var ids = new ArrayList<String>();
        service.get("/changes?after=" + cursor + filter)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    @Test
    void anItemIsWhatWasAnnounced() {
        var before = upToDate();
        var told = announcer.approved("OCC0100");
        upToDate();

        var item = service.get("/changes?after=" + before).json().get("items").get(0);

        assertThat(item.get("id").asString()).isEqualTo(told.id());
        assertThat(item.get("type").asString()).isEqualTo("standards.standard.approved.v1");
        assertThat(item.get("subject").asString()).isEqualTo("OCC0100");
        assertThat(item.get("time").asString()).isEqualTo(told.time().toString());
        assertThat(item.get("sequence").asLong()).isEqualTo(1);
        assertThat(item.get("dataschema").asString()).endsWith("/schemas/standards.standard.approved.v1.json");
        assertThat(item.get("data")).isEqualTo(RunningService.JSON.readTree(told.data()));
    }

    @Test
    void pagesOfAnySizeShowTheSame() {
        for (int i = 0; i < 25; i++) announcer.submitted("OCC02%02d".formatted(i % 7));
        upToDate();

        assertThat(readAll("", 7).ids()).isEqualTo(readAll("", 1000).ids()).doesNotHaveDuplicates();
    }

    @Test
    void filtersLetThroughWhatHasEveryValue() {
        var before = upToDate();
        announcer.announce("OCC0301", "standards.standard.submitted.v1", 3, 7);
        announcer.announce("OCC0302", "standards.standard.withdrawn.v1", 3, 7);
        announcer.announce("OCC0303", "standards.standard.submitted.v1", 4, 7);
        announcer.announce("OCC0304", "standards.standard.submitted.v1", 3, 8);
        upToDate();

        assertThat(subjects(before, "&route=7")).containsExactly("OCC0301", "OCC0302", "OCC0303");
        assertThat(subjects(before, "&level=3")).containsExactly("OCC0301", "OCC0302", "OCC0304");
        assertThat(subjects(before, "&route=7&level=3")).containsExactly("OCC0301", "OCC0302");
        assertThat(subjects(before, "&type=standards.standard.withdrawn.v1")).containsExactly("OCC0302");
        assertThat(subjects(before, "&reference=OCC0304&reference=OCC0301")).containsExactly("OCC0301", "OCC0304");
        assertThat(subjects(before, "&reference=OCC0304,OCC0301")).containsExactly("OCC0301", "OCC0304");
    }

    @Test
    void whoFollowsARouteOrALevelHearsWhatLeavesIt() {
        var before = upToDate();
        announcer.announce("OCC0311", "standards.standard.submitted.v1", 3, 9);
        announcer.announce("OCC0311", "standards.standard.corrected.v1", 4, 12);
        announcer.announce("OCC0311", "standards.standard.submitted.v1", 4, 12);
        var end = upToDate();

        assertThat(sequences(before, "&route=9")).containsExactly(1L, 2L);
        assertThat(sequences(before, "&route=12")).containsExactly(2L, 3L);
        assertThat(sequences(before, "&level=3&reference=OCC0311")).containsExactly(1L, 2L);
        assertThat(sequences(before, "&route=9&level=3")).containsExactly(1L, 2L);
        assertThat(service.get("/changes.atom?route=9").raw().body().split("<entry>", -1))
                .hasSize(3);
        assertThat(end).isNotEqualTo(before);
    }

    private static List<Long> sequences(String after, String filter) {
        var sequences = new ArrayList<Long>();
        service.get("/changes?after=" + after + filter)
                .json()
                .get("items")
                .forEach(item -> sequences.add(item.get("sequence").asLong()));
        return sequences;
    }

    @Test
    void aPositionThatCannotBeIsSetAsideAndStopsNobody() {
        upToDate();
        var official = RunningService.ISSUER.token("official", Map.of("roles", List.of("official")));
        announcer.send(announcer.at(999_999_999, "OCC0912"));
        var parked = await().until(
                        () -> service.get("/operations/parked", official).json().get("items"),
                        items -> !items.isEmpty());

        assertThat(parked).hasSize(1);
        assertThat(parked.get(0).get("reference").asString()).isEqualTo("OCC0912");
        assertThat(parked.get(0).get("explanation").asString())
                .contains("The position 999999999 is")
                .contains("at most 10000000 can still be on their way");
        announcer.submitted("OCC0913");
        upToDate();
        assertThat(service.get("/operations/feed", official).json().get("missing"))
                .isEmpty();
        assertThat(service.post("/operations/parked/OCC0912/drop", official, "").status())
                .isEqualTo(200);
        announcer.submitted("OCC0913");
        upToDate();
    }

    @Test
    void ofAGapHoweverWideOnlyTheBeginningIsListed() {
        upToDate();
        var official = RunningService.ISSUER.token("official", Map.of("roles", List.of("official")));
        service.jdbc().sql("""
                insert into feed (position, id, source, type, subject, time, recorded_at, sequence, previous_sequence, title, data)
                select 9000000, 'far', source, type, 'FAR', time, recorded_at, 1, 0, title, data from feed limit 1""").update();
        service.jdbc()
                .sql("insert into feed_hole (position) values (:position)")
                .param("position", announcer.position() + 2)
                .update();
        try {
            var missing = service.get("/operations/feed", official).json().get("missing");

            assertThat(missing).hasSize(1_000);
            assertThat(missing.get(0).asLong()).isEqualTo(announcer.position() + 1);
            assertThat(missing.get(1).asLong()).isEqualTo(announcer.position() + 3);
            assertThat(missing.get(999).asLong()).isEqualTo(announcer.position() + 1_001);
        } finally {
            service.jdbc().sql("delete from feed where id = 'far'").update();
            service.jdbc()
                    .sql("delete from feed_hole where position = :position")
                    .param("position", announcer.position() + 2)
                    .update();
        }
    }

    private static List<String> subjects(String after, String filter) {
        var subjects = new ArrayList<String>();
        service.get("/changes?after=" + after + filter)
                .json()
                .get("items")
                .forEach(item -> subjects.add(item.get("subject").asString()));
        return subjects;
    }

    @Test
    void aFilterThatLetsNothingThroughStillMovesTheCursor() {
        var end = upToDate();

        var page = service.get("/changes?reference=OCC9999").json();

        assertThat(page.get("items")).isEmpty();
        assertThat(page.get("next").asString()).isEqualTo(end);
    }

    @Test
    void nothingIsReadBeyondWhatIsMissing() throws Exception {
        var before = upToDate();
        var late = announcer.next("OCC0401", "standards.standard.submitted.v1", 2, 10);
        var early = announcer.submitted("OCC0402");
        await().until(() -> service.jdbc()
                        .sql("select count(*) from feed where id = ?")
                        .param(early.id())
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(idsAfter(before, "")).isEmpty();
        assertThat(service.get("/changes?after=" + before + "&wait=1").json().get("items"))
                .isEmpty();

        announcer.send(late).get();

        await().untilAsserted(() -> assertThat(idsAfter(before, "")).containsExactly(late.id(), early.id()));
    }

    @Test
    void whatWillNeverComeIsLeftOutByAnOfficial() {
        var before = upToDate();
        var official = RunningService.ISSUER.token("official", Map.of("roles", List.of("official")));
        var lost = announcer.next("OCC0901", "standards.standard.submitted.v1", 2, 10);
        var behind = announcer.submitted("OCC0901");
        var other = announcer.submitted("OCC0902");
        await().until(() ->
                !service.get("/operations/parked", official).json().get("items").isEmpty());
        await().until(() -> inFeed(other));

        var released = service.post("/operations/parked/OCC0901/release", official, "");

        assertThat(released.json().get("takenIn").asInt()).isEqualTo(1);
        assertThat(released.json().get("missingPositions"))
                .as("the answer says that the feed still waits, and for what")
                .hasSize(1)
                .first()
                .satisfies(position -> assertThat(position.asLong()).isEqualTo(lost.position()));
        assertThat(idsAfter(before, "")).isEmpty();
        await().untilAsserted(() -> assertThat(service.bean(MeterRegistry.class)
                        .get("notifications.feed.held.back.seconds")
                        .gauge()
                        .value())
                .isPositive());
        assertThat(service.post("/operations/feed/missing/" + other.position() + "/leave-out", official, "")
                        .status())
                .as("what is there")
                .isEqualTo(409);

        var left = service.post("/operations/feed/missing/" + lost.position() + "/leave-out", official, "");

        assertThat(left.status()).isEqualTo(200);
        assertThat(left.json().get("missing")).isEmpty();
        assertThat(left.json().get("heldBackSeconds").asLong()).isZero();
        assertThat(idsAfter(before, "")).containsExactly(behind.id(), other.id());
        FeedTest.lost++;
        upToDate();
    }

    private static boolean inFeed(Told told) {
        return service.jdbc()
                        .sql("select count(*) from feed where id = ?")
                        .param(told.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void anAnnouncementAsLargeAsTheTopicTakesIsReadLikeAnyOther() throws Exception {
        var before = upToDate();
        var told = announcer.next("OCC0903", "standards.standard.submitted.v1", 2, 10);
        var large = told.with("x".repeat(3 * 1024 * 1024));

        announcer.send(large).get();

        await().untilAsserted(() -> assertThat(idsAfter(before, "")).containsExactly(told.id()));
    }

    @Test
    void readersAtWorkWhileItIsWrittenMissNothingAndSeeNothingTwice() {
        var before = upToDate();
        var writers = Executors.newVirtualThreadPerTaskExecutor();
        List<Told> held = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            held.add(announcer.next("OCC05%02d".formatted(i % 23), "standards.standard.submitted.v1", 2, 10));
        }
        // Each standard in its own order, the standards against each other in any.
        var writing = CompletableFuture.allOf(
                held.stream().collect(java.util.stream.Collectors.groupingBy(Told::subject)).values().stream()
                        .map(own -> CompletableFuture.runAsync(() -> own.forEach(announcer::send), writers))
                        .toArray(CompletableFuture[]::new));
        var readers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> follow(before, 300), writers))
                .toList();

        writing.join();

        var expected = held.stream().map(Told::id).toList();
        for (var reader : readers) assertThat(reader.join()).isEqualTo(expected);
    }

    private static List<String> follow(String cursor, int count) {
        var ids = new ArrayList<String>();
        var from = cursor;
        while (ids.size() < count) {
            int limit = ThreadLocalRandom.current().nextInt(1, 40);
            var page = service.get("/changes?after=%s&limit=%d&wait=20".formatted(from, limit))
                    .json();
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            from = page.get("next").asString();
        }
        return ids;
    }

    @Test
    void whoWaitsIsWokenByWhatTheyWaitFor() {
        var before = upToDate();
        var waiting =
                CompletableFuture.supplyAsync(() -> service.get("/changes?wait=30&reference=OCC0602&after=" + before));
        announcer.submitted("OCC0601");
        upToDate();
        assertThat(waiting).isNotDone();

        var told = announcer.submitted("OCC0602");

        assertThat(waiting)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(answer -> assertThat(
                                answer.json().get("items").get(0).get("id").asString())
                        .isEqualTo(told.id()));
    }

    @Test
    void aFullPageNeverChangesAndTheLastOneIsAskedForAgain() {
        upToDate();
        var full = service.get("/changes?limit=1");
        assertThat(full.header("Cache-Control")).contains("immutable").contains("public");
        var last = service.get("/changes?limit=1000");
        assertThat(last.header("Cache-Control")).contains("no-cache");
        var etag = last.header("ETag");

        assertThat(service.get("/changes?limit=1000", null, "If-None-Match", etag)
                        .status())
                .isEqualTo(304);
        announcer.submitted("OCC0700");
        upToDate();
        assertThat(service.get("/changes?limit=1000", null, "If-None-Match", etag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var answer = service.get("/changes?after=x&limit=0&wait=1000&route=ten&refrence=OCC0218");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var named = new ArrayList<String>();
        answer.json()
                .get("errors")
                .forEach(error -> named.add(error.get("parameter").asString()));
        assertThat(named).containsExactlyInAnyOrder("after", "limit", "wait", "route", "refrence");
    }

    @Test
    void aFilterThatNothingCouldPassIsRefusedWhereverItIsGiven() {
        var wrong = "?reference=OCC218&route=10,99&level=8&type=standards.standard.aproved.v1";
        for (var path : List.of("/changes", "/changes.atom", "/changes/stream")) {
            var answer = service.get(path + wrong);

            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.json().get("errors").findValuesAsString("parameter"))
                    .as(path)
                    .containsExactlyInAnyOrder("reference", "route", "level", "type");
        }
    }

    @Test
    void whatIsGivenTwiceOrWhereNothingIsTakenIsRefused() {
        assertThat(wrongIn("/changes?limit=1&limit=2&route=")).containsExactlyInAnyOrder("limit", "route");
        assertThat(wrongIn("/snapshot?route=10")).containsExactly("route");
    }

    private static List<String> wrongIn(String path) {
        var answer = service.get(path);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().get("errors").findValuesAsString("parameter");
    }

    @Test
    void aCursorOfAnotherFeedIsNotTaken() {
        var answer =
                service.get("/changes?after=" + new org.occupationalstandards.notifications.feed.Cursor(1_000_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).contains("beyond the end");
    }

    @Test
    void aSnapshotAndWhatFollowsItIsEverything() {
        announcer.approved("OCC0801");
        announcer.submitted("OCC0801");
        upToDate();

        var snapshot = service.get("/snapshot").json();
        var told = announcer.submitted("OCC0801");
        var cursor = snapshot.get("next").asString();
        await().untilAsserted(() -> assertThat(idsAfter(cursor, "")).containsExactly(told.id()));

        var state = find(snapshot.get("items"), "OCC0801");
        assertThat(state.get("sequence").asLong()).isEqualTo(2);
        assertThat(state.get("status").asString()).isEqualTo("in-development");
        assertThat(state.get("knowledge")).as("from the approval before").isNotEmpty();
        var lines = service.get("/snapshot", null, "Accept", "application/x-ndjson")
                .raw()
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(snapshot.get("items").size() + 1);
        assertThat(RunningService.JSON.readTree(lines.getFirst()).get("next").asString())
                .isNotEqualTo(cursor);
    }

    @Test
    void slowReadersOfTheSnapshotHoldUpNobodyAndAreNotTooMany() throws Exception {
        service.jdbc().sql("""
                        insert into current_state (reference, sequence, data)
                        select 'BIG' || n, 1, convert_to('{"reference":"BIG' || n || '","overview":"'
                            || repeat('x', 1000000) || '"}', 'UTF8') from generate_series(1, 20) n""").update();
        announcer.submitted("OCC0905");
        upToDate();
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) assertThat(beginOfSnapshot(readers)).startsWith("HTTP/1.1 200");

            assertThat(service.get("/changes").status())
                    .as("for which it takes a connection")
                    .isEqualTo(200);
            var onceMore = service.get("/snapshot");
            assertThat(onceMore.status()).isEqualTo(503);
            assertThat(onceMore.header("Retry-After")).isNotBlank();
        } finally {
            for (var reader : readers) reader.close();
            service.jdbc()
                    .sql("delete from current_state where reference like 'BIG%'")
                    .update();
        }
        announcer.submitted("OCC0905");
        upToDate();
        await().until(() -> service.get("/snapshot").status() == 200);
    }

    /** Asks for it, and reads its first line only. */
    private static String beginOfSnapshot(List<Socket> readers) throws IOException {
        var reader = new Socket();
        readers.add(reader);
        reader.setReceiveBufferSize(4096);
        reader.setSoTimeout(30_000);
        reader.connect(new InetSocketAddress("localhost", service.port()));
        reader.getOutputStream()
                .write("GET /snapshot HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        var line = new StringBuilder();
        for (int each = reader.getInputStream().read();
                each != '\r' && each != -1;
                each = reader.getInputStream().read()) {
            line.append((char) each);
        }
        return line.toString();
    }

    private static JsonNode find(JsonNode items, String reference) {
        for (var item : items) {
            if (item.get("reference").asString().equals(reference)) return item;
        }
        throw new AssertionError("No " + reference);
    }
}
