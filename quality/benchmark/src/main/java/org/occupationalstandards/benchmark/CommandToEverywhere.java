package org.occupationalstandards.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.occupationalstandards.contracts.Topics;

/**
 * Proposes standards at a steady rate, and measures how long after the answer each is on the topic, in the catalogue and at
 * a webhook. What listens is one consumer, one reader and one receiver, so that the listening is not the load.
 */
final class CommandToEverywhere implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(3);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(20);
    private static final Pattern SUBJECT = Pattern.compile("\"subject\"\\s*:\\s*\"(OCC[^\"]+)\"");

    private final Api api;
    private final String official;
    private final KafkaConsumer<String, byte[]> consumer;
    private final HttpServer receiver;
    private final Map<String, Long> onTopic = new ConcurrentHashMap<>();
    private final Map<String, Long> atWebhook = new ConcurrentHashMap<>();
    private final Map<String, Long> inCatalogue = new ConcurrentHashMap<>();
    private final BlockingQueue<String> toLookFor = new LinkedBlockingQueue<>();
    private final List<Thread> listening = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean open = true;

    /** Begins to listen. */
    CommandToEverywhere(Api api, String bootstrapServers) {
        this.api = api;
        this.official = api.token("official");
        this.consumer = BareConsumer.atTheEnd(bootstrapServers, Topics.EVENTS);
        this.receiver = receiver();
        Api.expect(
                201,
                api.post(
                        api.notifications("/subscriptions"),
                        "application/json",
                        "{\"channel\":\"webhook\",\"url\":\"http://localhost:%d/\"}"
                                .formatted(receiver.getAddress().getPort()),
                        api.token("subscriber")));
        listening.add(Thread.ofPlatform().name("topic").start(this::consume));
        listening.add(Thread.ofPlatform().name("catalogue").start(this::look));
    }

    /**
     * How long it took.
     *
     * @param acknowledged from when the command was due until its answer
     * @param topic from the answer until it was on Kafka, 0 where the topic was quicker; likewise the others
     * @param failures commands that were refused or never arrived somewhere
     */
    record Result(Latencies acknowledged, Latencies topic, Latencies catalogue, Latencies webhook, int failures) {}

    /** Open workload: a slow answer does not slow down the next command. */
    Result run(int perSecond, Duration length) {
        Map<String, Long> answered = new ConcurrentHashMap<>();
        Latencies acknowledged = new Latencies();
        long gap = 1_000_000_000L / perSecond;
        long count = length.toSeconds() * perSecond;
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (long i = 0; i < count; i++) {
                long due = begin + i * gap;
                long early = due - System.nanoTime();
                if (early > 0) Standalone.pause(Duration.ofNanos(early));
                each.execute(() -> propose(due, answered, acknowledged));
            }
        }
        return result(count, answered, acknowledged);
    }

    private void propose(long due, Map<String, Long> answered, Latencies acknowledged) {
        HttpResponse<String> answer = api.post(
                api.standards("/standards"),
                "application/json",
                "{\"title\":\"%s\",\"level\":3,\"route\":7}".formatted(Titles.of(next.getAndIncrement())),
                official);
        if (answer.statusCode() != 201) return;
        long now = System.nanoTime();
        acknowledged.add(Duration.ofNanos(now - due));
        String reference = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        answered.put(reference, now);
        toLookFor.add(reference);
    }

    private Result result(long count, Map<String, Long> answered, Latencies acknowledged) {
        long end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        List<Map<String, Long>> places = List.of(onTopic, inCatalogue, atWebhook);
        while (System.nanoTime() < end
                && !places.stream().allMatch(place -> place.keySet().containsAll(answered.keySet()))) {
            Standalone.pause(Duration.ofMillis(50));
        }
        List<Latencies> latencies = new ArrayList<>();
        long missing = count - answered.size();
        for (Map<String, Long> place : places) {
            Latencies found = new Latencies();
            for (Map.Entry<String, Long> each : answered.entrySet()) {
                Long arrived = place.get(each.getKey());
                if (arrived == null) {
                    missing++;
                } else {
                    found.add(Duration.ofNanos(Math.max(0, arrived - each.getValue())));
                }
            }
            latencies.add(found);
        }
        return new Result(acknowledged, latencies.get(0), latencies.get(1), latencies.get(2), (int) missing);
    }

    private void consume() {
        while (open) {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(message -> onTopic.putIfAbsent(message.key(), System.nanoTime()));
        }
    }

    /** Looks for the one that was answered longest ago; the next has often come with it. */
    private void look() {
        try {
            while (open) {
                String reference = toLookFor.poll(100, TimeUnit.MILLISECONDS);
                if (reference == null) continue;
                String address = api.catalogue("/occupations/" + reference);
                long began = System.nanoTime();
                while (api.get(address).statusCode() != 200 && System.nanoTime() - began < GIVE_UP_AFTER.toNanos()) {
                    Standalone.pause(LOOK_AGAIN_AFTER);
                }
                if (System.nanoTime() - began < GIVE_UP_AFTER.toNanos()) inCatalogue.put(reference, System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 1024);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::receive);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher subject = SUBJECT.matcher(body);
        if (subject.find()) atWebhook.putIfAbsent(subject.group(1), System.nanoTime());
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        open = false;
        try {
            for (Thread each : listening) each.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
        receiver.stop(0);
    }
}
