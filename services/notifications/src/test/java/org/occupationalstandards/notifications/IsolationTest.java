package org.occupationalstandards.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.Receiver.Behaviour;
import org.occupationalstandards.notifications.RunningService.Subscribed;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import tools.jackson.databind.JsonNode;

/** Many that hang or refuse, each time beside one that is well. Times are those of the service as it comes. */
class IsolationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Far less than any time-out of those that hang. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static Broker broker;
    private static TricklingMailServer mailServer;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() throws IOException {
        broker = Testbed.ownBroker();
        mailServer = new TricklingMailServer();
        service = RunningService.start(
                Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                "notifications.delivery.attempt=20s",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + mailServer.port());
        announcer = new Announcer(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() throws IOException {
        announcer.close();
        mailServer.close();
        service.close();
        broker.close();
    }

    /** Greets so slowly that no time-out of a single read ever ends the wait. */
    private static final class TricklingMailServer implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        private final AtomicInteger called = new AtomicInteger();
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();

        TricklingMailServer() throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try {
                        var caller = server.accept();
                        called.incrementAndGet();
                        open.add(caller);
                        Thread.ofVirtual().start(() -> trickle(caller));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        private void trickle(Socket caller) {
            try (caller) {
                while (true) {
                    caller.getOutputStream().write("220-wait\r\n".getBytes(UTF_8));
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            } catch (IOException gone) {
                open.remove(caller);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (var caller : open) caller.close();
        }
    }

    private static Subscribed subscribe(Receiver receiver, String token, String... references) {
        var answer = service.post(
                "/subscriptions",
                token,
                Map.of("channel", "webhook", "url", receiver.url(), "filter", Map.of("references", references)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return new Subscribed(UUID.fromString(answer.json().get("id").asString()), "", token);
    }

    private static void subscribe(String owner, String address) {
        var asked = service.post(
                "/subscriptions", RunningService.token(owner), Map.of("channel", "email", "email", address));
        assertThat(asked.status()).isEqualTo(201);
    }

    private static JsonNode deliveries(Subscribed subscribed) {
        return service.get(subscribed.path() + "/deliveries", subscribed.token())
                .json()
                .get("items");
    }

    @Test
    void anOwnerOfManyReceiversThatHangTakesNobodyElsesPlaces() {
        var release = new CountDownLatch(1);
        var references = IntStream.range(0, 8).mapToObj(i -> "OCC510" + i).toArray(String[]::new);
        try (var hanging = new Receiver();
                var well = new Receiver()) {
            hanging.behave(exchange -> release.await());
            for (int i = 0; i < 70; i++) subscribe(hanging, RunningService.token("hoarder"), references);
            for (var reference : references) announcer.submitted(reference);
            await("as many attempts as one owner may have")
                    .atMost(AT_ONCE)
                    .until(() -> hanging.calls().size() == 50);
            subscribe(well, RunningService.token("neighbour"), "OCC5110", "OCC5100");

            announcer.submitted("OCC5110");
            announcer.submitted("OCC5100");

            await().atMost(AT_ONCE).until(() -> well.calls().size() == 2);
            assertThat(hanging.calls()).hasSize(50);
        } finally {
            release.countDown();
        }
    }

    @Test
    void aReceiverThatRefusesThousandsIsTriedOneByOneAndHidesNobody() {
        var atOnce = new AtomicInteger();
        var mostOnceItWasKnown = new AtomicInteger();
        try (var refusing = new Receiver();
                var well = new Receiver()) {
            refusing.behave(exchange -> {
                int now = atOnce.incrementAndGet();
                if (refusing.calls().size() > 100) mostOnceItWasKnown.accumulateAndGet(now, Math::max);
                TimeUnit.MILLISECONDS.sleep(5);
                atOnce.decrementAndGet();
                exchange.sendResponseHeaders(503, -1);
            });
            var refused = subscribe(refusing, RunningService.token("refuser"), "OCC5200");
            service.jdbc().sql("""
                            with planned as (
                                insert into delivery (subscription, lane, event_id, type, reference)
                                select :id, 'lane-' || n, 'refused-' || n, 'notifications.subscription.test.v1', ''
                                from generate_series(1, 3000) n returning subscription, lane)
                            insert into lane (subscription, lane, due_at)
                            select subscription, lane, now() - interval '1 hour' from planned""").param("id", refused.id()).update();
            subscribe(well, RunningService.token("neighbour"), "OCC5201");
            service.bean(Dispatcher.class).wake();
            await().atMost(SOON).until(() -> refusing.calls().size() > 200);

            announcer.submitted("OCC5201");

            await().atMost(AT_ONCE).until(() -> well.calls().size() == 1);
            assertThat(service.jdbc()
                            .sql("select count(*) from lane where subscription = :id and due_at < now()")
                            .param("id", refused.id())
                            .query(Integer.class)
                            .single())
                    .as("what was overdue all the while")
                    .isGreaterThan(1_000);
            assertThat(mostOnceItWasKnown).hasValue(1);
            service.send("DELETE", refused.path(), refused.token(), null);
        }
    }

    @Test
    void aMailServerThatHangsHoldsUpNoWebhookAndIsLeftInTime() {
        for (int i = 0; i < 10; i++) subscribe("mail-hoarder", "hoarder-" + i + "@example.org");
        await("a tenth of the places for one owner")
                .during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> mailServer.called.get() == 2);
        for (int i = 0; i < 40; i++) subscribe("reader-" + i / 2, "reader-" + i + "@example.org");
        await("as many mails as may be under way").atMost(SOON).until(() -> mailServer.called.get() == 20);
        try (var well = new Receiver()) {
            subscribe(well, RunningService.token("neighbour"), "OCC5301");

            announcer.submitted("OCC5301");

            await().atMost(AT_ONCE).until(() -> well.calls().size() == 1);
        }
        assertThat(mailServer.called).hasValue(20);
        await("the next ones").atMost(SOON).until(() -> mailServer.called.get() >= 40 && mailServer.open.size() <= 20);
        assertThat(service.jdbc()
                        .sql("select distinct problem from attempt a join delivery d on d.id = a.delivery"
                                + " where d.type like '%confirmation%'")
                        .query(String.class)
                        .list())
                .containsExactly("Not done within 20 seconds.");
    }

    @Test
    void aVerdictOfBeforeAResumptionDisablesNothing() {
        var release = new CountDownLatch(1);
        try (var receiver = new Receiver()) {
            receiver.behave(exchange -> {
                release.await();
                Behaviour.answering(410).answer(exchange);
            });
            var subscribed = subscribe(receiver, RunningService.token("resumer"), "OCC5401");
            announcer.submitted("OCC5401");
            await().atMost(SOON).until(() -> receiver.calls().size() == 1);
            for (var status : new String[] {"paused", "active"}) {
                service.send("PATCH", subscribed.path(), subscribed.token(), Map.of("status", status));
            }

            release.countDown();

            await().atMost(SOON)
                    .until(() ->
                            !deliveries(subscribed).path(0).path("attempts").isEmpty());
            assertThat(deliveries(subscribed)
                            .get(0)
                            .get("attempts")
                            .get(0)
                            .get("status")
                            .asInt())
                    .isEqualTo(410);
            await("whoever hears of it")
                    .during(Duration.ofMillis(500))
                    .until(() -> service.get(subscribed.path(), subscribed.token())
                            .json()
                            .get("status")
                            .asString()
                            .equals("active"));
        }
    }
}
