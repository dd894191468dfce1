package org.occupationalstandards.faults.load;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.running.Pause;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives commands as an official and keeps what became of them. One without an answer is given again with the same
 * Idempotency-Key, to whichever instance comes next, until it is answered or patience ends.
 */
public final class Commands {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);
    private static final String WHO = "official";

    private final Web web;
    private final List<Supplier<String>> instances;
    private final ConcurrentLinkedQueue<Command> history = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger importReference = new AtomicInteger(6_000);

    /** @param instances addresses of the write side, each asked in turn */
    public Commands(Web web, List<Supplier<String>> instances) {
        this.web = web;
        this.instances = List.copyOf(instances);
    }

    /** All that was asked and answered so far. */
    public List<Command> history() {
        return List.copyOf(history);
    }

    /** How many requests are without an answer at this moment. */
    public int inFlight() {
        return asked.get();
    }

    /** A new standard. */
    public Command propose() {
        String key = UUID.randomUUID().toString();
        String body = "{\"title\": \"Fault finder %s\", \"level\": 3, \"route\": 7}".formatted(key);
        return given(
                key,
                "propose",
                null,
                0,
                false,
                () -> request("/standards", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** One step of a standard that stands at that sequence. */
    public Command step(String reference, String name, long sequence, String body) {
        return step(reference, name, sequence, body, false);
    }

    /** A step that the rules are against: from that sequence, or at that stage. */
    public Command refused(String reference, String name, long sequence, String body) {
        return step(reference, name, sequence, body, true);
    }

    private Command step(String reference, String name, long sequence, String body, boolean toBeRefused) {
        String key = UUID.randomUUID().toString();
        return given(
                key,
                name,
                reference,
                sequence,
                toBeRefused,
                () -> request("/standards/" + reference + "/commands/" + name, key)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + sequence + "\"")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** A whole draft. */
    public Command saveDraft(String reference, long sequence, String document) {
        String key = UUID.randomUUID().toString();
        return given(
                key,
                "save-draft",
                reference,
                sequence,
                false,
                () -> request("/standards/" + reference + "/draft", key)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + sequence + "\"")
                        .PUT(BodyPublishers.ofString(document)));
    }

    /** Takes over an existing standard from a file of its own, and waits until the file has been worked off. */
    public Command register(ImportedFile file) {
        String reference = "OCC" + importReference.getAndIncrement();
        String key = UUID.randomUUID().toString();
        Instant invoked = Instant.now();
        String text = file.text(reference);
        Optional<HttpResponse<String>> handedIn = answered(() -> request("/imports", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text)));
        if (handedIn.isEmpty() || handedIn.get().statusCode() != 202) {
            return recorded(ended(key, "import", invoked, handedIn, false, reference, 0));
        }
        String progress =
                handedIn.get().headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<HttpResponse<String>> seen =
                    answered(() -> request(progress, key).GET());
            if (seen.isPresent() && seen.get().statusCode() == 200) {
                var job = JsonMapper.shared().readTree(seen.get().body());
                if (job.path("state").asString().equals("done")) {
                    boolean accepted = job.path("accepted").asInt() == 1;
                    return recorded(new Command(
                            key,
                            "import",
                            invoked,
                            accepted ? Outcome.ACKNOWLEDGED : Outcome.REFUSED,
                            Instant.now(),
                            200,
                            false,
                            reference,
                            0,
                            accepted ? 1L : null));
                }
            }
            Pause.of(BEFORE_ASKING_AGAIN);
        }
        return recorded(ended(key, "import", invoked, Optional.empty(), false, reference, 0));
    }

    /** The draft as it is sent back to be changed, where it can be read. */
    public Optional<HttpResponse<String>> read(String reference) {
        return answered(() ->
                request("/standards/" + reference, UUID.randomUUID().toString()).GET());
    }

    private Command given(
            String key,
            String name,
            @Nullable String reference,
            long before,
            boolean toBeRefused,
            Supplier<HttpRequest.Builder> request) {
        Instant invoked = Instant.now();
        return recorded(ended(key, name, invoked, answered(request), toBeRefused, reference, before));
    }

    private Optional<HttpResponse<String>> answered(Supplier<HttpRequest.Builder> request) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<HttpResponse<String>> answer;
            asked.incrementAndGet();
            try {
                answer = web.send(request.get());
            } finally {
                asked.decrementAndGet();
            }
            if (answer.isPresent() && answer.get().statusCode() < 500) return answer;
            Pause.of(BEFORE_ASKING_AGAIN);
        }
        return Optional.empty();
    }

    private HttpRequest.Builder request(String path, String key) {
        String instance = instances
                .get(Math.floorMod(next.getAndIncrement(), instances.size()))
                .get();
        return web.as(WHO, instance + path).header("Idempotency-Key", key);
    }

    private static Command ended(
            String key,
            String name,
            Instant invoked,
            Optional<HttpResponse<String>> answer,
            boolean toBeRefused,
            @Nullable String reference,
            long before) {
        if (answer.isEmpty()) {
            return new Command(key, name, invoked, Outcome.UNKNOWN, null, 0, toBeRefused, reference, before, null);
        }
        var headers = answer.get().headers();
        boolean done = answer.get().statusCode() < 300;
        String made = headers.firstValue("Location")
                .map(location -> location.replaceAll(".*/", ""))
                .orElse(null);
        Long sequence = headers.firstValue("ETag")
                .map(etag -> Long.parseLong(etag.replaceAll("\\D", "")))
                .orElse(null);
        return new Command(
                key,
                name,
                invoked,
                done ? Outcome.ACKNOWLEDGED : Outcome.REFUSED,
                Instant.now(),
                answer.get().statusCode(),
                toBeRefused,
                reference == null ? made : reference,
                before,
                done ? sequence : null);
    }

    private Command recorded(Command command) {
        history.add(command);
        return command;
    }
}
