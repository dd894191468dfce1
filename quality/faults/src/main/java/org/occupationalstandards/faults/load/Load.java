package org.occupationalstandards.faults.load;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.running.Pause;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clients that each take one standard after another through its life: a proposal, an approved standard with a product, or
 * a draft that is worked on.
 */
public final class Load implements AutoCloseable {

    private static final String REASON = "{\"reason\": \"Part of a trial.\"}";

    private final Commands commands;
    private final Duration pace;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger lives = new AtomicInteger();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();

    /** @param pace pause of a client between two commands */
    public Load(Commands commands, Duration pace) {
        this.commands = commands;
        this.pace = pace;
    }

    public void start(int count) {
        for (int client = 0; client < count; client++) running.add(clients.submit(this::work));
    }

    /** Lets every client finish the life that it is at. */
    public void stop() {
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
    }

    private void work() {
        while (!stopped.get()) {
            switch (lives.getAndIncrement() % 4) {
                case 0 -> approved();
                case 1 -> drafted();
                default -> proposed();
            }
        }
    }

    /** One standard on its way; a step that had no answer ends it. */
    private final class Life {

        private final @Nullable String reference;
        private @Nullable Long sequence;

        Life(Command begun) {
            this.reference = begun.reference();
            this.sequence = begun.sequence();
        }

        void step(String name, String body) {
            Pause.of(pace);
            if (reference == null || sequence == null) return;
            sequence = commands.step(reference, name, sequence, body).sequence();
        }

        /** Not by the rules, so that nothing comes of it. */
        void refused(String name, long behind, String body) {
            if (reference == null || sequence == null) return;
            commands.refused(reference, name, sequence - behind, body);
        }

        void saveDraft(String overview) {
            Pause.of(pace);
            if (reference == null || sequence == null) return;
            Optional<HttpResponse<String>> read = commands.read(reference);
            if (read.isEmpty() || read.get().statusCode() != 200) {
                sequence = null;
                return;
            }
            ObjectNode draft =
                    (ObjectNode) JsonMapper.shared().readTree(read.get().body()).get("draft");
            draft.put("overview", overview);
            sequence = commands.saveDraft(reference, sequence, draft.toString()).sequence();
        }

        String product() {
            return "{\"code\": \"%s\", \"reason\": \"Part of a trial.\"}"
                    .formatted(reference == null ? "" : ImportedFile.product(reference));
        }
    }

    private void proposed() {
        Life life = new Life(commands.propose());
        life.step("set-green-theme", theme("mid"));
        life.refused("reinstate", 0, REASON);
        for (String step : List.of("withdraw", "reinstate", "withdraw")) life.step(step, REASON);
        life.refused("reinstate", 1, REASON);
    }

    private void approved() {
        Life life = new Life(commands.register(ImportedFile.APPROVED));
        life.step("set-green-theme", theme("dark"));
        life.step("pause-starts", life.product());
        life.step("resume-starts", life.product());
        life.step("retire-product", life.product());
        life.step("reinstate-product", life.product());
        life.step("set-green-theme", theme("none"));
    }

    /** What is saved is for the group alone, whatever else is published meanwhile. */
    private void drafted() {
        Life life = new Life(commands.register(ImportedFile.IN_DEVELOPMENT));
        for (String overview : List.of("Looks for faults everywhere.", "Finds faults.")) {
            life.saveDraft(overview);
            life.saveDraft(overview + " And tells of them.");
            life.step("set-green-theme", theme(overview.startsWith("Looks") ? "mid" : "dark"));
        }
        life.step("withdraw", REASON);
    }

    private static String theme(String theme) {
        return "{\"theme\": \"%s\"}".formatted(theme);
    }

    @Override
    public void close() {
        stopped.set(true);
        clients.shutdownNow();
    }
}
