package org.occupationalstandards.notifications.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.PlannedDelivery.Attempt;
import org.occupationalstandards.notifications.feed.Cursor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been and what is to be delivered, for the owner of a subscription. */
@Repository
public class DeliveryHistory {

    private static final String SELECT = """
            select d.*, case when d.state = 'pending' and l.claim is null and not exists (
                       select from delivery before
                       where before.subscription = d.subscription and before.lane = d.lane
                         and before.state = 'pending' and before.position < d.position)
                   then l.due_at end as next_attempt_at
            from delivery d left join lane l on l.subscription = d.subscription and l.lane = d.lane
            where d.subscription = :subscription""";

    private final JdbcClient jdbc;

    DeliveryHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest deliveries first.
     *
     * @param state only these; all when null
     * @param before only those planned before this one; from the newest when null
     */
    public List<PlannedDelivery> page(UUID subscription, @Nullable String state, @Nullable UUID before, int limit) {
        return withAttempts(jdbc.sql(SELECT + """
                         and (:state::text is null or d.state = :state)
                         and (:before::uuid is null or d.id < :before::uuid)
                        order by d.id desc limit :limit""")
                .param("subscription", subscription)
                .param("state", state)
                .param("before", before)
                .param("limit", limit)
                .query(DeliveryHistory::delivery)
                .list());
    }

    /** One of them. */
    public Optional<PlannedDelivery> one(UUID subscription, UUID delivery) {
        return withAttempts(jdbc.sql(SELECT + " and d.id = :delivery")
                        .param("subscription", subscription)
                        .param("delivery", delivery)
                        .query(DeliveryHistory::delivery)
                        .list())
                .stream()
                .findFirst();
    }

    private List<PlannedDelivery> withAttempts(List<PlannedDelivery> deliveries) {
        if (deliveries.isEmpty()) return deliveries;
        Map<UUID, List<Attempt>> attempts = new HashMap<>();
        jdbc.sql("select * from attempt where delivery in (:deliveries) order by number")
                .param(
                        "deliveries",
                        deliveries.stream().map(PlannedDelivery::id).toList())
                .query((RowCallbackHandler)
                        row -> attempts.computeIfAbsent(row.getObject("delivery", UUID.class), id -> new ArrayList<>())
                                .add(attempt(row)));
        return deliveries.stream()
                .map(each -> new PlannedDelivery(
                        each.id(),
                        each.eventId(),
                        each.type(),
                        each.reference(),
                        each.cursor(),
                        each.state(),
                        each.plannedAt(),
                        each.finishedAt(),
                        each.nextAttemptAt(),
                        attempts.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static PlannedDelivery delivery(ResultSet row, int number) throws SQLException {
        var position = row.getObject("position", Long.class);
        return new PlannedDelivery(
                row.getObject("id", UUID.class),
                row.getString("event_id"),
                row.getString("type"),
                position == null ? null : row.getString("reference"),
                position == null ? null : new Cursor(position).toString(),
                row.getString("state"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                instant(row, "next_attempt_at"),
                List.of());
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("duration_ms"),
                row.getObject("status", Integer.class),
                row.getString("problem"),
                row.getString("response"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
