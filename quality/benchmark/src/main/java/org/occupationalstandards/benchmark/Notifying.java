package org.occupationalstandards.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The service of notifications: pages of the feed, and one change that goes to many webhooks. */
final class Notifying {

    private static final int CONNECTIONS = 8;
    private static final int PAGE = 100;

    /** Who the subscriptions belong to: what one of them may have under way at once is limited. */
    private static final int OWNERS = 50;

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);

    private final Surroundings surroundings;
    private final Api api;
    private final Consumer<String> say;

    Notifying(Surroundings surroundings, Api api, Consumer<String> say) {
        this.surroundings = surroundings;
        this.api = api;
        this.say = say;
    }

    private void start() {
        surroundings.start(
                "org.occupationalstandards.notifications.NotificationsService",
                api,
                "--notifications.webhooks.allow-private-addresses=true",
                "--notifications.subscriptions.most-per-owner=10000");
    }

    private JsonNode page(String query) {
        return Api.expect(200, api.get(surroundings.address("/changes" + query)));
    }

    private void awaitFeed(ChangeStream stream) {
        String last = "";
        long end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        long seen = 0;
        while (seen < stream.position()) {
            if (System.nanoTime() > end) throw new IllegalStateException("The feed does not catch up");
            JsonNode page = page("?limit=1000" + last);
            seen += page.get("items").size();
            last = "&after=" + page.get("next").asString();
        }
    }

    /**
     * Pages of 100 announcements.
     *
     * @param same one and the same, whole each time
     * @param others one after the other, from the beginning to the end of the feed
     * @param notModified one that the client has
     */
    record Pages(ReadLoad.Result same, ReadLoad.Result others, ReadLoad.Result notModified) {}

    Pages pages(int announcements, Duration length) {
        start();
        List<String> addresses;
        try (ChangeStream stream = new ChangeStream(surroundings.bootstrapServers(), 500)) {
            stream.send(announcements);
            awaitFeed(stream);
            addresses = addresses(announcements / PAGE);
        }
        HttpResponse<String> page = api.get(surroundings.address("/changes?limit=" + PAGE));
        String tag = page.headers().firstValue("ETag").orElseThrow();
        var whole = new ReadLoad(surroundings.port(), List.of("/changes?limit=" + PAGE), "", 200);
        var others = new ReadLoad(surroundings.port(), addresses, "", 200);
        var known = new ReadLoad(surroundings.port(), List.of("/changes?limit=" + PAGE), "If-None-Match: " + tag, 304);
        say.accept("warming up");
        whole.run(CONNECTIONS, length);
        return new Pages(
                whole.run(CONNECTIONS, length), others.run(CONNECTIONS, length), known.run(CONNECTIONS, length));
    }

    private List<String> addresses(int pages) {
        List<String> addresses = new ArrayList<>();
        String next = "/changes?limit=" + PAGE;
        for (int i = 0; i < pages; i++) {
            addresses.add(next);
            next = "/changes?limit=" + PAGE + "&after="
                    + Api.expect(200, api.get(surroundings.address(next)))
                            .get("next")
                            .asString();
        }
        return addresses;
    }

    /**
     * How long after a change was on the topic all subscriptions had it.
     *
     * @param first the first change, on a service that has delivered nothing yet
     * @param median of the changes after it
     */
    record FanOut(Duration first, Duration median) {}

    FanOut fanOut(int subscriptions, int changes) {
        Set<String> arrived = ConcurrentHashMap.newKeySet();
        HttpServer receiver = receiver(arrived);
        try (ChangeStream stream = new ChangeStream(surroundings.bootstrapServers(), 1)) {
            start();
            List<String> owners = IntStream.range(0, OWNERS)
                    .mapToObj(i -> surroundings.token("owner-" + i, "subscriber"))
                    .toList();
            int port = receiver.getAddress().getPort();
            awaitTrust(owners.getFirst());
            for (int i = 0; i < subscriptions; i++) {
                String body = "{\"channel\":\"webhook\",\"url\":\"http://localhost:%d/%d\"}".formatted(port, i);
                Api.expect(
                        201,
                        api.post(
                                surroundings.address("/subscriptions"),
                                "application/json",
                                body,
                                owners.get(i % OWNERS)));
            }
            say.accept(subscriptions + " subscriptions made");
            Latencies later = new Latencies();
            Duration first = one(stream, arrived, subscriptions);
            for (int i = 0; i < changes; i++) {
                Duration took = one(stream, arrived, subscriptions);
                say.accept("delivered to all in " + Latencies.millis(took));
                later.add(took);
            }
            return new FanOut(first, later.percentile(50));
        } finally {
            receiver.stop(0);
        }
    }

    /** The keys of the issuer are fetched with the first token; a busy machine may need more than one try. */
    private void awaitTrust(String token) {
        long end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        while (api.getAs(surroundings.address("/subscriptions"), token).statusCode() != 200) {
            if (System.nanoTime() > end) throw new IllegalStateException("The token is not accepted");
            Standalone.pause(Duration.ofMillis(200));
        }
    }

    private static Duration one(ChangeStream stream, Set<String> arrived, int subscriptions) {
        arrived.clear();
        long began = System.nanoTime();
        stream.send(1);
        while (arrived.size() < subscriptions) {
            if (System.nanoTime() - began > GIVE_UP_AFTER.toNanos()) {
                throw new IllegalStateException("Only " + arrived.size() + " were delivered");
            }
            Standalone.pause(Duration.ofMillis(5));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static HttpServer receiver(Set<String> arrived) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 1024);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
                arrived.add(exchange.getRequestURI().getPath());
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
