package org.occupationalstandards.standards.eventsourcing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the followers have come, read from the database: every instance tells the same, whichever of them follows, and
 * also where none does. Not read more often than once a second.
 */
public class Places {

    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * What a follower has still to take.
     *
     * @param events how many stored events
     * @param lag since when the oldest of them is stored
     * @param gap for how long a transaction that is still open has kept back an event that has its place below others which
     *     were stored
     */
    public record Behind(long events, Duration lag, Duration gap) {}

    private record Known(Behind behind, long at) {}

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What that follower has still to take, by the clock of the database. */
    public Behind behind(String follower) {
        return known.compute(
                        follower,
                        (name, before) -> before != null && System.nanoTime() - before.at() < KEPT_NANOS
                                ? before
                                : new Known(read(name), System.nanoTime()))
                .behind();
    }

    private Behind read(String follower) {
        return jdbc.sql("""
                        WITH place AS (
                            SELECT coalesce(max((convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint), -1) AS index,
                                   coalesce(max(convert_from(token, 'UTF8')::jsonb ->> 'gaps'), '[]')::jsonb AS gaps
                              FROM follower_token WHERE processor_name = :follower),
                        gap AS (SELECT jsonb_array_elements_text(gaps)::bigint AS index FROM place),
                        untaken AS (
                            SELECT recorded_at FROM stored_event WHERE global_index > (SELECT index FROM place)
                            UNION ALL
                            SELECT recorded_at FROM stored_event WHERE global_index IN (SELECT index FROM gap)),
                        waited_for AS (
                            SELECT min(e.recorded_at) AS since
                              FROM stored_event e WHERE e.global_index =
                                   (SELECT min(global_index) FROM stored_event
                                     WHERE global_index > (SELECT min(index) FROM gap)))
                        SELECT count(*) AS events,
                               extract(epoch FROM clock_timestamp() - min(recorded_at)) AS lag,
                               (SELECT extract(epoch FROM clock_timestamp() - since) FROM waited_for
                                 WHERE EXISTS (SELECT FROM pg_stat_activity
                                                WHERE datname = current_database() AND pid <> pg_backend_pid()
                                                  AND xact_start < since + interval '1 second')) AS gap
                          FROM untaken""")
                .param("follower", follower)
                .query((row, number) ->
                        new Behind(row.getLong("events"), seconds(row.getDouble("lag")), seconds(row.getDouble("gap"))))
                .single();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }
}
