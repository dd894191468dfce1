package org.occupationalstandards.notifications.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was attempted, and how it ended. */
@Repository
class DeliveryLog {

    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an attempt to every delivery of the consignments, and finishes those in that state; null leaves them pending. The
     * lanes are locked.
     */
    void record(List<Attempted> attempts, @Nullable String state) {
        var deliveries = new ArrayList<UUID>();
        var started = new ArrayList<String>();
        var durations = new ArrayList<Integer>();
        var statuses = new ArrayList<@Nullable Integer>();
        var problems = new ArrayList<@Nullable String>();
        var responses = new ArrayList<@Nullable String>();
        for (var attempt : attempts) {
            for (var item : attempt.consignment().items()) {
                deliveries.add(item.delivery());
                started.add(attempt.startedAt().toString());
                durations.add(Math.toIntExact(attempt.duration().toMillis()));
                statuses.add(attempt.outcome().status());
                problems.add(attempt.outcome() instanceof Outcome.Failed failed ? failed.problem() : null);
                responses.add(attempt.outcome().response());
            }
        }
        jdbc.sql("""
                with ended as (
                    select * from unnest(:deliveries::uuid[], :started::timestamptz[], :durations::int[],
                                         :statuses::int[], :problems::text[], :responses::text[])
                                  as e (id, started_at, duration_ms, status, problem, response)),
                logged as (
                    insert into attempt (delivery, number, started_at, duration_ms, status, problem, response)
                    select d.id, d.attempts + 1, e.started_at, e.duration_ms, e.status, e.problem, e.response
                    from ended e join delivery d on d.id = e.id)
                update delivery set attempts = attempts + 1,
                    state = case when state = 'pending' then coalesce(:state::text, state) else state end,
                    finished_at = case when state = 'pending' and :state::text is not null then now() else finished_at end
                from ended where delivery.id = ended.id""")
                .param("deliveries", deliveries.toArray(UUID[]::new))
                .param("started", started.toArray(String[]::new))
                .param("durations", durations.toArray(Integer[]::new))
                .param("statuses", statuses.toArray(Integer[]::new))
                .param("problems", problems.toArray(String[]::new))
                .param("responses", responses.toArray(String[]::new))
                .param("state", state)
                .update();
    }
}
