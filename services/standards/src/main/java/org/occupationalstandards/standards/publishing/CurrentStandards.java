package org.occupationalstandards.standards.publishing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.publishing.CurrentStandard.Announced;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each standard as far as it has been published: in the table, and the latest ones in memory. */
@Component
class CurrentStandards {

    private static final int REMEMBERED = 300;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StandardStore standards;
    private final JsonMapper json = PublishedJson.MAPPER;

    private final Map<String, CurrentStandard> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CurrentStandard> eldest) {
            return size() > REMEMBERED;
        }
    };

    CurrentStandards(JdbcTemplate jdbc, StandardStore standards) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.standards = standards;
    }

    /** The standard before its event of that sequence. */
    CurrentStandard before(String reference, long sequence) {
        var known = remembered.get(reference);
        return known != null && known.standard().sequence() == sequence - 1 ? known : read(reference, sequence - 1);
    }

    /** To be called once the transaction that saved them is committed. */
    void remember(Collection<CurrentStandard> saved) {
        saved.forEach(each -> remembered.put(each.standard().reference(), each));
    }

    private CurrentStandard read(String reference, long sequence) {
        var standard = standards.at(reference, sequence);
        if (sequence == 0) {
            return new CurrentStandard(standard, 0, null);
        }
        return jdbc.sql("SELECT * FROM current_standard WHERE reference = ?")
                .param(reference)
                .query((row, index) -> new CurrentStandard(
                        standard,
                        row.getLong("workflow_sequence"),
                        row.getBytes("occupation") == null ? null : announced(row)))
                .optional()
                .orElseGet(() -> new CurrentStandard(standard, 0, null));
    }

    private Announced announced(ResultSet row) throws SQLException {
        return new Announced(
                row.getLong("announced_sequence"),
                row.getLong("announced_position"),
                row.getString("announced_id"),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getBytes("occupation"), Occupation.class));
    }

    /** @param announced references with a new announcement; the occupation of the others stays as it is */
    void save(Collection<CurrentStandard> changed, Set<String> announced) {
        batches.batchUpdate(
                """
                INSERT INTO current_standard (reference, sequence, title, stage, status, version, level, route, owner,
                        changed_at, workflow_sequence, announced_sequence, announced_position, announced_id,
                        announced_at, occupation)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (reference) DO UPDATE SET
                        sequence = EXCLUDED.sequence, title = EXCLUDED.title, stage = EXCLUDED.stage,
                        status = EXCLUDED.status, version = EXCLUDED.version, level = EXCLUDED.level,
                        route = EXCLUDED.route, owner = EXCLUDED.owner, changed_at = EXCLUDED.changed_at,
                        workflow_sequence = EXCLUDED.workflow_sequence,
                        announced_sequence = EXCLUDED.announced_sequence,
                        announced_position = EXCLUDED.announced_position, announced_id = EXCLUDED.announced_id,
                        announced_at = EXCLUDED.announced_at,
                        occupation = coalesce(EXCLUDED.occupation, current_standard.occupation)""",
                changed,
                Math.max(1, changed.size()),
                (row, current) -> write(
                        row, current, announced.contains(current.standard().reference())));
    }

    private void write(PreparedStatement row, CurrentStandard current, boolean anew) throws SQLException {
        var state = current.standard().state();
        row.setString(1, current.standard().reference());
        row.setLong(2, current.standard().sequence());
        row.setString(3, state.title());
        row.setString(4, state.stage().name());
        row.setString(5, state.status().name());
        row.setString(6, state.version());
        row.setInt(7, state.classification().level());
        row.setInt(8, state.classification().route());
        row.setObject(9, state.owner(), Types.OTHER);
        row.setObject(10, Objects.requireNonNull(state.dates().lastChanged()).atOffset(ZoneOffset.UTC));
        row.setLong(11, current.workflowSequence());
        row.setLong(12, current.announcedSequence());
        var announced = current.lastAnnounced();
        row.setObject(13, announced == null ? null : announced.position(), Types.BIGINT);
        row.setString(14, announced == null ? null : announced.eventId());
        row.setObject(
                15,
                announced == null ? null : announced.recordedAt().atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
        row.setBytes(16, announced == null || !anew ? null : json.writeValueAsBytes(announced.occupation()));
    }
}
