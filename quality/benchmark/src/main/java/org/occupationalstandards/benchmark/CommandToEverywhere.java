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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * a webhook. What listens is one consumer, one reader of a sample and one receiver, so that the listening is not the load.
 */
final class CommandToEverywhere implements AutoCloseable {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(20);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(180);

    /** Every fifth is looked for in the catalogue: looking is load, too. */
    private static final int LOOKED_FOR = 5;

    private static final Pattern SUBJECT = Pattern.compile("\"subject\"\\s*:\\s*\"(OCC[^\"]+)\"");

    private final Api api;
    private final String official;
    private final KafkaConsumer<String, byte[]> consumer;
    private final HttpServer receiver;
    private final Map<String, Long> onTopic = new ConcurrentHashMap<>();
    private final Map<String, Long> atWebhook = new ConcurrentHashMap<>();
    private final Map<String, Long> inCatalogue = new ConcurrentHashMap<>();
    private final Set<String> lookedFor = ConcurrentHashMap.newKeySet();
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

    /** Open workload: a slow answer does not slow down the next command. Returns when everything has arrived everywhere. */
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
                boolean looked = i % LOOKED_FOR == 0;
                each.execute(() -> propose(due, looked, answered, acknowledged));
            }
        }
        return result(count, answered, acknowledged);
    }

    private void propose(long due, boolean looked, Map<String, Long> answered, Latencies acknowledged) {
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
        if (looked) {
            lookedFor.add(reference);
            toLookFor.add(reference);
        }
    }

    private Result result(long count, Map<String, Long> answered, Latencies acknowledged) {
        Map<String, Long> sample = new HashMap<>(answered);
        sample.keySet().retainAll(lookedFor);
        long end = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        Arrivals topic = new Arrivals(answered, onTopic);
        Arrivals catalogue = new Arrivals(sample, inCatalogue);
        Arrivals webhook = new Arrivals(answered, atWebhook);
        List<Arrivals> all = List.of(topic, catalogue, webhook);
        while (System.nanoTime() < end && !all.stream().allMatch(Arrivals::complete)) {
            Standalone.pause(Duration.ofMillis(50));
        }
        int missing = (int) count
                - answered.size()
                + all.stream().mapToInt(Arrivals::missing).sum();
        return new Result(acknowledged, topic.latencies(), catalogue.latencies(), webhook.latencies(), missing);
    }

    /**
     * What was to arrive at one place.
     *
     * @param answered when each command was answered
     * @param arrived when each was there
     */
    private record Arrivals(Map<String, Long> answered, Map<String, Long> arrived) {

        boolean complete() {
            return arrived.keySet().containsAll(answered.keySet());
        }

        int missing() {
            return (int) answered.keySet().stream()
                    .filter(each -> !arrived.containsKey(each))
                    .count();
        }

        Latencies latencies() {
            Latencies found = new Latencies();
            answered.forEach((reference, at) -> {
                Long there = arrived.get(reference);
                if (there != null) found.add(Duration.ofNanos(Math.max(0, there - at)));
            });
            return found;
        }
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
