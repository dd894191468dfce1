package org.occupationalstandards.standards.worklist;

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

    Tellings(JdbcTemplate jdbc, JsonMapper json) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
    }

    /** @param number of the place in the order, from 1, without gaps; what has been read through one is never read again */
    record Numbered(long number, JsonNode telling) {}

    /** Nobody is told twice, nor of what was before something told already: the list of turns may be made again. */
    void add(List<Telling> tellings) {
        if (tellings.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO telling (number, reference, sequence, told)
                SELECT coalesce((SELECT max(number) FROM telling), 0) + 1, ?, ?, CAST(? AS jsonb)
                 WHERE NOT EXISTS (SELECT FROM telling WHERE reference = ? AND sequence >= ?)""", tellings, tellings.size(), (row, telling) -> {
            row.setString(1, telling.reference());
            row.setLong(2, telling.sequence());
            row.setString(3, json.writeValueAsString(telling));
            row.setString(4, telling.reference());
            row.setLong(5, telling.sequence());
        });
    }

    List<Numbered> after(long number, int limit) {
        return jdbc.sql("SELECT number, told::text AS told FROM telling WHERE number > ? ORDER BY number LIMIT ?")
                .params(number, limit)
                .query((row, index) -> new Numbered(row.getLong("number"), json.readTree(row.getString("told"))))
                .list();
    }

    long last() {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM telling")
                .query(Long.class)
                .single();
    }
}
