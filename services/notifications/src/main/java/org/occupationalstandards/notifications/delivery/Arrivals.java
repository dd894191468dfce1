package org.occupationalstandards.notifications.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.occupationalstandards.notifications.delivery.Settlement.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what has arrived, and in the same transaction all that has arrived while the one before was being settled: a change
 * that goes to a thousand receivers does not need a thousand commits. One that comes alone waits for nobody.
 */
final class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private static final int MOST_TOGETHER = 100;

    private final Settlement settlement;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    Arrivals(Settlement settlement) {
        this.settlement = settlement;
    }

    private record Waiting(Attempted attempted, CompletableFuture<Verdict> verdict) {}

    /** How many have arrived and are not being settled yet. */
    int waiting() {
        return waiting.size();
    }

    /** @throws RuntimeException where the database did not take it */
    Verdict settle(Attempted attempted) {
        var mine = new Waiting(attempted, new CompletableFuture<>());
        waiting.add(mine);
        turn.lock();
        try {
            // Whoever had the turn before may have settled this one too.
            while (!mine.verdict().isDone()) settleWhatWaits();
        } finally {
            turn.unlock();
        }
        return mine.verdict().join();
    }

    private void settleWhatWaits() {
        var together = new ArrayList<Waiting>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
            if (together.size() == MOST_TOGETHER) break;
        }
        try {
            settle(together);
        } catch (Throwable trouble) {
            if (together.size() > 1) log.debug("Settled one by one instead", trouble);
            together.forEach(this::settleAlone);
        }
    }

    private void settle(List<Waiting> together) {
        var verdicts = settlement.settleArrived(
                together.stream().map(Waiting::attempted).toList());
        for (int i = 0; i < together.size(); i++) together.get(i).verdict().complete(verdicts.get(i));
    }

    /** What one of them cannot be settled for holds up no other; an error neither, or the others would wait for ever. */
    private void settleAlone(Waiting one) {
        try {
            settle(List.of(one));
        } catch (Throwable trouble) {
            one.verdict().completeExceptionally(trouble);
        }
    }
}
