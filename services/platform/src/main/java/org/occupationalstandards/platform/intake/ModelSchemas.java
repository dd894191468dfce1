package org.occupationalstandards.platform.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.intake.RebuildState.State;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The schema of the model in use and, beside it, the one that is being built. Names are always qualified here: what works in
 * one schema alone finds it by its search path and does not notice when another takes its name.
 */
final class ModelSchemas {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final String current;
    private final String next;
    private final String previous;

    /** @param current name of the schema in use, as the service's settings have it */
    ModelSchemas(JdbcTemplate jdbc, Clock clock, String current) {
        if (!current.matches("[a-z][a-z0-9_]*")) throw new IllegalArgumentException("Not a plain name: " + current);
        this.jdbc = jdbc;
        this.clock = clock;
        this.current = current;
        this.next = current + "_next";
        this.previous = current + "_previous";
    }

    String next() {
        return next;
    }

    /** Whether this connection is the one that may build; for as long as it is open. */
    String tryToBe() {
        return "select pg_try_advisory_lock(hashtext('rebuild'), hashtext('" + current + "'))";
    }

    private boolean somebodyBuilds() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select from pg_locks where locktype = 'advisory' and objsubid = 2
                    and classid = hashtext('rebuild')::oid and objid = hashtext(?)::oid
                    and database = (select oid from pg_database where datname = current_database()))
                """, Boolean.class, current));
    }

    boolean nextExists() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from pg_namespace where nspname = ?)", Boolean.class, next));
    }

    void createNext() {
        jdbc.execute("drop schema if exists " + next + " cascade");
        jdbc.execute("create schema " + next);
    }

    /** What was in use before the last exchange, if it is still there. */
    void dropPrevious() {
        jdbc.execute("drop schema if exists " + previous + " cascade");
    }

    void noteBegun() {
        jdbc.update(
                "insert into " + next + ".intake_rebuild (begun_at) values (?) on conflict do nothing",
                Timestamp.from(clock.instant()));
    }

    void noteContinued() {
        jdbc.update(
                "update " + next + ".intake_rebuild set continued_at = ?, problem = null",
                Timestamp.from(clock.instant()));
    }

    void noteProgress(long read, long total, long perSecond) {
        jdbc.update(
                "update " + next + ".intake_rebuild set read = ?, total = ?, per_second = ?, seen_at = ?",
                read,
                total,
                perSecond,
                Timestamp.from(clock.instant()));
    }

    void noteProblem(String problem) {
        jdbc.update("update " + next + ".intake_rebuild set problem = ?", problem.replace('\0', '\uFFFD'));
    }

    /** What operators decided about messages, for the model that meets the same messages again. */
    void copyDecisions() {
        jdbc.update("""
                insert into %s.intake_decision select * from %s.intake_decision
                on conflict (topic, partition, record_offset)
                do update set decision = excluded.decision, decided_at = excluded.decided_at
                """.formatted(next, current));
    }

    /** Lets the intake finish what it is at and holds off what comes, and those who read several tables as one. */
    void freezeCurrent() {
        jdbc.execute("set local lock_timeout = '3s'");
        // In the order in which the intake locks their rows.
        jdbc.execute("lock table " + current + ".intake_partition in access exclusive mode");
        jdbc.execute("lock table " + current + ".intake_reference in exclusive mode");
    }

    /** How far the model in use is. */
    Map<Integer, Long> currentOffsets(String topic) {
        Map<Integer, Long> offsets = new HashMap<>();
        jdbc.query(
                "select partition, next_offset from " + current + ".intake_partition where topic = ?",
                row -> {
                    offsets.put(row.getInt("partition"), row.getLong("next_offset"));
                },
                topic);
        return offsets;
    }

    /**
     * The new model takes the place of the old one. Dead letters that were told of are not told again, those that were not
     * yet still are, and what waits has waited for as long as it has.
     */
    void exchange() {
        jdbc.execute("set local synchronous_commit = on");
        jdbc.update("""
                delete from %s.intake_dead_letter d using %s.intake_partition p
                where p.topic = d.topic and p.partition = d.partition and d.record_offset < p.next_offset
                """.formatted(next, current));
        jdbc.update("insert into %s.intake_dead_letter select * from %s.intake_dead_letter on conflict do nothing"
                .formatted(next, current));
        jdbc.update("""
                update %s.intake_parked n set parked_at = c.parked_at from %s.intake_parked c
                where c.topic = n.topic and c.partition = n.partition and c.record_offset = n.record_offset
                """.formatted(next, current));
        jdbc.update(
                "update " + next + ".intake_rebuild set finished_at = ?, problem = null",
                Timestamp.from(clock.instant()));
        jdbc.execute("alter schema " + current + " rename to " + previous);
        jdbc.execute("alter schema " + next + " rename to " + current);
    }

    /** Of the model that is being built, or else of the one in use. */
    RebuildState state() {
        boolean building = somebodyBuilds();
        Optional<RebuildState> ofNext = nextExists() ? note(next, building ? State.RUNNING : null) : Optional.empty();
        return ofNext.or(() -> note(current, State.DONE)).orElseGet(RebuildState::never);
    }

    private Optional<RebuildState> note(String schema, @Nullable State state) {
        boolean there = Boolean.TRUE.equals(
                jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, schema + ".intake_rebuild"));
        if (!there) return Optional.empty();
        return jdbc.query("select * from " + schema + ".intake_rebuild", (row, number) -> note(row, state)).stream()
                .findFirst();
    }

    private static RebuildState note(ResultSet row, @Nullable State known) throws SQLException {
        String problem = row.getString("problem");
        State state = known != null ? known : problem == null ? State.INTERRUPTED : State.FAILED;
        return new RebuildState(
                state,
                row.getLong("read"),
                row.getLong("total"),
                row.getLong("per_second"),
                instant(row, "begun_at"),
                instant(row, "continued_at"),
                instant(row, "finished_at"),
                problem);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
