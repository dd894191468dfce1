package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.notifications.RunningService.Subscribed;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.occupationalstandards.notifications.upkeep.Pruner;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;

/** What is deleted and what is kept, what is planned for whom, and what an operator sees of it. */
class UpkeepTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Broker broker;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        service = RunningService.start(
                Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                "notifications.email.outbox-page=true");
        announcer = new Announcer(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        broker.close();
    }

    private static int count(String query, Object... parameters) {
        return service.jdbc().sql(query).params(parameters).query(Integer.class).single();
    }

    private static double gauge(RunningService of, String name) {
        return of.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private static double pruned(String what) {
        return service.bean(MeterRegistry.class)
                .get("notifications.pruned")
                .tag("what", what)
                .counter()
                .count();
    }

    private static void patch(Subscribed subscribed, String status) {
        assertThat(service.send("PATCH", subscribed.path(), subscribed.token(), Map.of("status", status))
                        .status())
                .isEqualTo(200);
    }

    private static void awaitFeed(String reference, int size) {
        await().atMost(SOON)
                .until(() -> service.get("/changes?reference=" + reference)
                                .json()
                                .get("items")
                                .size()
                        == size);
    }

    @Test
    void whatIsFinishedGoesWhenItIsOldAndWhatWaitsStays() {
        var subscribed = service.subscribe("http://localhost:1/hook", Map.of("references", List.of("OCC6000")));
        service.jdbc().sql("""
                        insert into delivery (subscription, lane, event_id, type, reference, state, finished_at, planned_at)
                        select :id, 'old', 'event', 'type', '', state, now() - days * interval '1 day',
                               now() - interval '100 days'
                        from (values ('delivered', 91), ('failed', 91), ('delivered', 89), ('pending', null::int))
                             as kinds (state, days), generate_series(1, 1200)""").param("id", subscribed.id()).update();
        service.jdbc()
                .sql(
                        "insert into attempt (delivery, number, started_at, duration_ms) select id, 1, now(), 1 from delivery"
                                + " where subscription = ?")
                .param(subscribed.id())
                .update();
        service.jdbc()
                .sql(
                        "insert into sent_mail (recipient, subject, text_body, html_body, sent_at)"
                                + " select 'r', 's', 't', 'h', now() - days * interval '1 day' from (values (29), (31)) d (days)")
                .update();

        service.bean(Pruner.class).prune();

        assertThat(count("select count(*) from delivery where subscription = ?", subscribed.id()))
                .isEqualTo(2_400);
        assertThat(count(
                        "select count(*) from delivery where subscription = ? and finished_at < now() - interval '90 days'",
                        subscribed.id()))
                .isZero();
        assertThat(count(
                        "select count(*) from attempt join delivery on id = delivery where subscription = ?",
                        subscribed.id()))
                .isEqualTo(2_400);
        assertThat(count("select count(*) from sent_mail where recipient = 'r'"))
                .isOne();
        assertThat(pruned("deliveries")).isEqualTo(2_400);
        assertThat(pruned("mail")).isOne();
        service.send("DELETE", subscribed.path(), subscribed.token(), null);
    }

    @Test
    void whatIsJustPlannedAgainIsLeft() throws Exception {
        var subscribed = service.subscribe("http://localhost:1/hook", Map.of("references", List.of("OCC6001")));
        service.jdbc().sql("""
                        insert into delivery (subscription, lane, event_id, type, reference, state, finished_at)
                        values (:id, 'old', 'event', 'type', '', 'delivered', now() - interval '91 days')""").param("id", subscribed.id()).update();
        try (var owner = service.bean(DataSource.class).getConnection()) {
            owner.setAutoCommit(false);
            owner.createStatement()
                    .execute("update delivery set state = 'pending', finished_at = null where event_id = 'event'"
                            + " and subscription = '" + subscribed.id() + "'");

            assertThat(CompletableFuture.runAsync(service.bean(Pruner.class)::prune))
                    .as("it waits for nobody")
                    .succeedsWithin(Duration.ofSeconds(10));

            owner.commit();
            owner.setAutoCommit(true);
        }
        assertThat(service.jdbc()
                        .sql("select event_id from delivery where subscription = :id")
                        .param("id", subscribed.id())
                        .query(String.class)
                        .list())
                .containsExactly("event");
        service.send("DELETE", subscribed.path(), subscribed.token(), null);
    }

    @Test
    void aMailboxThatGivesNoAnswerIsForgottenAfterAWeek() {
        var token = RunningService.token("silent");
        var asked = List.of("early@example.org", "late@example.org").stream()
                .map(address -> service.post("/subscriptions", token, Map.of("channel", "email", "email", address))
                        .header("Location"))
                .toList();
        for (int i = 0; i < 2; i++) {
            service.jdbc()
                    .sql("update subscription set created_at = now() - ? * interval '1 hour' where id = ?::uuid")
                    .params(7 * 24 + (i == 0 ? 1 : -1), asked.get(i).replaceAll(".*/", ""))
                    .update();
        }

        service.bean(Pruner.class).prune();

        assertThat(service.get(asked.get(0), token).status()).isEqualTo(404);
        assertThat(service.get(asked.get(1), token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "disabled"})
    void nothingIsPlannedForOneThatIsStoppedAndNothingIsMissedWhenItGoesOn(String how) {
        var reference = "OCC61" + how.length() + "0";
        try (var receiver = new Receiver()) {
            var subscribed = service.subscribe(receiver.url(), Map.of("references", List.of(reference)));
            var ids = new ArrayList<String>();
            ids.add(announcer.submitted(reference).id());
            await().atMost(SOON).until(() -> receiver.calls().size() == 1);
            if (how.equals("paused")) {
                patch(subscribed, "paused");
            } else {
                receiver.behave(Receiver.Behaviour.answering(410));
                ids.add(announcer.submitted(reference).id());
                await().atMost(SOON)
                        .until(() -> service.get(subscribed.path(), subscribed.token())
                                .json()
                                .get("status")
                                .asString()
                                .equals("disabled"));
                receiver.behave(Receiver.Behaviour.answering(204));
            }
            int calls = receiver.calls().size();
            for (int i = 0; i < 3; i++) ids.add(announcer.submitted(reference).id());
            awaitFeed(reference, ids.size());

            assertThat(count("select count(*) from delivery where subscription = ?", subscribed.id()))
                    .isEqualTo(calls);
            patch(subscribed, "active");

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(receiver.ids().stream().distinct()).containsExactlyElementsOf(ids));
            ids.add(announcer.submitted(reference).id());
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(receiver.ids().stream().distinct()).containsExactlyElementsOf(ids));
            assertThat(receiver.ids().stream().filter(ids.getFirst()::equals))
                    .as("what had arrived before")
                    .hasSize(1);
        }
    }

    @Test
    void whoSubscribesWhileMuchIsAnnouncedMissesNothingAndIsToldNothingTwice() throws Exception {
        var before = service.get("/snapshot").json().get("next").asString();
        var began = new CountDownLatch(20);
        var announcing = CompletableFuture.supplyAsync(() -> {
            var ids = new ArrayList<String>();
            for (int i = 0; i < 1_000; i++) {
                var told = announcer.next("OCC62%02d".formatted(i % 10), "standards.standard.submitted.v1", 2, 10);
                assertThat(announcer.send(told)).succeedsWithin(SOON);
                ids.add(told.id());
                began.countDown();
            }
            return ids;
        });
        began.await();
        try (var receiver = new Receiver()) {
            var references =
                    IntStream.range(0, 10).mapToObj("OCC62%02d"::formatted).toList();
            var made = service.post(
                    "/subscriptions",
                    RunningService.token("in-between"),
                    Map.of(
                            "channel",
                            "webhook",
                            "url",
                            receiver.url(),
                            "after",
                            before,
                            "filter",
                            Map.of("references", references)));
            assertThat(made.status()).isEqualTo(201);
            assertThat(announcing).as("it was in between").isNotDone();

            var ids = announcing.get();

            await().atMost(SOON).until(() -> receiver.calls().size() >= 1_000);
            assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void whatIsDueAndNotAttemptedShows() {
        var env = Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers());
        try (var receiver = new Receiver();
                var stopped = RunningService.start(env)) {
            assertThat(stopped.get("/actuator/health/liveness").status()).isEqualTo(200);
            var subscribed = stopped.subscribe(receiver.url(), Map.of("references", List.of("OCC9999")));
            assertThat(gauge(stopped, "notifications.delivery.due")).isZero();
            assertThat(gauge(stopped, "notifications.delivery.due.seconds")).isZero();
            assertThat(gauge(stopped, "notifications.subscriptions.disabled")).isZero();

            stopped.bean(Dispatcher.class).stop();
            stopped.jdbc()
                    .sql("insert into lane (subscription, lane, due_at)"
                            + " select ?, 'lane-' || n, now() - n * interval '1 minute' from generate_series(1, 3) n")
                    .param(subscribed.id())
                    .update();
            stopped.jdbc().sql("update subscription set status = 'disabled'").update();

            assertThat(gauge(stopped, "notifications.delivery.due")).isEqualTo(3);
            assertThat(gauge(stopped, "notifications.delivery.due.seconds")).isBetween(180.0, 240.0);
            assertThat(gauge(stopped, "notifications.subscriptions.disabled")).isOne();
            assertThat(stopped.bean(MeterRegistry.class)
                            .get("notifications.loop.running")
                            .tag("loop", "delivery-webhook")
                            .gauge()
                            .value())
                    .isZero();
            assertThat(stopped.get("/actuator/health/liveness").status())
                    .as("whoever keeps the process running has to start it again")
                    .isEqualTo(503);
        }
    }
}
