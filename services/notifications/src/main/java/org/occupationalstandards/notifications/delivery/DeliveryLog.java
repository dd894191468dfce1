package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.Consignment.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was attempted, and how it ended. */
@Repository
class DeliveryLog {

    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an attempt to every delivery of the consignment, and finishes those in that state; null leaves them pending. */
    void record(
            Consignment consignment, Instant startedAt, Duration duration, Outcome outcome, @Nullable String state) {
        jdbc.sql("""
                with logged as (
                    insert into attempt (delivery, number, started_at, duration_ms, status, problem, response)
                    select id, attempts + 1, :startedAt, :duration, :status, :problem, :response
                    from delivery where id in (:deliveries))
                update delivery set attempts = attempts + 1,
                    state = case when state = 'pending' then coalesce(:state::text, state) else state end,
                    finished_at = case when state = 'pending' and :state::text is not null then now() else finished_at end
                where id in (:deliveries)""")
                .param("startedAt", startedAt.atOffset(ZoneOffset.UTC))
                .param("duration", Math.toIntExact(duration.toMillis()))
                .param("status", outcome.status())
                .param("problem", outcome instanceof Outcome.Failed failed ? failed.problem() : null)
                .param("response", outcome.response())
                .param("deliveries", ids(consignment))
                .param("state", state)
                .update();
    }

    private static List<UUID> ids(Consignment consignment) {
        return consignment.items().stream().map(Item::delivery).toList();
    }
}
