package org.occupationalstandards.standards.importing.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.eventsourcing.KeyUsedOtherwise;
import org.occupationalstandards.standards.eventsourcing.Once;
import org.occupationalstandards.standards.importing.ImportProblem;
import org.occupationalstandards.standards.importing.job.ImportProgress.NotedRecord;
import org.occupationalstandards.standards.importing.job.ImportProgress.RefusedRecord;
import org.occupationalstandards.standards.importing.job.ImportProgress.State;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of imports. */
@Component
class ImportJobs {

    private static final TypeReference<List<ImportProblem>> PROBLEMS = new TypeReference<>() {};

    private static final TypeReference<List<String>> NOTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    ImportJobs(JdbcTemplate jdbc, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** A file that a worker has taken on. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Job(
            UUID id,
            FileKind kind,
            byte[] file,
            String submittedBy,
            @Nullable Integer total) {}

    /** Another instance works on it now. */
    static final class TakenOver extends IllegalStateException {
        private static final long serialVersionUID = 1;

        TakenOver(UUID job) {
            super("Another instance has taken over the import " + job);
        }
    }

    enum Outcome {
        /** A standard that was not there before. */
        REGISTERED,
        /** The standard is there already, exactly so. */
        UNCHANGED,
        REFUSED
    }

    /** What became of a record. */
    record Result(int number, String record, Outcome outcome, List<ImportProblem> problems, List<String> notes) {
        Result {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Takes a file on, or finds the import that the same request led to before.
     *
     * @throws KeyUsedOtherwise where the key named another request
     */
    UUID add(FileKind kind, byte[] file, String submittedBy, @Nullable Once once) {
        var id = UUID.randomUUID();
        int added = jdbc.sql("""
                        INSERT INTO import_job (id, media_type, file, submitted_by, submitted_at, idempotency_key, fingerprint)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (submitted_by, idempotency_key) DO NOTHING""")
                .params(id, kind.name(), file, submittedBy, now())
                .param(once == null ? null : once.key())
                .param(once == null ? null : once.fingerprint())
                .update();
        return added == 1 || once == null ? id : earlier(submittedBy, once);
    }

    private UUID earlier(String submittedBy, Once once) {
        return jdbc.sql("SELECT id, fingerprint FROM import_job WHERE submitted_by = ? AND idempotency_key = ?")
                .params(submittedBy, once.key())
                .query((row, index) -> {
                    if (!once.fingerprint().equals(row.getString("fingerprint"))) {
                        throw new KeyUsedOtherwise(once.key());
                    }
                    return row.getObject("id", UUID.class);
                })
                .single();
    }

    /** The oldest job that nobody works on, which is the caller's from now until its lease runs out. */
    Optional<Job> claim(String worker) {
        return jdbc.sql("""
                        UPDATE import_job SET worker = ?, lease_until = clock_timestamp() + interval '30 seconds'
                         WHERE id = (SELECT id FROM import_job
                                      WHERE done_at IS NULL AND (lease_until IS NULL OR lease_until < clock_timestamp())
                                      ORDER BY submitted_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, media_type, file, submitted_by, total""")
                .param(worker)
                .query((row, index) -> new Job(
                        row.getObject("id", UUID.class),
                        FileKind.valueOf(row.getString("media_type")),
                        row.getBytes("file"),
                        row.getString("submitted_by"),
                        row.getObject("total", Integer.class)))
                .optional();
    }

    void total(UUID job, int total) {
        jdbc.sql("UPDATE import_job SET total = ? WHERE id = ?")
                .params(total, job)
                .update();
    }

    /** Places in the file of the records that have been worked off. */
    Set<Integer> workedOff(UUID job) {
        return Set.copyOf(jdbc.sql("SELECT number FROM import_result WHERE job = ?")
                .param(job)
                .query(Integer.class)
                .list());
    }

    /**
     * Notes results and renews the lease; a result that is there already stays.
     *
     * @throws TakenOver where the lease had run out, and somebody else has taken it on
     */
    void note(UUID job, String worker, List<Result> results) {
        batches.batchUpdate("""
                INSERT INTO import_result (job, number, record, outcome, problems, notes)
                VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb)
                ON CONFLICT DO NOTHING""", results, Math.max(1, results.size()), (row, result) -> {
            row.setObject(1, job);
            row.setInt(2, result.number());
            row.setString(3, result.record());
            row.setString(4, result.outcome().name());
            row.setString(5, json.writeValueAsString(result.problems()));
            row.setString(6, json.writeValueAsString(result.notes()));
        });
        int kept = jdbc.sql("""
                        UPDATE import_job SET lease_until = clock_timestamp() + interval '30 seconds'
                         WHERE id = ? AND worker = ?""").params(job, worker).update();
        if (kept == 0) {
            throw new TakenOver(job);
        }
    }

    void done(UUID job) {
        jdbc.sql("UPDATE import_job SET done_at = ?, lease_until = NULL WHERE id = ?")
                .params(now(), job)
                .update();
    }

    /** Lets any instance go on with it at once. */
    void release(UUID job, String worker) {
        jdbc.sql("UPDATE import_job SET lease_until = NULL WHERE id = ? AND worker = ?")
                .params(job, worker)
                .update();
    }

    Optional<ImportProgress> progress(UUID job) {
        return jdbc.sql("""
                        SELECT j.id, j.total, j.submitted_at, j.done_at,
                               (SELECT count(*) FROM import_result r WHERE r.job = j.id AND outcome <> 'REFUSED') AS accepted,
                               (SELECT count(*) FROM import_result r WHERE r.job = j.id AND outcome = 'UNCHANGED') AS unchanged
                          FROM import_job j WHERE j.id = ?""")
                .param(job)
                .query((row, index) -> progress(row, refused(job), noted(job)))
                .optional();
    }

    private static ImportProgress progress(ResultSet row, List<RefusedRecord> refused, List<NotedRecord> notes)
            throws SQLException {
        var doneAt = instant(row, "done_at");
        return new ImportProgress(
                row.getObject("id", UUID.class),
                doneAt == null ? State.RUNNING : State.DONE,
                row.getObject("total", Integer.class),
                row.getInt("accepted"),
                row.getInt("unchanged"),
                refused,
                notes,
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                doneAt);
    }

    private List<RefusedRecord> refused(UUID job) {
        return jdbc.sql("""
                        SELECT number, record, problems FROM import_result
                         WHERE job = ? AND outcome = 'REFUSED' ORDER BY number""")
                .param(job)
                .query((row, index) -> new RefusedRecord(
                        row.getInt("number"),
                        row.getString("record"),
                        json.readValue(row.getString("problems"), PROBLEMS)))
                .list();
    }

    private List<NotedRecord> noted(UUID job) {
        return jdbc.sql("""
                        SELECT number, record, notes FROM import_result
                         WHERE job = ? AND notes <> '[]' ORDER BY number""")
                .param(job)
                .query((row, index) -> new NotedRecord(
                        row.getInt("number"), row.getString("record"), json.readValue(row.getString("notes"), NOTES)))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
