package org.occupationalstandards.standards.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of what people are told, numbered in the order in which it is told. Written by the one instance that follows. */
@Component
class Tellings {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Tellings(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param number of the place in the order, from 1, without gaps but for those that are gone; what has been read through one
     *     is never read again
     */
    record Numbered(long number, JsonNode telling) {}

    /** Nobody is told twice, nor of what was before something told already: the list of turns may be made again. */
    void add(List<Telling> tellings) {
        if (tellings.isEmpty()) {
            return;
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.batchUpdate("""
                INSERT INTO telling (number, reference, sequence, told, told_at)
                SELECT coalesce((SELECT max(number) FROM telling), 0) + 1, ?, ?, CAST(? AS jsonb), CAST(? AS timestamptz)
                 WHERE NOT EXISTS (SELECT FROM telling WHERE reference = ? AND sequence >= ?)""", tellings, tellings.size(), (row, telling) -> {
            row.setString(1, telling.reference());
            row.setLong(2, telling.sequence());
            row.setString(3, json.writeValueAsString(telling));
            row.setObject(4, now);
            row.setString(5, telling.reference());
            row.setLong(6, telling.sequence());
        });
    }

    /** Those that are given after that number: from the first one on that is, if they begin later. */
    List<Numbered> after(long number, int limit) {
        return jdbc.sql("""
                        SELECT number, told::text AS told FROM telling
                         WHERE number > greatest(?, (SELECT through FROM telling_gone)) ORDER BY number LIMIT ?""")
                .params(number, limit)
                .query((row, index) -> new Numbered(row.getLong("number"), json.readTree(row.getString("told"))))
                .list();
    }

    /** The number through which none is given any more; 0 while all are. */
    long gone() {
        return jdbc.sql("SELECT through FROM telling_gone").query(Long.class).single();
    }

    /**
     * None that were told before then are given any more. The last one of each standard stays all the same, so that nobody is
     * told again when the list of turns is made again, and no number is given twice.
     *
     * @return how many were deleted, at most so many; then there may be more
     */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                        WITH old AS (SELECT max(number) AS through FROM telling WHERE told_at < :before),
                        noted AS (
                            UPDATE telling_gone SET through = greatest(telling_gone.through, old.through) FROM old
                             WHERE old.through IS NOT NULL)
                        DELETE FROM telling WHERE number IN (
                            SELECT t.number FROM telling t JOIN old ON t.number <= old.through
                             WHERE EXISTS (SELECT FROM telling later
                                            WHERE later.reference = t.reference AND later.sequence > t.sequence)
                             ORDER BY t.number LIMIT :limit)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    long last() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM telling")
                .query(Long.class)
                .single();
    }
}
