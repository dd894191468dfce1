package org.occupationalstandards.standards.publishing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The finished messages. Written by one instance at a time, which the token of the stored events sees to. */
@Component
class Outbox {

    private static final String COLUMNS =
            "number, channel, position, reference, sequence, previous_sequence, event_id, type, recorded_at, traceparent, data";

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
                    INSERT INTO outbox (%s)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""".formatted(COLUMNS), messages, messages.size(), Outbox::write);
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

    /**
     * The next messages: at most that many, with at most that many bytes, but at least one where there is one.
     *
     * @param bytes of their data together
     */
    List<OutboxMessage> after(long number, int limit, long bytes) {
        return jdbc.sql("""
                        SELECT %s FROM (
                            SELECT next.*, sum(length(data)) OVER (ORDER BY number) AS through
                              FROM (SELECT * FROM outbox WHERE number > ? ORDER BY number LIMIT ?) next) sized
                         WHERE through <= ? OR through = length(data) ORDER BY number""".formatted(COLUMNS))
                .params(number, limit, bytes)
                .query(Outbox::read)
                .list();
    }

    /**
     * Of a message that may have been sent.
     *
     * @param position as in {@link OutboxMessage}
     */
    record Sent(long number, Channel channel, @Nullable Long position, String reference) {

        String topic() {
            return CloudEvents.topic(channel);
        }

        @Nullable
        String positionText() {
            return position == null ? null : position.toString();
        }
    }

    /** Messages after that number, up to and with {@code through}. */
    List<Sent> sent(long number, long through, int limit) {
        return jdbc.sql("""
                        SELECT number, channel, position, reference FROM outbox
                         WHERE number > ? AND number <= ? ORDER BY number LIMIT ?""")
                .params(number, through, limit)
                .query((row, index) -> sent(row))
                .list();
    }

    /** Those of these events that have a message. */
    Map<String, Sent> known(Collection<String> eventIds) {
        var known = new HashMap<String, Sent>();
        if (!eventIds.isEmpty()) {
            jdbc.sql("SELECT event_id, number, channel, position, reference FROM outbox WHERE event_id IN (:ids)")
                    .param("ids", eventIds)
                    .query(row -> {
                        known.put(row.getString("event_id"), sent(row));
                    });
        }
        return known;
    }

    /** The events of these messages. */
    Map<Long, String> ids(Collection<Long> numbers) {
        var ids = new HashMap<Long, String>();
        if (!numbers.isEmpty()) {
            jdbc.sql("SELECT number, event_id FROM outbox WHERE number IN (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        ids.put(row.getLong("number"), row.getString("event_id"));
                    });
        }
        return ids;
    }

    /** Of all standards that have a public state. */
    List<String> references() {
        return jdbc.sql("SELECT reference FROM current_standard WHERE occupation IS NOT NULL ORDER BY reference")
                .query(String.class)
                .list();
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getLong("number"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("position", Long.class),
                row.getString("reference"));
    }

    /** When the first message after that number was recorded, if there is one. */
    Optional<Instant> oldestAfter(long number) {
        return jdbc.sql("SELECT recorded_at FROM outbox WHERE number = ?")
                .param(number + 1)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * Messages for the state topic.
     *
     * @param more whether there are others after the last of them
     */
    record StatePage(List<OutboxMessage> messages, boolean more) {}

    /**
     * The latest occupation of each of these standards, in the order of their references.
     *
     * @param after only of those with a later reference than this
     * @param bytes at most, unless a single one has more
     */
    StatePage states(Collection<String> references, String type, String after, long bytes) {
        var all = new ArrayList<Long>();
        var messages = jdbc.sql("""
                        SELECT 0 AS number, 'EVENTS' AS channel, announced_position AS position, reference,
                               announced_sequence AS sequence, 0 AS previous_sequence, announced_id AS event_id,
                               CAST(:type AS text) AS type, announced_at AS recorded_at, NULL AS traceparent,
                               occupation AS data, there
                          FROM (SELECT c.*, sum(length(occupation)) OVER (ORDER BY reference) AS through,
                                       count(*) OVER () AS there
                                  FROM current_standard c
                                 WHERE reference = ANY(:references) AND reference > :after AND occupation IS NOT NULL) sized
                         WHERE through <= :bytes OR through = length(occupation) ORDER BY reference""")
                .param("type", type)
                .param("references", references.toArray(String[]::new))
                .param("after", after)
                .param("bytes", bytes)
                .query((row, index) -> {
                    all.add(row.getLong("there"));
                    return read(row, index);
                })
                .list();
        return new StatePage(messages, !all.isEmpty() && all.getLast() > messages.size());
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

    /** By the places of {@link #COLUMNS}: looking names up for each row takes as long as reading it. */
    private static OutboxMessage read(ResultSet row, int index) throws SQLException {
        return new OutboxMessage(
                row.getLong(1),
                Channel.valueOf(row.getString(2)),
                row.getObject(3, Long.class),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                row.getBytes(11));
    }
}
