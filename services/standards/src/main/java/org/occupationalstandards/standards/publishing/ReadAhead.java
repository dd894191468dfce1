package org.occupationalstandards.standards.publishing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outbox page by page, and the next page of a backlog while the one before it is being sent: messages are only ever
 * added, at the end.
 */
final class ReadAhead {

    private final Outbox outbox;
    private final PublishingSettings settings;

    /** The page after that number; nothing where the one before it was not full. */
    private @Nullable CompletableFuture<List<OutboxMessage>> ahead;

    private long aheadAfter;

    ReadAhead(Outbox outbox, PublishingSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /** The page after that number, empty where nothing is there yet. */
    List<OutboxMessage> after(long number) throws Exception {
        var begun = ahead;
        ahead = null;
        var page = begun != null && aheadAfter == number ? result(begun) : read(number);
        if (isFull(page)) {
            long last = page.getLast().number();
            aheadAfter = last;
            ahead = CompletableFuture.supplyAsync(
                    () -> read(last),
                    task -> Thread.ofVirtual().name("relay-reading").start(task));
        }
        return page;
    }

    /** Whether others probably follow at once. */
    boolean isFull(List<OutboxMessage> page) {
        return page.size() == settings.batch();
    }

    private List<OutboxMessage> read(long number) {
        return outbox.after(number, settings.batch(), settings.batchSize().toBytes());
    }

    private static List<OutboxMessage> result(CompletableFuture<List<OutboxMessage>> page) throws Exception {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
