package org.occupationalstandards.standalone;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Somebody who puts occupations on the map and withdraws them again, all the time, and notes what was acknowledged. */
final class Load implements AutoCloseable {

    /** A command that was answered as done, and the sequence that its event has. */
    record Acknowledged(String reference, long sequence) {}

    /** Beyond the references of the occupations of fact. */
    static final String FIRST_REFERENCE = "OCC2000";

    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Api api;
    private final Thread worker;
    private volatile boolean ended;
    private int next = 2000;

    Load(Addresses addresses) {
        api = new Api(addresses);
        worker = Thread.ofPlatform().name("load").start(this::work);
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<String> references() {
        return acknowledged.stream().map(Acknowledged::reference).distinct().toList();
    }

    void untilMoreAreAcknowledged(int count) {
        int enough = acknowledged.size() + count;
        await("acknowledgements").atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= enough);
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        worker.join();
    }

    private void work() {
        while (!ended) {
            try {
                var reference = propose();
                withdraw(reference);
            } catch (ExampleFailed down) {
                // It is down, or was killed before it answered: then whether it happened is not known, and not claimed.
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private String propose() {
        var reference = "OCC" + next++;
        var answer = api.postAs(
                        "official",
                        api.addresses().standards() + "/standards",
                        "application/json",
                        "{\"reference\": \"%s\", \"title\": \"Beekeeper\", \"level\": 3, \"route\": 1}"
                                .formatted(reference),
                        Map.of())
                .expecting(201);
        acknowledged.add(new Acknowledged(reference, sequence(answer)));
        return reference;
    }

    private void withdraw(String reference) {
        var answer = api.postAs(
                        "official",
                        api.addresses().standards() + "/standards/" + reference + "/commands/withdraw",
                        "application/json",
                        "{\"reason\": \"Proposed by way of trial.\"}",
                        Map.of("If-Match", "\"1\""))
                .expecting(200);
        acknowledged.add(new Acknowledged(reference, sequence(answer)));
    }

    private static long sequence(Api.Answer answer) {
        return Long.parseLong(answer.header("ETag").replace("\"", ""));
    }
}
