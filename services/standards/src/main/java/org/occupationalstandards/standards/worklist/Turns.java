package org.occupationalstandards.standards.worklist;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.standards.eventsourcing.StandardAt;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.WhoseTurn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of turns. */
@Component
class Turns {

    private static final String MATCHING = """
             FROM turn
            WHERE (:everybody OR (roles && CAST(:roles AS text[])
                                  AND (audience <> 'OWNING_GROUP' OR owner::text = ANY (:groups))
                                  AND (audience <> 'PANEL' OR route = ANY (:routes))
                                  AND NOT :caller = ANY (exempt)
                                  AND (called = '{}' OR :caller = ANY (called))))
              AND (CAST(:overdueAt AS timestamptz) IS NULL OR due_by < :overdueAt)""";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Turns(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** A line of somebody's worklist. */
    record Line(
            String reference,
            String title,
            Stage stage,
            int level,
            int route,
            @Nullable UUID owner,
            Audience who,
            CommandName command,
            String what,
            Instant since,
            @Nullable Instant dueBy) {}

    /**
     * Whose turns are asked for.
     *
     * @param everybody whether those of others, too
     * @param overdueAt only what was due before; nothing for all
     */
    record Filter(
            CurrentCaller caller,
            boolean everybody,
            @Nullable Instant overdueAt) {}

    /** Since when each turn on these standards has been somebody's, by reference and subject. */
    Map<String, Map<String, Instant>> since(Collection<String> references) {
        var since = new HashMap<String, Map<String, Instant>>();
        jdbc.sql("SELECT reference, subject, since FROM turn WHERE reference = ANY (?)")
                .param(array(references.stream()))
                .query(row -> {
                    since.computeIfAbsent(row.getString("reference"), reference -> new HashMap<>())
                            .put(
                                    row.getString("subject"),
                                    row.getObject("since", OffsetDateTime.class).toInstant());
                });
        return since;
    }

    /** Replaces all turns on these standards. */
    void replace(Map<StandardAt, List<CurrentTurn>> standards) {
        jdbc.sql("DELETE FROM turn WHERE reference = ANY (?)")
                .param(array(standards.keySet().stream().map(StandardAt::reference)))
                .update();
        var rows = standards.entrySet().stream()
                .flatMap(each -> IntStream.range(0, each.getValue().size())
                        .mapToObj(place ->
                                new Row(each.getKey(), place, each.getValue().get(place))))
                .toList();
        if (!rows.isEmpty()) {
            batches.batchUpdate("""
                    INSERT INTO turn (reference, place, audience, command, what, subject, since, due_by, roles, called,
                                      exempt, title, stage, level, route, owner)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, rows.size(), Turns::write);
        }
    }

    private record Row(StandardAt standard, int place, CurrentTurn current) {}

    private static void write(PreparedStatement statement, Row row) throws SQLException {
        var state = row.standard().state();
        var turn = row.current().turn();
        var dueBy = turn.dueBy();
        var connection = statement.getConnection();
        statement.setString(1, row.standard().reference());
        statement.setInt(2, row.place());
        statement.setString(3, turn.who().name());
        statement.setString(4, turn.command().name());
        statement.setString(5, turn.what());
        statement.setString(6, turn.subject());
        statement.setObject(7, row.current().since().atOffset(ZoneOffset.UTC));
        statement.setObject(8, dueBy == null ? null : dueBy.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setArray(
                9, connection.createArrayOf("text", array(turn.roles().stream().map(Enum::name))));
        statement.setArray(10, connection.createArrayOf("text", array(WhoseTurn.called(turn, state).stream())));
        statement.setArray(11, connection.createArrayOf("text", array(WhoseTurn.exempt(turn, state).stream())));
        statement.setString(12, state.title());
        statement.setString(13, state.stage().name());
        statement.setInt(14, state.classification().level());
        statement.setInt(15, state.classification().route());
        statement.setObject(16, state.owner(), Types.OTHER);
    }

    /** What is due first comes first, then what waits longest. */
    List<Line> lines(Filter filter, int page, int size) {
        return select(
                        "SELECT *" + MATCHING
                                + " ORDER BY due_by NULLS LAST, since, reference, place LIMIT :size OFFSET :start",
                        filter)
                .param("size", size)
                .param("start", (long) page * size)
                .query((row, index) -> line(row))
                .list();
    }

    long count(Filter filter) {
        return select("SELECT count(*)" + MATCHING, filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec select(String sql, Filter filter) {
        var caller = filter.caller();
        var overdueAt = filter.overdueAt();
        return jdbc.sql(sql)
                .param("everybody", filter.everybody())
                .param("caller", caller.subject())
                .param("roles", array(caller.roles().stream().map(Enum::name)))
                .param("groups", array(caller.groups().stream().map(UUID::toString)))
                .param("routes", caller.routes().toArray(Integer[]::new))
                .param("overdueAt", overdueAt == null ? null : overdueAt.atOffset(ZoneOffset.UTC));
    }

    private static Line line(ResultSet row) throws SQLException {
        var dueBy = row.getObject("due_by", OffsetDateTime.class);
        return new Line(
                row.getString("reference"),
                row.getString("title"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("level"),
                row.getInt("route"),
                row.getObject("owner", UUID.class),
                Audience.valueOf(row.getString("audience")),
                CommandName.valueOf(row.getString("command")),
                row.getString("what"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                dueBy == null ? null : dueBy.toInstant());
    }

    private static String[] array(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }
}
