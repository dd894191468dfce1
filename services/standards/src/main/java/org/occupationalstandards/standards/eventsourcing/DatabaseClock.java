package org.occupationalstandards.standards.eventsourcing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The clock of the database, for whatever instances have to agree on: their own clocks may differ. Asked now and then; in
 * between only what has passed since is measured here.
 */
final class DatabaseClock extends Clock {

    private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

    private final JdbcClient jdbc;
    private volatile @Nullable Reading last;

    private record Reading(Instant instant, long nanos) {}

    DatabaseClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant instant() {
        var reading = last;
        if (reading == null || System.nanoTime() - reading.nanos() > KEPT_NANOS) {
            try {
                reading = read();
                last = reading;
            } catch (DataAccessException gone) {
                if (reading == null) {
                    throw gone;
                }
            }
        }
        return reading.instant().plusNanos(System.nanoTime() - reading.nanos());
    }

    private Reading read() {
        var now = jdbc.sql("SELECT clock_timestamp()")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        return new Reading(now, System.nanoTime());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only instants are asked for");
    }
}
