package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right to send the outbox, which one instance has at a time, and how far it has been sent. Told by the clock of the
 * database alone: those of the instances may differ.
 */
class RelayLease {

    private final JdbcClient jdbc;
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final double seconds;

    RelayLease(JdbcClient jdbc, Duration duration) {
        this.jdbc = jdbc;
        this.seconds = duration.toMillis() / 1000.0;
    }

    /**
     * Takes the lease where it is free or has run out.
     *
     * @return how far the outbox has been sent, where the lease is ours now
     */
    Optional<Sent> acquire() {
        return jdbc.sql("""
                        UPDATE relay SET owner = :owner, lease_until = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE owner IS NULL OR owner = :owner OR lease_until < clock_timestamp()
                        RETURNING sent_through, acknowledged""")
                .param("owner", owner)
                .param("seconds", seconds)
                .query((row, index) ->
                        new Sent(row.getLong("sent_through"), Acknowledgements.read(row.getString("acknowledged"))))
                .optional();
    }

    /**
     * How far the outbox has been sent.
     *
     * @param through number of the last message that the broker has acknowledged
     * @param acknowledged the last message of each partition among them
     */
    record Sent(long through, Acknowledgements acknowledged) {}

    /** @throws Lost where another instance has it */
    void renew() {
        require(jdbc.sql("UPDATE relay SET lease_until = clock_timestamp() + make_interval(secs => ?) WHERE owner = ?")
                .params(seconds, owner)
                .update());
    }

    /**
     * Notes that all messages up to that number are with the broker, and renews the lease.
     *
     * @throws Lost where another instance has it; that one sends them again
     */
    void sentThrough(long number, Acknowledgements acknowledged) {
        require(jdbc.sql("""
                        UPDATE relay SET sent_through = ?, acknowledged = CAST(? AS jsonb),
                                         lease_until = clock_timestamp() + make_interval(secs => ?)
                         WHERE owner = ?""")
                .params(number, acknowledged.json(), seconds, owner)
                .update());
    }

    /** Lets another instance have it at once. */
    void release() {
        jdbc.sql("UPDATE relay SET owner = NULL, lease_until = clock_timestamp() WHERE owner = ?")
                .param(owner)
                .update();
    }

    private static void require(int updated) {
        if (updated == 0) {
            throw new Lost();
        }
    }

    /** Another instance sends now. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("Another instance sends the outbox now", null, false, false);
        }
    }
}
