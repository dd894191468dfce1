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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.WhoseTurn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of turns. */
@Component
class Turns {

    /**
     * Beside what follows from the standards alone: what a group would have to do that is dissolved by now, and proposals
     * whose employer group has lost support since; both are for officials. Events of groups are not those of standards; so
     * it is worked out when somebody asks.
     */
    private static final String TURNS = """
            (SELECT reference, place, audience, command, what, since, due_by, roles, called, exempt, title, stage, level,
                    route, owner
               FROM turn
              WHERE audience <> 'OWNING_GROUP' OR owner IS NULL
                    OR owner NOT IN (SELECT id FROM employer_group WHERE dissolved)
              UNION ALL
             SELECT t.reference, t.place, 'OFFICIALS', 'ASSIGN_GROUP', '%s' || t.what, g.changed_at, t.due_by,
                    ARRAY['OFFICIAL'], '{}', '{}', t.title, t.stage, t.level, t.route, t.owner
               FROM turn t
               JOIN employer_group g ON g.id = t.owner AND g.dissolved
              WHERE t.audience = 'OWNING_GROUP'
              UNION ALL
             SELECT s.reference, 1000, u.audience, u.command, u.what, g.changed_at, NULL, u.roles, '{}', '{}', s.title,
                    s.stage, s.level, s.route, s.owner
               FROM current_standard s
               JOIN employer_group g ON g.id = s.owner AND (g.supporting < :employers OR g.small < :small)
               JOIN (VALUES %s) u (stage, audience, command, what, roles) ON u.stage = s.stage) t""".formatted(
                    WhoseTurn.TO_A_GROUP,
                    Stream.of(Stage.values())
                            .flatMap(stage -> WhoseTurn.unsupported(stage).stream()
                                    .map(turn -> "('%s', '%s', '%s', '%s', ARRAY['%s'])"
                                            .formatted(
                                                    stage.name(),
                                                    turn.who().name(),
                                                    turn.command().name(),
                                                    turn.what(),
                                                    turn.roles().stream()
                                                            .map(Enum::name)
                                                            .collect(Collectors.joining("', '")))))
                            .collect(Collectors.joining(", ")));

    /**
     * Registered groups on whose standards the caller decides nothing: an employer of the caller is in them, or the caller
     * is, whatever the token says.
     */
    private static final String OF_INTEREST = """
            SELECT group_id FROM employer_membership WHERE employer = ANY (CAST(:worksFor AS uuid[]))
             UNION ALL
            SELECT group_id FROM group_person WHERE person = :caller""";

    private static final String MATCHING = " FROM " + TURNS + """

            WHERE (:everybody OR (CASE WHEN audience = 'OWNING_GROUP'
                                       THEN 'EMPLOYER_GROUP_CHAIR' = ANY (roles) AND owner::text = ANY (:chaired)
                                            OR 'EMPLOYER_GROUP_MEMBER' = ANY (roles) AND owner::text = ANY (:joined)
                                       ELSE roles && CAST(:roles AS text[]) END
                                  AND (audience NOT IN ('PANEL', 'COMMITTEE') AND command <> 'CLOSE_CONDITION'
                                       OR owner IS NULL
                                       OR NOT owner::text = ANY (:claimed) AND owner NOT IN (%s))
                                  AND (audience <> 'PANEL' OR route = ANY (:routes))
                                  AND NOT :caller = ANY (exempt)
                                  AND (called = '{}' OR :caller = ANY (called))))
              AND (CAST(:overdueAt AS timestamptz) IS NULL OR due_by < :overdueAt)""".formatted(OF_INTEREST);

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final LifecyclePolicy policy;

    Turns(JdbcTemplate jdbc, LifecyclePolicy policy) {
        this.policy = policy;
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
     * @param worksFor every entry of the register that is an employer of the caller
     * @param chaired the groups that the caller chairs
     * @param joined the groups that the caller belongs to
     * @param everybody whether those of others, too
     * @param overdueAt only what was due before; nothing for all
     */
    record Filter(
            CurrentCaller caller,
            Set<UUID> worksFor,
            Set<UUID> chaired,
            Set<UUID> joined,
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

    void forget() {
        jdbc.sql("DELETE FROM turn").update();
    }

    /** Replaces all turns on these standards. */
    void replace(Map<StateAt<StandardState>, List<CurrentTurn>> standards) {
        jdbc.sql("DELETE FROM turn WHERE reference = ANY (?)")
                .param(array(standards.keySet().stream().map(StateAt::reference)))
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

    private record Row(StateAt<StandardState> standard, int place, CurrentTurn current) {}

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
                .param("employers", policy.proposals().employers())
                .param("small", policy.proposals().smallEmployers())
                .param("everybody", filter.everybody())
                .param("caller", caller.subject())
                .param("roles", array(caller.roles().stream().map(Enum::name)))
                .param("claimed", array(caller.groups().stream().map(UUID::toString)))
                .param("worksFor", array(filter.worksFor().stream().map(UUID::toString)))
                .param("chaired", array(filter.chaired().stream().map(UUID::toString)))
                .param("joined", array(filter.joined().stream().map(UUID::toString)))
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
