package org.occupationalstandards.notifications.delivery;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what is to be delivered to whom. Delivers nothing. */
@Component
public class Planner {

    private static final String WANTED = """
            (s.filter_references = '{}' or f.subject = any (s.filter_references))
            and (s.filter_routes = '{}' or f.route = any (s.filter_routes))
            and (s.filter_levels = '{}' or f.level = any (s.filter_levels))
            and (s.filter_types = '{}' or f.type = any (s.filter_types))""";

    /** What is planned for a paused or disabled subscription waits until it is resumed. */
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
            where s.status <> 'unconfirmed' and %s and %s
            order by s.id, f.position""".formatted("%s", WANTED);

    /** Announcements that a replay looks at in one transaction: a moment's work, as intake may wait for its lanes. */
    private static final int PAGE = 1_000;

    /** Why a subscription is paused while a replay is planned; one that a crash left behind is resumed by its owner. */
    public static final String REPLAYING = "A replay is being planned. If this does not end by itself, resume it.";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Cadences cadences;
    private final PlanningLock lock;
    private final Lanes lanes;

    Planner(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Cadences cadences,
            PlanningLock lock,
            Lanes lanes) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.cadences = cadences;
        this.lock = lock;
        this.lanes = lanes;
    }

    /** Plans the deliveries of these announcements, which the same transaction put into the feed. */
    public void plan(Collection<Long> positions) {
        if (positions.isEmpty()) return;
        lock.share();
        var sql = "with planned as (" + DELIVERIES.formatted("f.position in (:positions)")
                + " on conflict (subscription, position) do nothing returning subscription, lane) "
                + LANES.formatted(Cadences.NEXT, "due_at = coalesce(lane.due_at, excluded.due_at)");
        jdbc.sql(sql).param("positions", positions).params(cadences.next()).update();
    }

    /**
     * Plans what one subscription is to be told of again, or for the first time, in order. Nothing is delivered to it
     * meanwhile.
     *
     * @param after position, exclusive
     * @param through position, inclusive
     * @return how many deliveries that makes
     */
    public int replay(UUID subscription, long after, long through) {
        long last = Objects.requireNonNull(transaction.execute(status -> hold(subscription)));
        return replayHeld(subscription, after, Math.min(through, last));
    }

    /**
     * Holds the deliveries of a subscription for a replay to come, in the transaction that made it if it is new.
     *
     * @return the last position that is to be planned by the replay; what comes later is planned as it comes
     */
    public long hold(UUID subscription) {
        // Waits for announcements that are just coming in, which may not have seen a subscription made a moment ago.
        // The
        // lock stands between everybody and the feed: it is held for this moment only, never while a history is
        // planned.
        lock.take();
        lanes.lock(subscription);
        boolean held = jdbc.sql("""
                        update subscription set status = 'paused', status_reason = :reason, status_since = now()
                        where id = :id and status = 'active'""")
                        .param("id", subscription)
                        .param("reason", REPLAYING)
                        .update()
                == 1;
        if (held) lanes.hold(subscription);
        return jdbc.sql("select coalesce(max(position), 0) from feed")
                .query(Long.class)
                .single();
    }

    /** Plans what a subscription that is held is to be told of, and lets it go. */
    public int replayHeld(UUID subscription, long after, long last) {
        int planned = 0;
        try {
            var end = endOfPage(after, last);
            for (long from = after; end.isPresent(); end = endOfPage(from, last)) {
                long start = from;
                long through = end.get();
                planned +=
                        Objects.requireNonNull(transaction.execute(status -> replayPage(subscription, start, through)));
                from = through;
            }
        } finally {
            transaction.executeWithoutResult(status -> letGo(subscription));
        }
        return planned;
    }

    private Optional<Long> endOfPage(long after, long last) {
        return jdbc.sql("""
                        select max(position) from (
                            select position from feed where position > :after and position <= :last
                            order by position limit :page) page having max(position) is not null""")
                .param("after", after)
                .param("last", last)
                .param("page", PAGE)
                .query(Long.class)
                .optional();
    }

    private void letGo(UUID subscription) {
        lock.take();
        lanes.lock(subscription);
        boolean goesOn = jdbc.sql("""
                        update subscription set status = 'active', status_reason = null, status_since = now()
                        where id = :id and status = 'paused' and status_reason = :reason""")
                        .param("id", subscription)
                        .param("reason", REPLAYING)
                        .update()
                == 1;
        if (goesOn) lanes.resume(subscription);
    }

    private int replayPage(UUID subscription, long after, long through) {
        lanes.lock(subscription);
        var sql = "with planned as ("
                + DELIVERIES.formatted("s.id = :subscription and f.position > :after and f.position <= :through")
                + """

                on conflict (subscription, position) do update set state = 'pending', finished_at = null
                 where delivery.state <> 'pending' returning subscription, lane), lanes as ("""
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

    /** Type of a message that says that the connection works. */
    public static final String TEST = "notifications.subscription.test.v1";

    /** Type of a message that asks the owner of a mailbox whether they want mail. */
    public static final String CONFIRMATION = "notifications.subscription.confirmation.v1";

    /** Type of a message about another subscription of the same owner that was disabled. */
    public static final String DISABLED = "notifications.subscription.disabled.v1";

    /** Somebody asked for it: no waiting for the end of a pause. An attempt under way finds the rest by itself. */
    private static final String AT_ONCE = """
            failures = 0, failing_since = null,
            due_at = case when lane.claim is null then excluded.due_at else lane.due_at end""";
}
