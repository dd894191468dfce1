package org.occupationalstandards.faults.load;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.running.Pause;

/**
 * Clients that each take one standard after another through its first steps. A command without an answer is given again
 * with the same Idempotency-Key, to whichever instance comes next, until it is answered or patience ends.
 */
public final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);

    private final Web web;
    private final List<Supplier<String>> instances;
    private final Duration pace;
    private final ConcurrentLinkedQueue<Command> history = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();

    /**
     * @param instances addresses of the write side, each asked in turn
     * @param pace pause of a client between two commands
     */
    public Load(Web web, List<Supplier<String>> instances, Duration pace) {
        this.web = web;
        this.instances = List.copyOf(instances);
        this.pace = pace;
    }

    public void start(int count) {
        for (int client = 0; client < count; client++) running.add(clients.submit(this::work));
    }

    /** Lets every client finish the command that it is at, and returns all that was asked and answered. */
    public List<Command> stop() {
        stopped.set(true);
        for (Future<?> client : running) {
            try {
                client.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("A client of the load failed", e.getCause());
            }
        }
        return List.copyOf(history);
    }

    public int answered() {
        return history.size();
    }

    private void work() {
        while (!stopped.get()) oneStandard();
    }

    private void oneStandard() {
        Command proposed = give("official", "propose", null, null, """
                {"title": "Fault finder %s", "level": 3, "route": 7}""".formatted(UUID.randomUUID()));
        String reference = proposed.reference();
        Long sequence = proposed.sequence();
        for (String step : List.of("withdraw", "reinstate", "withdraw")) {
            if (stopped.get() || reference == null || sequence == null) return;
            Pause.of(pace);
            sequence = give("official", step, reference, sequence, "{\"reason\": \"Part of a trial.\"}")
                    .sequence();
        }
        Pause.of(pace);
    }

    private Command give(String client, String name, @Nullable String reference, @Nullable Long ifMatch, String body) {
        String key = UUID.randomUUID().toString();
        Instant invoked = Instant.now();
        while (Instant.now().isBefore(invoked.plus(PATIENCE))) {
            Optional<HttpResponse<String>> answer = web.send(request(client, name, reference, ifMatch, key, body));
            if (answer.isPresent() && answer.get().statusCode() < 500) {
                return recorded(completed(key, name, invoked, reference, answer.get()));
            }
            Pause.of(BEFORE_ASKING_AGAIN);
        }
        return recorded(new Command(key, name, invoked, Outcome.UNKNOWN, null, reference, null));
    }

    private HttpRequest.Builder request(
            String client, String name, @Nullable String reference, @Nullable Long ifMatch, String key, String body) {
        String instance = instances
                .get(Math.floorMod(next.getAndIncrement(), instances.size()))
                .get();
        String path = reference == null ? "/standards" : "/standards/" + reference + "/commands/" + name;
        HttpRequest.Builder request = web.as(client, instance + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        if (ifMatch != null) request.header("If-Match", "\"" + ifMatch + "\"");
        return request;
    }

    private static Command completed(
            String key, String name, Instant invoked, @Nullable String reference, HttpResponse<String> answer) {
        boolean done = answer.statusCode() < 300;
        String made = answer.headers()
                .firstValue("Location")
                .map(location -> location.replaceAll(".*/", ""))
                .orElse(null);
        Long sequence = answer.headers()
                .firstValue("ETag")
                .map(etag -> Long.parseLong(etag.replaceAll("\\D", "")))
                .orElse(null);
        return new Command(
                key,
                name,
                invoked,
                done ? Outcome.ACKNOWLEDGED : Outcome.REFUSED,
                Instant.now(),
                reference == null ? made : reference,
                done ? sequence : null);
    }

    private Command recorded(Command command) {
        history.add(command);
        return command;
    }

    @Override
    public void close() {
        stopped.set(true);
        clients.shutdownNow();
    }
}
