package org.occupationalstandards.faults.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.occupationalstandards.faults.history.Seen;
import org.occupationalstandards.faults.running.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subscriber's webhook on loopback, which can be told to fail. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Seen> received = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Duration> delays = new ConcurrentLinkedQueue<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean hanging;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** From now on every delivery is answered so; what is not answered with success does not count as received. */
    public void answer(int code) {
        status.set(code);
        hanging = false;
    }

    /** From now on every delivery is taken and never answered, until {@link #answer} is called. */
    public void hang() {
        hanging = true;
    }

    /** How many deliveries were not answered with success. */
    public int refused() {
        return refused.get();
    }

    /** How long after it was recorded each message arrived, in the order of arrival. */
    public List<Duration> delays() {
        return List.copyOf(delays);
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    /** What was received, in the order of its arrival, repetitions included. */
    public List<Seen> received() {
        return List.copyOf(received);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode event =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            if (hanging) {
                refused.incrementAndGet();
                while (hanging) Pause.of(Duration.ofMillis(50));
                return;
            }
            int code = status.get();
            if (code >= 300) refused.incrementAndGet();
            else {
                delays.add(Duration.between(Instant.parse(event.get("time").asString()), Instant.now()));
                received.add(new Seen(
                        event.get("id").asString(),
                        event.get("subject").asString(),
                        event.get("sequence").asLong()));
            }
            exchange.sendResponseHeaders(code, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
