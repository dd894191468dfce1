package org.occupationalstandards.notifications.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.occupationalstandards.notifications.delivery.Consignment.Item;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose turn it is. All times are the database's, so that instances whose clocks differ agree.
 */
@Repository
public class Lanes {

    /** Enough for one mail. */
    static final int MOST_GATHERED = 500;

    private final JdbcClient jdbc;
    private final Cadences cadences;
    private final Presence presence;

    Lanes(JdbcClient jdbc, Cadences cadences, Presence presence) {
        this.jdbc = jdbc;
        this.cadences = cadences;
        this.presence = presence;
    }

    /**
     * Claims lanes of one channel that are due, each for one attempt: of every subscription the longest waiting first, and
     * nobody's second before everybody's first.
     *
     * @param room how many more attempts may begin for whom
     * @param lease how long the claim lasts, where the instance does
     */
    List<Consignment> claim(Channel channel, int limit, Slots.Room room, Duration lease) {
        var instance = presence.number();
        return instance.isEmpty() ? List.of() : claim(channel, limit, room, lease, instance.get());
    }

    private List<Consignment> claim(Channel channel, int limit, Slots.Room room, Duration lease, int instance) {
        var claim = UUID.randomUUID();
        var found = new LinkedHashMap<Place, Consignment>();
        jdbc.sql("""
                with me as (select number from instance where number = :instance for key share),
                due as (
                    select s.owner, l.subscription, l.lane, l.due_at,
                           row_number() over (partition by l.subscription order by l.due_at) as turn
                    from subscription s
                    left join unnest(:subscriptions::uuid[], :subscriptionRoom::int[]) as own (id, room) on own.id = s.id
                    cross join lateral (
                        select subscription, lane, due_at from lane
                        where subscription = s.id and due_at <= now()
                        order by due_at limit coalesce(own.room, :perSubscription)) l
                    where s.channel = :channel),
                ranked as (
                    select due.*, row_number() over (partition by owner order by turn, due_at) as place from due),
                candidates as (
                    select subscription, lane from me cross join ranked
                    left join unnest(:owners::text[], :ownerRoom::int[]) as whose (name, room) on whose.name = owner
                    where place <= coalesce(whose.room, :perOwner)
                    order by turn, due_at limit :limit),
                free as (
                    select l.subscription, l.lane from lane l join candidates using (subscription, lane)
                    where l.due_at <= now()
                    for update of l skip locked),
                claimed as (
                    update lane set claim = :claim, claimed_by = :instance, due_at = now() + :lease * interval '1 millisecond'
                    from free where lane.subscription = free.subscription and lane.lane = free.lane
                    returning lane.subscription, lane.lane, lane.failures)
                select l.subscription, l.lane, l.failures, s.owner, s.status_since, s.target, s.secret,
                       case when s.previous_secret_until > now() then s.previous_secret end as previous_secret,
                       d.id, d.position, d.event_id, d.type, d.reference, d.planned_at
                from claimed l
                join subscription s on s.id = l.subscription
                left join lateral (
                    select * from delivery d
                    where d.subscription = l.subscription and d.lane = l.lane and d.state = 'pending'
                    order by d.position, d.id limit :items) d on true
                order by l.subscription, l.lane, d.position, d.id""")
                .params(parameters(channel, room))
                .param("instance", instance)
                .param("limit", limit)
                .param("claim", claim)
                .param("lease", lease.toMillis())
                .param("items", channel.gathers() ? MOST_GATHERED : 1)
                .query((RowCallbackHandler) row -> {
                    var place = new Place(row.getObject("subscription", UUID.class), row.getString("lane"));
                    var known = found.get(place);
                    var items = new ArrayList<Item>(known == null ? List.of() : known.items());
                    if (row.getObject("id") != null) items.add(item(row));
                    found.put(place, consignment(place, claim, row, items));
                });
        return List.copyOf(found.values());
    }

    private static Map<String, Object> parameters(Channel channel, Slots.Room room) {
        return Map.of(
                "channel", channel.name(),
                "subscriptions", room.subscriptions().keySet().toArray(UUID[]::new),
                "subscriptionRoom", room.subscriptions().values().toArray(Integer[]::new),
                "perSubscription", room.perSubscription(),
                "owners", room.owners().keySet().toArray(String[]::new),
                "ownerRoom", room.owners().values().toArray(Integer[]::new),
                "perOwner", room.perOwner());
    }

    private record Place(UUID subscription, String lane) {}

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("position", Long.class),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("reference"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant());
    }

    private static Consignment consignment(Place place, UUID claim, ResultSet row, List<Item> items)
            throws SQLException {
        return new Consignment(
                place.subscription(),
                row.getString("owner"),
                row.getObject("status_since", OffsetDateTime.class),
                place.lane(),
                claim,
                row.getInt("failures"),
                row.getString("target"),
                row.getBytes("secret"),
                row.getBytes("previous_secret"),
                items);
    }

    /** When the next lane of those for whom there is room is due, from now; nothing when none waits; negative when overdue. */
    Optional<Duration> untilNextDue(Channel channel, Slots.Room room) {
        return jdbc.sql("""
                        select (extract(epoch from min(l.due_at) - now()) * 1000)::bigint
                        from subscription s
                        left join unnest(:subscriptions::uuid[], :subscriptionRoom::int[]) as own (id, room) on own.id = s.id
                        left join unnest(:owners::text[], :ownerRoom::int[]) as whose (name, room) on whose.name = s.owner
                        cross join lateral (
                            select due_at from lane where subscription = s.id and due_at is not null
                            order by due_at limit 1) l
                        where s.channel = :channel
                          and coalesce(own.room, :perSubscription) > 0 and coalesce(whose.room, :perOwner) > 0
                        having min(l.due_at) is not null""")
                .params(parameters(channel, room))
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    /**
     * Locks all lanes of a subscription. What touches many deliveries begins with this, in the order in which an attempt
     * is settled, or the two would wait for each other.
     */
    public void lock(UUID subscription) {
        jdbc.sql("select lane from lane where subscription = :subscription order by lane for update")
                .param("subscription", subscription)
                .query((RowCallbackHandler) row -> {});
    }

    /** Nothing of this subscription is due until it is resumed. */
    public void hold(UUID subscription) {
        lock(subscription);
        jdbc.sql("update lane set due_at = null where subscription = :subscription")
                .param("subscription", subscription)
                .update();
    }

    /** Everything of this subscription that waits is due, with no memory of failures. */
    public void resume(UUID subscription) {
        lock(subscription);
        // An attempt that was under way when it was held may still be; if it is not, its lane comes back by itself.
        jdbc.sql("""
                update lane set failures = 0, failing_since = null,
                    due_at = case when claim is null then %s else now() + interval '1 minute' end
                from subscription s
                where s.id = lane.subscription and s.id = :subscription and exists (
                    select from delivery d
                    where d.subscription = lane.subscription and d.lane = lane.lane and d.state = 'pending')""".formatted(Cadences.NEXT))
                .param("subscription", subscription)
                .params(cadences.next())
                .update();
    }
}
