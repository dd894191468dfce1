package org.occupationalstandards.notifications.delivery;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is to be delivered to whom. Delivers nothing. */
@Component
public class Planner {

    private static final String WANTED = """
            (s.filter_references = '{}' or f.subject = any (s.filter_references))
            and (s.filter_routes = '{}' or f.route = any (s.filter_routes) or f.former_route = any (s.filter_routes))
            and (s.filter_levels = '{}' or f.level = any (s.filter_levels) or f.former_level = any (s.filter_levels))
            and (s.filter_types = '{}' or f.type = any (s.filter_types))""";

    /** What is planned for a subscription that is not active, by a replay say, waits until it is resumed. */
    private static final String LANES = """
            insert into lane (subscription, lane, due_at)
            select distinct p.subscription, p.lane, case when s.status = 'active' then %s end
            from planned p join subscription s on s.id = p.subscription
            order by 1, 2
            on conflict (subscription, lane) do update set %s""";

    private static final String DELIVERIES = """
            insert into delivery (subscription, lane, position, event_id, type, reference)
            select s.id, case s.channel when 'webhook' then f.subject else '' end, f.position, f.id, f.type, f.subject
            from feed f cross join subscription s
            where s.status <> 'unconfirmed' and s.notices_for is null and s.about = 'changes' and %s and %s
            order by s.id, f.position""".formatted("%s", WANTED);

    private final JdbcClient jdbc;
    private final Cadences cadences;
    private final PlanningLock lock;
    private final Lanes lanes;

    Planner(JdbcClient jdbc, Cadences cadences, PlanningLock lock, Lanes lanes) {
        this.jdbc = jdbc;
        this.cadences = cadences;
        this.lock = lock;
        this.lanes = lanes;
    }

    /** Plans the deliveries of these announcements, which the same transaction put into the feed. */
    public void plan(Collection<Long> positions) {
        if (positions.isEmpty()) return;
        lock.share();
        var sql = "with planned as (" + DELIVERIES.formatted("f.position in (:positions) and s.stopped_after is null")
                + " on conflict (subscription, position) do nothing returning subscription, lane) "
                + LANES.formatted(Cadences.NEXT, "due_at = coalesce(lane.due_at, excluded.due_at)");
        jdbc.sql(sql).param("positions", positions).params(cadences.next()).update();
    }

    /**
     * Plans what one subscription, whose lanes are locked, is to be told of again, or for the first time.
     *
     * @param after position, exclusive
     * @param through position, inclusive
     * @param again whether that includes what was planned before
     * @return how many deliveries that makes
     */
    int replay(UUID subscription, long after, long through, boolean again) {
        var sql = "with planned as ("
                + DELIVERIES.formatted("s.id = :subscription and f.position > :after and f.position <= :through")
                + " on conflict (subscription, position) do " + (again ? AGAIN : "nothing")
                + " returning subscription, lane), lanes as ("
                + LANES.formatted(Cadences.NEXT, AT_ONCE)
                + ") select count(*) from planned";
        return jdbc.sql(sql)
                .param("subscription", subscription)
                .param("after", after)
                .param("through", through)
                .params(cadences.next())
                .query(Integer.class)
                .single();
    }

    /** Plans that delivery once more; false where it is still to come anyway. */
    @Transactional
    public boolean again(UUID subscription, UUID delivery) {
        lanes.lock(subscription);
        var sql = """
                with planned as (update delivery set state = 'pending', finished_at = null
                                 where id = :delivery and subscription = :subscription and state <> 'pending'
                                 returning subscription, lane), lanes as (""" + LANES.formatted("now()", AT_ONCE) + ") select count(*) from planned";
        return jdbc.sql(sql)
                        .param("subscription", subscription)
                        .param("delivery", delivery)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /**
     * Plans a message about the subscription itself, in a lane of its own that is not held up by anything.
     *
     * @param about what the message says, where its type does not say it all
     */
    @Transactional
    public UUID message(UUID subscription, String type, String about) {
        var delivery = jdbc.sql("""
                        insert into delivery (subscription, lane, event_id, type, reference)
                        values (:subscription, :type, 'message-' || uuidv7(), :type, :about) returning id""")
                .param("subscription", subscription)
                .param("type", type)
                .param("about", about)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                insert into lane (subscription, lane, due_at) values (:subscription, :type, now())
                on conflict (subscription, lane) do update set %s""".formatted(AT_ONCE))
                .param("subscription", subscription)
                .param("type", type)
                .update();
        return delivery;
    }

    /**
     * In the transaction of whoever shares the planning lock: plans a message about their work to the owner of a mailbox, at
     * the cadence that they wish.
     *
     * @param eventId of what has happened
     * @return the delivery
     */
    @Transactional
    public UUID news(UUID subscription, String eventId, String reference) {
        var delivery = jdbc.sql("""
                        insert into delivery (subscription, lane, event_id, type, reference)
                        values (:subscription, '', :event, :type, :reference) returning id""")
                .param("subscription", subscription)
                .param("event", eventId)
                .param("type", WORK)
                .param("reference", reference)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                insert into lane (subscription, lane, due_at)
                select s.id, '', %s from subscription s where s.id = :subscription
                on conflict (subscription, lane) do update set due_at = coalesce(lane.due_at, excluded.due_at)""".formatted(Cadences.NEXT))
                .param("subscription", subscription)
                .params(cadences.next())
                .update();
        return delivery;
    }

    private static final String AGAIN =
            "update set state = 'pending', finished_at = null where delivery.state <> 'pending'";

    /** Type of a message that says that the connection works. */
    public static final String TEST = "notifications.subscription.test.v1";

    /** Type of a message that asks the owner of a mailbox whether they want mail. */
    public static final String CONFIRMATION = "notifications.subscription.confirmation.v1";

    /** Type of a message about what its reader has to do, or is told of. */
    public static final String WORK = "notifications.work.v1";

    /** Type of a message about another subscription of the same owner that was disabled. */
    public static final String DISABLED = "notifications.subscription.disabled.v1";

    /** Type of a message about another subscription of the same owner that has refused something for good. */
    public static final String GIVEN_UP = "notifications.subscription.given-up.v1";

    /** Type of a message that the mailbox that is told of a subscription was disabled. */
    public static final String CONTACT_DISABLED = "notifications.subscription.contact-disabled.v1";

    /** Somebody asked for it: no waiting for the end of a pause. An attempt under way finds the rest by itself. */
    private static final String AT_ONCE = """
            failures = 0, failing_since = null,
            due_at = case when lane.claim is null then excluded.due_at else lane.due_at end""";
}
