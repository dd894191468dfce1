package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.Announcer.Told;
import org.occupationalstandards.notifications.RunningService.Subscribed;
import org.occupationalstandards.notifications.delivery.Replaying;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays whose planning is cut off, and several of one subscription at once. */
class ReplayTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Broker broker = Testbed.ownBroker();
    private final Map<String, String> environment =
            Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers());
    private final Receiver receiver = new Receiver();
    private RunningService service = start("1h");
    private final Announcer announcer = new Announcer(broker.bootstrapServers());

    private RunningService start(String lease) {
        return RunningService.start(
                environment, "notifications.replays.page=2", "notifications.replays.lease=" + lease);
    }

    private Subscribed subscribed;
    private List<Told> told;

    @BeforeEach
    void fiveAnnouncementsAreDelivered() {
        subscribed = service.subscribe(receiver.url(), Map.of());
        var first = announcer.submitted("OCC0001");
        await("a topic that is ready").atMost(SOON).until(() -> receiver.calls().size() == 1);
        told = Stream.concat(
                        Stream.of(first),
                        Stream.generate(() -> announcer.submitted("OCC0001")).limit(4))
                .toList();
        await().atMost(SOON).until(() -> pending() == 0 && receiver.calls().size() == 5);
    }

    @AfterEach
    void stop() {
        service.close();
        receiver.close();
        announcer.close();
        broker.close();
    }

    private int pending() {
        return service.jdbc()
                .sql("select count(*) from delivery where state = 'pending'")
                .query(Integer.class)
                .single();
    }

    private String status() {
        return service.get(subscribed.path(), subscribed.token())
                .json()
                .get("status")
                .asString();
    }

    private List<String> idsAfterTheFirst(int calls) {
        return receiver.ids().subList(calls, receiver.calls().size());
    }

    @Test
    void whatWasCutOffBetweenTwoPagesIsPlannedToItsEndAfterARestart() throws Exception {
        try (var operator = service.bean(DataSource.class).getConnection()) {
            operator.setAutoCommit(false);
            operator.createStatement()
                    .execute("select from delivery where event_id = '"
                            + told.get(2).id() + "' for update");
            var replay = CompletableFuture.supplyAsync(() -> service.post(
                    subscribed.path() + "/replay",
                    subscribed.token(),
                    Map.of("since", told.getFirst().time().toString())));
            await("the second page")
                    .atMost(SOON)
                    .until(() -> service.jdbc()
                                    .sql("select count(*) from replay where next_after = 2")
                                    .query(Integer.class)
                                    .single()
                            == 1);

            await("the end of whoever planned it")
                    .atMost(SOON)
                    .until(() ->
                            !service.jdbc().sql("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                              and query like '%insert into delivery%'""").query(Boolean.class).list().isEmpty());

            assertThat(replay)
                    .succeedsWithin(SOON)
                    .satisfies(answer -> assertThat(answer.status()).isGreaterThanOrEqualTo(500));
            assertThat(status()).isEqualTo("paused");
        }
        service.close();
        announcer.submitted("OCC0001");

        service = start("500ms");

        await().atMost(SOON).until(() -> receiver.calls().size() == 11);
        assertThat(idsAfterTheFirst(5).subList(0, 5))
                .containsExactlyElementsOf(told.stream().map(Told::id).toList());
        assertThat(status()).isEqualTo("active");
        assertThat(service.jdbc()
                        .sql("select count(*) from replay")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatAnInstanceThatIsGoneWasPlanningIsTakenUpAtOnce() {
        hold(0, Long.MAX_VALUE);
        service.close();

        service = start("1h");

        await().atMost(SOON).until(() -> receiver.calls().size() == 10);
        assertThat(idsAfterTheFirst(5))
                .containsExactlyElementsOf(told.stream().map(Told::id).toList());
        await().atMost(SOON).until(() -> status().equals("active"));
    }

    @Test
    void ofTwoReplaysTheFirstToEndDoesNotLetGoOfTheOther() {
        var long1 = hold(0, Long.MAX_VALUE);
        var short2 = hold(2, 3);
        var replaying = service.bean(Replaying.class);

        assertThat(replaying.finish(short2)).isEqualTo(1);

        assertThat(status()).isEqualTo("paused");
        service.send("PATCH", subscribed.path(), subscribed.token(), Map.of("status", "active"));
        assertThat(status())
                .as("its owner cannot put what waits before what is planned")
                .isEqualTo("paused");
        assertThat(pending()).isEqualTo(1);
        assertThat(replaying.finish(long1)).isEqualTo(4);
        assertThat(status()).isEqualTo("active");
        await().atMost(SOON).until(() -> receiver.calls().size() == 10);
        assertThat(idsAfterTheFirst(5))
                .containsExactlyElementsOf(told.stream().map(Told::id).toList());
    }

    @Test
    void aReplayBetweenTwoTimesLeavesNothingOutWhereOneClockWasAhead() {
        var ahead = told.get(2);
        service.jdbc()
                .sql("update feed set recorded_at = recorded_at + interval '1 minute' where position = ?")
                .param(ahead.position())
                .update();

        var answer = service.post(
                subscribed.path() + "/replay",
                subscribed.token(),
                Map.of(
                        "since", told.get(1).time().toString(),
                        "until", told.get(4).time().toString()));

        assertThat(answer.json().get("planned").asInt()).isEqualTo(3);
        await().atMost(SOON).until(() -> receiver.calls().size() == 8);
        assertThat(idsAfterTheFirst(5))
                .containsExactly(told.get(1).id(), ahead.id(), told.get(3).id());
    }

    @Test
    void aTimeThatTheFeedCannotBeAskedForIsRefused() {
        for (var time : List.of("since", "until")) {
            var range = new HashMap<>(Map.of("since", "2026-08-03T10:00:00Z"));
            range.put(time, "+999999-01-01T00:00:00Z");

            var answer = service.post(subscribed.path() + "/replay", subscribed.token(), range);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/" + time);
        }
    }

    private UUID hold(long after, long through) {
        return Objects.requireNonNull(new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .execute(status -> service.bean(Replaying.class).hold(subscribed.id(), after, through)));
    }
}
