package org.occupationalstandards.standards.publishing;

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
import java.util.Optional;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The finished messages. Written by one instance at a time, which the token of the stored events sees to. */
@Component
class Outbox {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Outbox(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** How far messages and public messages are counted. */
    record Heads(long number, long position) {}

    Heads heads() {
        return jdbc.sql(
                        "SELECT (SELECT max(number) FROM outbox) AS number, (SELECT max(position) FROM outbox) AS position")
                .query((row, index) -> new Heads(row.getLong("number"), row.getLong("position")))
                .single();
    }

    void append(List<OutboxMessage> messages) {
        try {
            batches.batchUpdate("""
                    INSERT INTO outbox (number, channel, position, reference, sequence, previous_sequence, event_id, type,
                                        recorded_at, traceparent, data)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", messages, messages.size(), Outbox::write);
        } catch (DataAccessException failed) {
            // The driver's message repeats the whole batch, megabytes of it.
            throw new IllegalStateException("Messages %d to %d cannot be added to the outbox: %s"
                    .formatted(
                            messages.getFirst().number(),
                            messages.getLast().number(),
                            failed.getMostSpecificCause() instanceof SQLException sql
                                    ? "SQLState " + sql.getSQLState()
                                    : failed.getMostSpecificCause().getClass().getName()));
        }
    }

    List<OutboxMessage> after(long number, int limit) {
        return jdbc.sql("SELECT * FROM outbox WHERE number > ? ORDER BY number LIMIT ?")
                .params(number, limit)
                .query(Outbox::read)
                .list();
    }

    /** Public messages from {@code position + 1} to {@code through}. */
    List<OutboxMessage> announcements(long position, long through, int limit) {
        return jdbc.sql("SELECT * FROM outbox WHERE position > ? AND position <= ? ORDER BY position LIMIT ?")
                .params(position, through, limit)
                .query(Outbox::read)
                .list();
    }

    /** Last public position at or before that number, 0 for none. */
    long positionAt(long number) {
        return jdbc.sql(
                        "SELECT position FROM outbox WHERE number <= ? AND position IS NOT NULL ORDER BY number DESC LIMIT 1")
                .param(number)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Each standard's last position at or before that one. */
    Map<String, Long> lastPositions(long through) {
        var positions = new HashMap<String, Long>();
        jdbc.sql("SELECT reference, max(position) AS position FROM outbox WHERE position <= ? GROUP BY reference")
                .param(through)
                .query(row -> {
                    positions.put(row.getString("reference"), row.getLong("position"));
                });
        return positions;
    }

    /** When the first message after that number was recorded, if there is one. */
    Optional<Instant> oldestAfter(long number) {
        return jdbc.sql("SELECT recorded_at FROM outbox WHERE number = ?")
                .param(number + 1)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Messages for the state topic: the latest occupation of each of these standards. */
    List<OutboxMessage> states(Collection<String> references, String type) {
        return jdbc.sql("""
                        SELECT 0 AS number, 'EVENTS' AS channel, announced_position AS position, reference,
                               announced_sequence AS sequence, 0 AS previous_sequence, announced_id AS event_id,
                               CAST(:type AS text) AS type, announced_at AS recorded_at, NULL AS traceparent,
                               occupation AS data
                          FROM current_standard WHERE reference IN (:references) AND occupation IS NOT NULL""")
                .param("type", type)
                .param("references", references)
                .query(Outbox::read)
                .list();
    }

    private static void write(PreparedStatement row, OutboxMessage message) throws SQLException {
        row.setLong(1, message.number());
        row.setString(2, message.channel().name());
        row.setObject(3, message.position(), Types.BIGINT);
        row.setString(4, message.reference());
        row.setLong(5, message.sequence());
        row.setLong(6, message.previousSequence());
        row.setString(7, message.eventId());
        row.setString(8, message.type());
        row.setObject(9, message.recordedAt().atOffset(ZoneOffset.UTC));
        row.setString(10, message.traceparent());
        row.setBytes(11, message.data());
    }

    private static OutboxMessage read(ResultSet row, int index) throws SQLException {
        return new OutboxMessage(
                row.getLong("number"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("position", Long.class),
                row.getString("reference"),
                row.getLong("sequence"),
                row.getLong("previous_sequence"),
                row.getString("event_id"),
                row.getString("type"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getBytes("data"));
    }
}
