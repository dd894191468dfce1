package org.occupationalstandards.benchmark;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Proposes standards at a steady rate, and measures how long after the answer the catalogue shows each. */
final class CommandToCatalogue {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(5);

    /** Looking more seldom the longer it takes, lest the looking be the load: a figure is at most this share too high. */
    private static final int SHARE = 10;

    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(20);

    private final Api api;
    private final Latencies acknowledged = new Latencies();
    private final Latencies visible = new Latencies();
    private final AtomicInteger failures = new AtomicInteger();

    CommandToCatalogue(Api api) {
        this.api = api;
    }

    /** Open workload: a slow answer does not slow down the next command. */
    void run(int perSecond, Duration length, String title) {
        String token = api.token("official");
        long gap = 1_000_000_000L / perSecond;
        long count = length.toSeconds() * perSecond;
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (long i = 0; i < count; i++) {
                long due = begin + i * gap;
                long early = due - System.nanoTime();
                if (early > 0) Standalone.pause(Duration.ofNanos(early));
                String name = title + " " + i;
                each.execute(() -> one(token, name, due));
            }
        }
    }

    private void one(String token, String title, long due) {
        HttpResponse<String> answer = api.post(
                api.standards("/standards"),
                "application/json",
                "{\"title\":\"%s\",\"level\":3,\"route\":7}".formatted(title),
                token);
        if (answer.statusCode() != 201) {
            failures.incrementAndGet();
            return;
        }
        long answered = System.nanoTime();
        acknowledged.add(Duration.ofNanos(answered - due));
        String reference = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        String address = api.catalogue("/occupations/" + reference);
        while (System.nanoTime() - answered < GIVE_UP_AFTER.toNanos()) {
            if (api.get(address).statusCode() == 200) {
                visible.add(Duration.ofNanos(System.nanoTime() - answered));
                return;
            }
            Standalone.pause(
                    Duration.ofNanos(Math.max(LOOK_AGAIN_AFTER.toNanos(), (System.nanoTime() - answered) / SHARE)));
        }
        failures.incrementAndGet();
    }

    Latencies acknowledged() {
        return acknowledged;
    }

    Latencies visible() {
        return visible;
    }

    int failures() {
        return failures.get();
    }
}
