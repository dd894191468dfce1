package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.RunningService.Answer;
import org.occupationalstandards.testbed.Testbed;

/** One reader leaves room for the others. */
class ReadersTest {

    private static final String ONE = "203.0.113.1";
    private static final String ANOTHER = "203.0.113.2";
    private static final String THIRD = "203.0.113.3";

    private static RunningService service;

    private final List<Socket> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = RunningService.start(
                // A proxy on this machine is believed when it says who asks.
                "server.forward-headers-strategy=native",
                "notifications.stream.heartbeat=100ms",
                "notifications.stream.clients=3",
                "notifications.stream.clients-per-address=2",
                "notifications.readers.waiting=3",
                "notifications.readers.waiting-per-address=2",
                "notifications.readers.snapshots=3",
                "notifications.readers.snapshots-per-address=2");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void leave() throws IOException {
        for (var each : open) each.close();
    }

    /** Asks from that address, and reads of the answer its first line only. */
    private String begin(String path, String address) throws IOException {
        var line = new StringBuilder();
        var input = ask(path, address).getInputStream();
        for (int each = input.read(); each != '\r' && each != -1; each = input.read()) line.append((char) each);
        return line.toString();
    }

    private Socket ask(String path, String address) throws IOException {
        var socket = new Socket();
        open.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("localhost", service.port()));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\n\r\n"
                        .formatted(path, address)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Answer get(String path, String address) {
        return service.get(path, null, "X-Forwarded-For", address);
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    @Test
    void aStreamForEverybodyButNotAllForOne() throws Exception {
        assertThat(begin("/changes/stream", ONE)).contains("200");
        assertThat(begin("/changes/stream", ONE)).contains("200");
        assertRefused(get("/changes/stream", ONE), 429);
        assertThat(begin("/changes/stream", ANOTHER)).contains("200");
        assertRefused(get("/changes/stream", THIRD), 503);

        open.getFirst().close();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(begin("/changes/stream", THIRD)).contains("200"));
    }

    @Test
    void theAddressesOfOneNetworkCountAsOne() throws Exception {
        assertThat(begin("/changes/stream", "2001:db8:0:1::1")).contains("200");
        assertThat(begin("/changes/stream", "2001:db8:0:1::2")).contains("200");
        assertRefused(get("/changes/stream", "2001:db8:0:1:ffff::3"), 429);
        assertThat(begin("/changes/stream", "2001:db8:0:2::1")).contains("200");
    }

    @Test
    void whoWaitsForAChangeHasAPlaceToo() throws Exception {
        for (var address : List.of(ONE, ONE, ANOTHER)) ask("/changes?reference=OCC9990&wait=50", address);
        // The two of the one and the one of the other are under way when both refusals come.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertRefused(get("/changes?reference=OCC9990&wait=1", THIRD), 503));
        assertRefused(get("/changes?reference=OCC9990&wait=1", ONE), 429);
        assertThat(get("/changes?reference=OCC9990", ONE).status())
                .as("without waiting")
                .isEqualTo(200);
    }

    @Test
    void slowReadersOfTheSnapshotLeaveRoomForOthers() throws Exception {
        service.jdbc().sql("""
                        insert into current_state (reference, sequence, data)
                        select 'BIG' || n, 1, convert_to('{"reference":"BIG' || n || '","overview":"'
                            || repeat('x', 1000000) || '"}', 'UTF8') from generate_series(1, 20) n""").update();

        assertThat(begin("/snapshot", ONE)).contains("200");
        assertThat(begin("/snapshot", ONE)).contains("200");
        assertRefused(get("/snapshot", ONE), 429);
        assertThat(begin("/snapshot", ANOTHER)).contains("200");
        assertRefused(get("/snapshot", THIRD), 503);
        assertThat(service.jdbc().sql("select 1").query(Integer.class).single()).isOne();
    }

    @Test
    void withoutTheSettingNobodyIsBelievedWhoTheySayTheyAre() throws Exception {
        try (var one = RunningService.start(Testbed.properties(), "notifications.readers.waiting-per-address=1");
                var socket = new Socket("localhost", one.port())) {
            socket.getOutputStream()
                    .write(("GET /changes?reference=OCC9990&wait=50 HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: "
                                    + ONE + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    one.get("/changes?reference=OCC9990&wait=1", null, "X-Forwarded-For", ANOTHER)
                                            .status())
                            .isEqualTo(429));
        }
    }
}
