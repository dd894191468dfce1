package org.occupationalstandards.platform.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages that wait, standard by standard. Everything here happens in the caller's transaction. */
final class ParkingLot {

    /** In the order in which they are to be taken in; one without a number was the first to be set aside. */
    private static final String IN_ORDER = " order by sequence nulls first, arrival ";

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String topic;

    ParkingLot(JdbcClient jdbc, JsonMapper json, Clock clock, String topic) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.topic = topic;
    }

    /** One waiting message. */
    record Waiting(long arrival, Letter letter) {}

    /**
     * How much waits.
     *
     * @param since when the first of the messages that wait was set aside
     * @param gapSince when the first of those was that wait because one before them is missing
     */
    record Count(
            long messages,
            long references,
            @Nullable Instant since,
            @Nullable Instant gapSince) {
        static final Count NOTHING = new Count(0, 0, null, null);
    }

    void add(Letter letter, String reference, @Nullable Incoming incoming, Reason reason, @Nullable String why) {
        jdbc.sql("""
                        insert into intake_parked (topic, partition, record_offset, reference, event_id, type, sequence,
                            previous_sequence, reason, explanation, headers, bytes, parked_at)
                        values (:topic, :partition, :offset, :reference, :id, :type, :sequence,
                            :previous, :reason, :explanation, :headers::jsonb, :bytes, :now)
                        on conflict (topic, partition, record_offset) do nothing
                        """)
                .param("topic", topic)
                .param("partition", letter.partition())
                .param("offset", letter.offset())
                .param("reference", reference)
                .param("id", incoming == null ? null : incoming.id())
                .param("type", incoming == null ? null : incoming.type())
                .param("sequence", incoming == null ? null : incoming.sequence())
                .param("previous", incoming == null ? null : incoming.previousSequence())
                .param("reason", reason.name())
                .param("explanation", why == null ? null : why.replace('\0', '\uFFFD'))
                .param("headers", json.writeValueAsString(letter.headers()))
                .param("bytes", letter.bytes())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The sequences that already wait, by standard. */
    Map<String, Set<Long>> sequences(Collection<String> references) {
        Map<String, Set<Long>> sequences = new HashMap<>();
        jdbc.sql("""
                        select reference, sequence from intake_parked
                        where topic = :topic and reference = any(:references) and sequence is not null
                        """)
                .param("topic", topic)
                .param("references", references.toArray(String[]::new))
                .query(row -> {
                    sequences
                            .computeIfAbsent(row.getString("reference"), any -> new HashSet<>())
                            .add(row.getLong("sequence"));
                });
        return sequences;
    }

    /** The message that is to be taken in first. */
    Optional<Waiting> first(String reference) {
        return jdbc.sql("""
                        select * from intake_parked where topic = :topic and reference = :reference
                        """ + IN_ORDER + "limit 1")
                .param("topic", topic)
                .param("reference", reference)
                .query((row, number) -> waiting(row))
                .optional();
    }

    void remove(Waiting waiting) {
        jdbc.sql("delete from intake_parked where arrival = :arrival")
                .param("arrival", waiting.arrival())
                .update();
    }

    void explain(Waiting waiting, Reason reason, String explanation) {
        jdbc.sql("update intake_parked set reason = :reason, explanation = :explanation where arrival = :arrival")
                .param("reason", reason.name())
                .param("explanation", explanation.replace('\0', '\uFFFD'))
                .param("arrival", waiting.arrival())
                .update();
    }

    /** Standards whose first waiting message is not missing anything any more. */
    List<String> healed() {
        return jdbc.sql("""
                        select r.reference from intake_reference r join lateral (
                            select sequence, previous_sequence, reason from intake_parked p
                            where p.topic = r.topic and p.reference = r.reference""" + IN_ORDER + """
                            limit 1) first on true
                        where r.topic = :topic and r.parked and (first.sequence <= r.last_sequence
                            or first.previous_sequence <= r.last_sequence and first.reason in ('GAP', 'WAITS'))
                        """)
                .param("topic", topic)
                .query(String.class)
                .list();
    }

    /** Standards of which a waiting message was decided about: in another model, while this one was being built. */
    List<String> decided() {
        return jdbc.sql("""
                        select distinct p.reference from intake_parked p
                        join intake_decision d using (topic, partition, record_offset) where p.topic = :topic
                        """).param("topic", topic).query(String.class).list();
    }

    Count count() {
        return jdbc.sql("""
                        select count(*) as messages, count(distinct reference) as standards,
                            min(parked_at) as since, min(parked_at) filter (where reason = 'GAP') as gap_since
                        from intake_parked where topic = :topic
                        """)
                .param("topic", topic)
                .query((row, number) -> new Count(
                        row.getLong("messages"),
                        row.getLong("standards"),
                        instant(row, "since"),
                        instant(row, "gap_since")))
                .single();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** What waits, the longest waiting first. */
    List<Parked> list(int limit) {
        return jdbc.sql("""
                        select topic, reference, reason, explanation, event_id, type, sequence,
                            since, messages from (
                            select p.*, min(parked_at) over w as since, count(*) over w as messages,
                                row_number() over (partition by reference order by sequence nulls first, arrival) as place
                            from intake_parked p where topic = :topic window w as (partition by reference)) waiting
                        where place = 1 order by since, reference limit :limit
                        """)
                .param("topic", topic)
                .param("limit", limit)
                .query((row, number) -> parked(row))
                .list();
    }

    /** What waits of one standard. */
    Optional<Parked> of(String reference) {
        return jdbc.sql("""
                        select p.*, min(parked_at) over () as since, count(*) over () as messages
                        from intake_parked p where topic = :topic and reference = :reference
                        """ + IN_ORDER + "limit 1")
                .param("topic", topic)
                .param("reference", reference)
                .query((row, number) -> parked(row))
                .optional();
    }

    private static Parked parked(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        return new Parked(
                row.getString("topic"),
                row.getString("reference"),
                row.getTimestamp("since").toInstant(),
                Reason.valueOf(row.getString("reason")),
                row.getString("explanation"),
                row.getString("event_id"),
                row.getString("type"),
                sequence == 0 ? null : sequence,
                row.getLong("messages"));
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        Map<String, String> headers = json.readValue(row.getString("headers"), HEADERS);
        return new Waiting(
                row.getLong("arrival"),
                new Letter(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getString("reference"),
                        headers,
                        row.getBytes("bytes")));
    }
}
