package org.occupationalstandards.standards.eventsourcing;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the gaps in the order of the stored events that nothing will fill any more: those of transactions that were rolled
 * back. A token that kept them all would grow without end, and reading stops for good where a statement has no room for
 * them.
 *
 * <p>The database is the judge, never the date of an event. Indexes are handed out in order, so whoever has one below an
 * index that we have seen had begun by then. Once every transaction that was in progress at that moment has ended, what is
 * not stored below that index never will be. Transactions are known by their virtual ids: an index is handed out before the
 * transaction has any other.
 */
final class DeadGaps {

    private static final long BETWEEN_LOOKS_NANOS = Duration.ofSeconds(3).toNanos();

    /** More are found again when they are needed. */
    private static final int MOST_REMEMBERED = 10_000;

    private final JdbcClient jdbc;
    private final Set<Long> dead = new HashSet<>();
    private @Nullable Moment moment;
    private long settledBelow;
    private long lookedAt = System.nanoTime() - BETWEEN_LOOKS_NANOS;

    /** All that was in progress when an index had been seen. */
    private record Moment(long index, Set<String> transactions) {}

    DeadGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same token without the gaps that are known to be dead. */
    synchronized TrackingToken without(TrackingToken token) {
        if (!(token instanceof GapAwareTrackingToken place) || !place.hasGaps()) {
            return token;
        }
        look(place.getIndex());
        remember(place.getGaps().headSet(settledBelow));
        var gaps = new TreeSet<>(place.getGaps());
        return gaps.removeAll(dead) ? GapAwareTrackingToken.newInstance(place.getIndex(), gaps) : token;
    }

    private void look(long index) {
        if (index <= settledBelow || System.nanoTime() - lookedAt < BETWEEN_LOOKS_NANOS) {
            return;
        }
        lookedAt = System.nanoTime();
        var inProgress = inProgress();
        var earlier = moment;
        if (earlier != null) {
            if (!Collections.disjoint(earlier.transactions(), inProgress)) {
                return;
            }
            settledBelow = earlier.index();
        }
        moment = new Moment(index, inProgress);
    }

    private Set<String> inProgress() {
        return jdbc.sql("""
                        SELECT virtualxid FROM pg_locks
                         WHERE locktype = 'virtualxid' AND granted AND pid <> pg_backend_pid()""").query(String.class).list().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** What was committed until all transactions had ended is there to be read; the rest is dead. */
    private void remember(Collection<Long> settled) {
        var unknown = new TreeSet<>(settled);
        unknown.removeAll(dead);
        if (unknown.isEmpty()) {
            return;
        }
        jdbc.sql("SELECT global_index FROM stored_event WHERE global_index = ANY (?)")
                .param(unknown.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .forEach(unknown::remove);
        if (dead.size() > MOST_REMEMBERED) {
            dead.clear();
        }
        dead.addAll(unknown);
    }
}
