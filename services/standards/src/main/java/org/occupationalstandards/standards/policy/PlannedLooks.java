package org.occupationalstandards.standards.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of planned looks, which db-scheduler works off. */
@Component
class PlannedLooks {

    static final String TABLE = "deadline";
    static final String TASK = "look";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlannedLooks(JdbcTemplate jdbc, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /**
     * Replaces what was planned for these standards; belongs into the transaction that notes their events as taken. A look
     * that is being carried out stays: it ends by itself once it sees that the standard has gone on.
     *
     * @param next the look at each standard that has to be looked at again, and when
     */
    void plan(Collection<String> references, Map<Look, Instant> next) {
        jdbc.sql("""
                        DELETE FROM deadline
                         WHERE task_name = :task AND NOT picked AND split_part(task_instance, '@', 1) = ANY (:references)""")
                .param("task", TASK)
                .param("references", references.toArray(String[]::new))
                .update();
        if (next.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO deadline (task_name, task_instance, execution_time, picked, version)
                VALUES (?, ?, ?, false, 1) ON CONFLICT DO NOTHING""", next.entrySet(), next.size(), (row, look) -> {
            row.setString(1, TASK);
            row.setString(2, look.getKey().instance());
            row.setObject(3, look.getValue().atOffset(ZoneOffset.UTC));
        });
    }

    /** How long ago the earliest look should have been that has not been yet. */
    Duration overdue() {
        var now = clock.instant();
        return jdbc.sql("SELECT min(execution_time) FROM deadline WHERE task_name = ? AND execution_time <= ?")
                .params(TASK, now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(earliest -> Duration.between(earliest.toInstant(), now))
                .orElse(Duration.ZERO);
    }
}
