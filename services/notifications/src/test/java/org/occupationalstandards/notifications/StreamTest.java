package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;

class StreamTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Broker broker;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        service = RunningService.start(
                Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                "notifications.stream.heartbeat=300ms",
                "notifications.stream.clients-per-address=1000");
        announcer = new Announcer(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        broker.close();
    }

    /** A client as the specification of server-sent events describes it. */
    private static final class Client implements AutoCloseable {
        final List<String> ids = new CopyOnWriteArrayList<>();
        volatile String lastEventId = "";
        volatile int comments;
        private final Stream<String> lines;

        Client(String query, @Nullable String resumeAfter) {
            var request = HttpRequest.newBuilder(service.address("/changes/stream" + query))
                    .header("Accept", "text/event-stream");
            if (resumeAfter != null) request.header("Last-Event-ID", resumeAfter);
            try {
                var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
                assertThat(response.statusCode()).isEqualTo(200);
                lines = response.body();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Thread.startVirtualThread(this::read);
        }

        private void read() {
            try {
                lines.forEach(this::line);
            } catch (RuntimeException closed) {
                // the test is over, or the server is
            }
        }

        private void line(String line) {
            if (line.startsWith("id: ")) lastEventId = line.substring(4);
            else if (line.startsWith(":")) comments++;
            else if (line.startsWith("data: ")) {
                ids.add(RunningService.JSON
                        .readTree(line.substring(6))
                        .get("id")
                        .asString());
            }
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Test
    void whoIsConnectedHearsWhatIsAnnouncedAndResumesWhereTheyWere() {
        var heard = new ArrayList<String>();
        String last;
        try (var client = new Client("", null)) {
            await().until(() -> client.comments > 0);
            heard.add(announcer.submitted("OCC0001").id());
            heard.add(announcer.submitted("OCC0002").id());
            await().atMost(SOON).untilAsserted(() -> assertThat(client.ids).isEqualTo(heard));
            last = client.lastEventId;
        }
        var missed = IntStream.range(0, 120)
                .mapToObj(i -> announcer.submitted("OCC0003").id())
                .toList();
        try (var client = new Client("", last)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(client.ids).isEqualTo(missed));
        }
    }

    @Test
    void silenceIsBrokenByHeartbeatsThatMoveThePlaceToResumeFrom() {
        try (var client = new Client("?reference=OCC9999", null)) {
            await().until(() -> client.comments > 1);
            var before = client.lastEventId;
            announcer.submitted("OCC0004");

            await().atMost(SOON).until(() -> !client.lastEventId.equals(before));

            assertThat(client.ids).isEmpty();
        }
    }

    @Test
    void fromTheBeginningByAnEarlierCursor() {
        var told = announcer.announce("OCC0005", "standards.standard.submitted.v1", 5, 3);
        try (var client =
                new Client("?route=3&after=" + new org.occupationalstandards.notifications.feed.Cursor(0), null)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(client.ids).containsExactly(told.id()));
        }
    }

    @Test
    void manyClientsHearTheSame() {
        var clients = IntStream.range(0, 200)
                .mapToObj(i -> new Client("?reference=OCC0006", null))
                .toList();
        await().atMost(SOON).until(() -> clients.stream().allMatch(client -> client.comments > 0));

        var ids = IntStream.range(0, 5)
                .mapToObj(i -> announcer.submitted("OCC0006").id())
                .toList();

        await().atMost(SOON).untilAsserted(() -> assertThat(clients).allMatch(client -> client.ids.equals(ids)));
        clients.forEach(Client::close);
    }

    @Test
    void aWrongPlaceIsRefused() {
        var answer = service.get("/changes/stream", null, "Last-Event-ID", "42");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("header").asString()).isEqualTo("Last-Event-ID");
    }
}
