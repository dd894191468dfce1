package org.occupationalstandards.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.embedded.Ports;
import org.occupationalstandards.notifications.Receiver.Behaviour;
import org.occupationalstandards.notifications.Receiver.Call;
import org.occupationalstandards.notifications.RunningService.Subscribed;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import tools.jackson.databind.JsonNode;

/** Receivers of every kind, each beside one that is well. */
class WebhookTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Broker broker;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        service = RunningService.start(
                Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                "notifications.delivery.ladder=100ms,200ms,300ms,400ms,500ms",
                "notifications.webhooks.total-timeout=2s",
                "notifications.webhooks.secret-keys=" + Base64.getEncoder().encodeToString(new byte[32]));
        announcer = new Announcer(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        broker.close();
    }

    private static Subscribed subscribe(Receiver receiver, String... references) {
        return service.subscribe(receiver.url(), Map.of("references", List.of(references)));
    }

    private static JsonNode deliveries(Subscribed subscribed) {
        return service.get(subscribed.path() + "/deliveries", subscribed.token())
                .json()
                .get("items");
    }

    private static JsonNode subscription(Subscribed subscribed) {
        return service.get(subscribed.path(), subscribed.token()).json();
    }

    private static void awaitFeed(String reference, int size) {
        await().atMost(SOON)
                .until(() -> service.get("/changes?reference=" + reference)
                                .json()
                                .get("items")
                                .size()
                        == size);
    }

    private static JsonNode notices(Subscribed subscribed) {
        return service.get(subscribed.path() + "/notices", subscribed.token())
                .json()
                .get("items");
    }

    private static void awaitIds(Receiver receiver, String... ids) {
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.ids()).containsExactly(ids));
    }

    @Test
    void aReceiverThatIsDownIsTriedAgainUntilItIsBack() throws Exception {
        int port = Ports.free();
        var down = service.subscribe("http://localhost:" + port + "/hook", Map.of("references", List.of("OCC1001")));
        try (var well = new Receiver()) {
            subscribe(well, "OCC1001");
            var told = announcer.submitted("OCC1001");
            awaitIds(well, told.id());
            await().until(() -> deliveries(down).path(0).path("attempts").size() >= 2);
            try (var back = new Receiver(port)) {
                awaitIds(back, told.id());
                back.calls().getFirst().verify(down.secret());
                await().until(() ->
                        deliveries(down).path(0).path("state").asString("").equals("delivered"));
                assertThat(deliveries(down)
                                .get(0)
                                .get("attempts")
                                .get(0)
                                .get("problem")
                                .asString())
                        .startsWith("No connection");
            }
        }
    }

    @Test
    void aReceiverThatHangsSlowsNobodyElse() {
        var release = new CountDownLatch(1);
        try (var patient = RunningService.start(
                        Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                        // Beside the other one, which it shall share nothing with.
                        "platform.intake.group=patient",
                        "notifications.webhooks.total-timeout=1h",
                        "notifications.delivery.attempt=1h",
                        "notifications.delivery.claim=2h");
                var hanging = new Receiver();
                var well = new Receiver()) {
            hanging.behave(exchange -> release.await());
            var filter = Map.<String, Object>of("references", List.of("OCC1101", "OCC1102", "OCC1103", "OCC1104"));
            var hung = patient.subscribe(hanging.url(), filter);
            patient.subscribe(well.url(), filter);
            var ids = new ArrayList<String>();
            for (int i = 1; i <= 4; i++)
                ids.add(announcer.submitted("OCC110" + i).id());

            await().atMost(SOON)
                    .until(() -> well.calls().size() == 4 && hanging.calls().size() == 4);

            assertThat(well.ids()).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(patient.get(hung.path() + "/deliveries", hung.token())
                            .json()
                            .get("items"))
                    .as("deliveries of which no attempt has ended yet")
                    .hasSize(4)
                    .allSatisfy(delivery -> assertThat(delivery.get("attempts")).isEmpty());
            release.countDown();
        }
    }

    @Test
    void aReceiverThatHangsIsLeft() {
        var release = new CountDownLatch(1);
        try (var hanging = new Receiver()) {
            hanging.behave(exchange -> release.await());
            var hung = subscribe(hanging, "OCC1105");
            announcer.submitted("OCC1105");

            await().atMost(SOON)
                    .until(() -> deliveries(hung).path(0).path("attempts").size() >= 1);

            var attempt = deliveries(hung).get(0).get("attempts").get(0);
            assertThat(attempt.get("problem").asString()).isEqualTo("No complete answer within 2 seconds.");
            assertThat(attempt.get("durationMs").asInt()).isGreaterThanOrEqualTo(1_900);
            release.countDown();
        }
    }

    @Test
    void whatFollowsWaitsBehindAFailureOfTheSameStandardOnly() {
        var refuse = new AtomicBoolean(true);
        try (var receiver = new Receiver()) {
            receiver.behave(exchange -> exchange.sendResponseHeaders(refuse.get() ? 500 : 204, -1));
            subscribe(receiver, "OCC1201");
            var first = announcer.submitted("OCC1201");
            var second = announcer.submitted("OCC1201");
            await().atMost(SOON).until(() -> receiver.calls().size() >= 2);
            assertThat(receiver.ids()).containsOnly(first.id());

            refuse.set(false);

            await().atMost(SOON).until(() -> receiver.ids().contains(second.id()));
            var order = receiver.ids().stream().distinct().toList();
            assertThat(order).containsExactly(first.id(), second.id());
        }
    }

    @Test
    void whoFollowsARouteOrALevelHearsWhatLeavesIt() {
        try (var ofRoute = new Receiver();
                var ofLevel = new Receiver()) {
            service.subscribe(ofRoute.url(), Map.of("routes", List.of(14)));
            service.subscribe(ofLevel.url(), Map.of("levels", List.of(7)));
            var begun = announcer.announce("OCC1251", "standards.standard.submitted.v1", 7, 14);
            var moved = announcer.announce("OCC1251", "standards.standard.corrected.v1", 6, 15);
            announcer.announce("OCC1251", "standards.standard.submitted.v1", 6, 15);
            var last = announcer.announce("OCC1251", "standards.standard.corrected.v1", 7, 14);

            awaitIds(ofRoute, begun.id(), moved.id(), last.id());
            awaitIds(ofLevel, begun.id(), moved.id(), last.id());
        }
    }

    @Test
    void anotherStandardIsNotHeldUp() {
        try (var receiver = new Receiver()) {
            receiver.behave(exchange -> exchange.sendResponseHeaders(503, -1));
            subscribe(receiver, "OCC1301", "OCC1302");
            var first = announcer.submitted("OCC1301");
            await().atMost(SOON).until(() -> receiver.ids().contains(first.id()));
            receiver.behave(exchange -> {
                boolean refused =
                        exchange.getRequestHeaders().getFirst("webhook-id").equals(first.id());
                exchange.sendResponseHeaders(refused ? 503 : 204, -1);
            });
            var behind = announcer.submitted("OCC1301");
            var beside = announcer.submitted("OCC1302");

            await().atMost(SOON).until(() -> receiver.ids().contains(beside.id()));
            assertThat(receiver.ids()).doesNotContain(behind.id());
        }
    }

    @Test
    void oneThatIsRefusedForGoodWhileOthersArriveIsGivenUp() {
        try (var receiver = new Receiver()) {
            var refused = announcer.next("OCC1401", "standards.standard.submitted.v1", 2, 10);
            receiver.behave(exchange -> exchange.sendResponseHeaders(
                    exchange.getRequestHeaders().getFirst("webhook-id").equals(refused.id()) ? 400 : 204, -1));
            var subscribed = subscribe(receiver, "OCC1401", "OCC1402");
            announcer.send(refused);
            await().atMost(SOON).until(() -> receiver.ids().contains(refused.id()));
            announcer.submitted("OCC1402");
            var next = announcer.submitted("OCC1401");

            await().atMost(SOON).until(() -> receiver.ids().contains(next.id()));

            var failed = service.get(subscribed.path() + "/deliveries?state=failed", subscribed.token())
                    .json()
                    .get("items");
            assertThat(failed).hasSize(1);
            assertThat(failed.get(0).get("eventId").asString()).isEqualTo(refused.id());
            assertThat(failed.get(0).get("attempts")).hasSize(6);
            assertThat(notices(subscribed)).hasSize(1);
            assertThat(notices(subscribed).get(0).get("kind").asString()).isEqualTo("given-up");
            assertThat(notices(subscribed).get(0).get("reason").asString()).contains("400");
            assertThat(subscription(subscribed).get("status").asString()).isEqualTo("active");
        }
    }

    @Test
    void aReceiverThatNothingReachesIsDisabledAndLosesNothing() {
        try (var receiver = new Receiver()) {
            receiver.behave(Behaviour.answering(500, Map.of(), "out of order"));
            var subscribed = subscribe(receiver, "OCC1501");
            var first = announcer.submitted("OCC1501");

            await().atMost(SOON)
                    .until(() ->
                            subscription(subscribed).get("status").asString().equals("disabled"));

            assertThat(subscription(subscribed).get("statusReason").asString()).contains("The receiver answered 500.");
            var attempts = deliveries(subscribed).get(0).get("attempts");
            assertThat(attempts).hasSize(6);
            assertThat(attempts.get(5).get("response").asString()).isEqualTo("out of order");
            var second = announcer.submitted("OCC1501");
            awaitFeed("OCC1501", 2);
            int calls = receiver.calls().size();

            receiver.behave(Behaviour.answering(204));
            resume(subscribed);

            await().atMost(SOON).until(() -> receiver.calls().size() == calls + 2);
            assertThat(receiver.ids().subList(calls, calls + 2)).containsExactly(first.id(), second.id());
        }
    }

    private static void resume(Subscribed subscribed) {
        var answer = service.send("PATCH", subscribed.path(), subscribed.token(), Map.of("status", "active"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aReceiverThatIsGoneIsDisabledAtOnce() {
        try (var receiver = new Receiver()) {
            receiver.behave(Behaviour.answering(410));
            var subscribed = subscribe(receiver, "OCC1601");
            announcer.submitted("OCC1601");

            await().atMost(SOON)
                    .until(() ->
                            subscription(subscribed).get("status").asString().equals("disabled"));

            assertThat(subscription(subscribed).get("statusReason").asString()).contains("410");
            assertThat(notices(subscribed).get(0).get("kind").asString()).isEqualTo("disabled");
            assertThat(notices(subscribed).get(0).get("reason").asString()).contains("410");
            assertThat(notices(subscribed).get(0).has("at")).isTrue();
            assertThat(service.get(subscribed.path() + "/notices", RunningService.token("stranger"))
                            .status())
                    .isEqualTo(404);
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (var target = new Receiver();
                var receiver = new Receiver()) {
            receiver.behave(Behaviour.answering(307, Map.of("Location", target.url()), ""));
            var subscribed = subscribe(receiver, "OCC1701");
            announcer.submitted("OCC1701");

            await().atMost(SOON)
                    .until(() -> deliveries(subscribed).path(0).path("attempts").size() >= 2);

            assertThat(target.calls()).isEmpty();
            assertThat(deliveries(subscribed)
                            .get(0)
                            .get("attempts")
                            .get(0)
                            .get("problem")
                            .asString())
                    .isEqualTo("The receiver answered 307; redirects are not followed.");
        }
    }

    @Test
    void anAnswerWithoutEndIsReadALittleAndCountsByItsStatus() {
        try (var receiver = new Receiver()) {
            receiver.behave(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                var noise = "x".repeat(10_000).getBytes(UTF_8);
                while (true) exchange.getResponseBody().write(noise);
            });
            var subscribed = subscribe(receiver, "OCC1801");
            announcer.submitted("OCC1801");

            await().atMost(SOON)
                    .until(() -> deliveries(subscribed)
                            .path(0)
                            .path("state")
                            .asString("")
                            .equals("delivered"));

            assertThat(deliveries(subscribed)
                            .get(0)
                            .get("attempts")
                            .get(0)
                            .get("response")
                            .asString())
                    .hasSize(1_000);
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    @Test
    void whatWasDeliveredIsDeliveredAgainUnderTheSameId() {
        try (var receiver = new Receiver()) {
            var subscribed = subscribe(receiver, "OCC1901", "OCC1902");
            var first = announcer.submitted("OCC1901");
            var second = announcer.submitted("OCC1901");
            awaitIds(receiver, first.id(), second.id());
            await().until(() ->
                    deliveries(subscribed).path(0).path("state").asString("").equals("delivered"));
            var delivery = deliveries(subscribed).get(1);
            assertThat(delivery.get("eventId").asString()).isEqualTo(first.id());

            var answer = service.post(
                    subscribed.path() + "/deliveries/" + delivery.get("id").asString() + "/redeliver",
                    subscribed.token(),
                    "");

            assertThat(answer.status()).isEqualTo(202);
            awaitIds(receiver, first.id(), second.id(), first.id());
        }
    }

    @Test
    void aStretchOfTheFeedIsDeliveredAgainOrForTheFirstTime() {
        var early = announcer.submitted("OCC2001");
        try (var receiver = new Receiver()) {
            await().until(() -> service.jdbc()
                            .sql("select count(*) from feed where id = ?")
                            .param(early.id())
                            .query(Integer.class)
                            .single()
                    == 1);
            var subscribed = subscribe(receiver, "OCC2001");
            var late = announcer.submitted("OCC2001");
            awaitIds(receiver, late.id());
            await().until(() ->
                    deliveries(subscribed).path(0).path("state").asString("").equals("delivered"));

            var answer = service.post(
                    subscribed.path() + "/replay",
                    subscribed.token(),
                    Map.of("since", early.time().toString()));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().get("planned").asInt()).isEqualTo(2);
            awaitIds(receiver, late.id(), early.id(), late.id());
            var wrong = service.post(subscribed.path() + "/replay", subscribed.token(), Map.of("after", "x"));
            assertThat(wrong.status()).isEqualTo(400);
        }
    }

    @Test
    void aStretchOfTheFeedHasAnEnd() {
        try (var receiver = new Receiver()) {
            var subscribed = subscribe(receiver, "OCC2004");
            var told = Stream.generate(() -> announcer.submitted("OCC2004"))
                    .limit(4)
                    .toList();
            await().atMost(SOON).until(() -> receiver.calls().size() == 4);
            await().until(() ->
                    deliveries(subscribed).path(0).path("state").asString("").equals("delivered"));
            // The newest first.
            var cursors = deliveries(subscribed);

            var byCursor = service.post(
                    subscribed.path() + "/replay",
                    subscribed.token(),
                    Map.of(
                            "after", cursors.get(3).get("cursor").asString(),
                            "through", cursors.get(1).get("cursor").asString()));

            assertThat(byCursor.json().get("planned").asInt()).isEqualTo(2);
            await().atMost(SOON).until(() -> receiver.calls().size() == 6);
            assertThat(receiver.ids().subList(4, 6))
                    .containsExactly(told.get(1).id(), told.get(2).id());
            await().until(() ->
                    deliveries(subscribed).get(1).get("state").asString().equals("delivered"));

            var byTime = service.post(
                    subscribed.path() + "/replay",
                    subscribed.token(),
                    Map.of(
                            "since", told.get(0).time().toString(),
                            "until", told.get(2).time().toString()));

            assertThat(byTime.json().get("planned").asInt()).isEqualTo(2);
            await().atMost(SOON).until(() -> receiver.calls().size() == 8);
            assertThat(receiver.ids().subList(6, 8))
                    .containsExactly(told.get(0).id(), told.get(1).id());
            var both = Map.of(
                    "since",
                    told.get(0).time().toString(),
                    "until",
                    told.get(2).time().toString(),
                    "through",
                    "x");
            assertThat(service.post(subscribed.path() + "/replay", subscribed.token(), both)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aReplayThatTakesLongHoldsUpNobodyElse() throws Exception {
        try (var receiver = new Receiver();
                var other = new Receiver();
                var operator = service.bean(DataSource.class).getConnection()) {
            var subscribed = subscribe(receiver, "OCC2002");
            subscribe(other, "OCC2003");
            var told = announcer.submitted("OCC2002");
            awaitIds(receiver, told.id());
            await().until(() ->
                    deliveries(subscribed).path(0).path("state").asString("").equals("delivered"));
            operator.setAutoCommit(false);
            operator.createStatement().execute("select from delivery where event_id = '" + told.id() + "' for update");

            var replay = CompletableFuture.supplyAsync(() -> service.post(
                    subscribed.path() + "/replay",
                    subscribed.token(),
                    Map.of("since", told.time().toString())));
            await("the replay in the middle of its planning")
                    .atMost(SOON)
                    .until(() -> service.jdbc()
                                    .sql("select count(*) from pg_stat_activity where datname = current_database()"
                                            + " and wait_event_type = 'Lock' and query like '%insert into delivery%'")
                                    .query(Integer.class)
                                    .single()
                            == 1);
            var meanwhile = announcer.submitted("OCC2003");

            awaitIds(other, meanwhile.id());
            assertThat(replay).isNotDone();
            operator.rollback();
            assertThat(replay)
                    .succeedsWithin(SOON)
                    .satisfies(answer ->
                            assertThat(answer.json().get("planned").asInt()).isEqualTo(1));
            awaitIds(receiver, told.id(), told.id());
            assertThat(subscription(subscribed).get("status").asString()).isEqualTo("active");
        }
    }

    @Test
    void aSubscriptionFromACursorBeginsThere() {
        var cursor = service.get("/snapshot").json().get("next").asString();
        var told = announcer.submitted("OCC2101");
        await().until(() -> service.get("/changes?after=" + cursor + "&reference=OCC2101")
                        .json()
                        .get("items")
                        .size()
                == 1);
        try (var receiver = new Receiver()) {
            var answer = service.post(
                    "/subscriptions",
                    RunningService.token("late"),
                    Map.of(
                            "channel",
                            "webhook",
                            "url",
                            receiver.url(),
                            "after",
                            cursor,
                            "filter",
                            Map.of("references", List.of("OCC2101"))));

            assertThat(answer.status()).isEqualTo(201);
            awaitIds(receiver, told.id());
        }
    }

    @Test
    void whatIsAnnouncedDuringAPauseComesAfterIt() {
        try (var receiver = new Receiver()) {
            var subscribed = subscribe(receiver, "OCC2201");
            service.send("PATCH", subscribed.path(), subscribed.token(), Map.of("status", "paused"));
            var told = announcer.submitted("OCC2201");
            awaitFeed("OCC2201", 1);
            assertThat(receiver.calls()).isEmpty();

            resume(subscribed);

            awaitIds(receiver, told.id());
        }
    }

    @Test
    void whileASecretIsRotatedBothSign() throws Exception {
        try (var receiver = new Receiver()) {
            var subscribed = subscribe(receiver, "OCC2301");

            var rotated = service.post(subscribed.path() + "/secret", subscribed.token(), "");

            var secret = rotated.json().get("secret").asString();
            assertThat(secret).startsWith("whsec_").isNotEqualTo(subscribed.secret());
            announcer.submitted("OCC2301");
            await().atMost(SOON).until(() -> !receiver.calls().isEmpty());
            receiver.calls().getFirst().verify(secret);
            receiver.calls().getFirst().verify(subscribed.secret());
            assertThat(service.jdbc()
                            .sql("select position(:secret in secret) from subscription where id = :id")
                            .param("secret", Base64.getDecoder().decode(secret.substring(6)))
                            .param("id", subscribed.id())
                            .query(Integer.class)
                            .single())
                    .as("encrypted at rest")
                    .isZero();
        }
    }

    @Test
    void theOldSecretSignsUntilTheOverlapEndsAndNoSecondRotationCutsItShort() {
        try (var receiver = new Receiver()) {
            var subscribed = subscribe(receiver, "OCC2302");
            var second = service.post(subscribed.path() + "/secret", subscribed.token(), "")
                    .json()
                    .get("secret")
                    .asString();

            var refused = service.post(subscribed.path() + "/secret", subscribed.token(), "");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("detail").asString())
                    .contains(
                            subscription(subscribed).get("previousSecretUntil").asString());

            // A day goes by.
            service.jdbc()
                    .sql("update subscription set previous_secret_until = now() where id = ?")
                    .param(subscribed.id())
                    .update();
            announcer.submitted("OCC2302");
            await().atMost(SOON).until(() -> !receiver.calls().isEmpty());
            var call = receiver.calls().getFirst();
            assertThatNoException().isThrownBy(() -> call.verify(second));
            assertThatThrownBy(() -> call.verify(subscribed.secret())).isInstanceOf(WebhookVerificationException.class);
            assertThat(service.post(subscribed.path() + "/secret", subscribed.token(), "")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTestDeliverySaysThatItIsOne() throws Exception {
        try (var receiver = new Receiver()) {
            var subscribed = subscribe(receiver, "OCC2401");

            var answer = service.post(subscribed.path() + "/test", subscribed.token(), "");

            assertThat(answer.status()).isEqualTo(202);
            await().atMost(SOON).until(() -> receiver.calls().size() == 1);
            Call call = receiver.calls().getFirst();
            call.verify(subscribed.secret());
            assertThat(call.json().get("type").asString()).isEqualTo("notifications.subscription.test.v1");
            await().untilAsserted(() -> assertThat(service.get(answer.header("Location"), subscribed.token())
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("delivered"));
        }
    }

    @Test
    void aThousandAnnouncementsArriveInOrderPerStandard() {
        try (var receiver = new Receiver()) {
            var references = IntStream.range(0, 20)
                    .mapToObj(i -> "OCC25%02d".formatted(i))
                    .toList();
            service.subscribe(receiver.url(), Map.of("references", references));
            for (int i = 0; i < 1_000; i++) announcer.submitted(references.get(i % 20));

            await().atMost(Duration.ofSeconds(60)).until(() -> receiver.calls().size() == 1_000);

            for (var reference : references) {
                assertThat(receiver.calls().stream()
                                .map(Call::json)
                                .filter(event -> event.get("subject").asString().equals(reference))
                                .map(event -> event.get("sequence").asInt()))
                        .isSorted()
                        .hasSize(50);
            }
        }
    }
}
