package org.occupationalstandards.notifications.delivery;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans stretches of the feed again, or for the first time. How far it is stands in the database, moved on with each page
 * in one transaction, so that anybody can go on with it. Nothing is delivered to a subscription until all of its replays
 * are planned, because what they plan comes before what waits already.
 */
@Component
public class Replaying {

    /** Why a subscription is paused while something is planned for it. */
    public static final String REASON = "A replay is being planned. Deliveries go on when it is.";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Planner planner;
    private final PlanningLock lock;
    private final Lanes lanes;
    private final Presence presence;
    private final ReplaySettings settings;

    Replaying(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Planner planner,
            PlanningLock lock,
            Lanes lanes,
            Presence presence,
            ReplaySettings settings) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.planner = planner;
        this.lock = lock;
        this.lanes = lanes;
        this.presence = presence;
        this.settings = settings;
    }

    /**
     * Plans what one subscription is to be told of again, or for the first time, in order.
     *
     * @param after position, exclusive
     * @param through position, inclusive
     * @return how many deliveries that makes
     */
    public int replay(UUID subscription, long after, long through) {
        return finish(Objects.requireNonNull(transaction.execute(status -> hold(subscription, after, through))));
    }

    /**
     * Notes a replay and holds the deliveries of the subscription, in the caller's transaction. It ends at the last
     * announcement that is there at the latest; what comes later is planned as it comes.
     *
     * @return what {@link #finish} wants
     */
    public UUID hold(UUID subscription, long after, long through) {
        return hold(subscription, after, through, true);
    }

    /** Notes, as {@link #hold} does, that what was announced since is to be planned where it was not. */
    public UUID catchUp(UUID subscription, long after) {
        return hold(subscription, after, Long.MAX_VALUE, false);
    }

    private UUID hold(UUID subscription, long after, long through, boolean again) {
        // Waits for announcements that are just coming in, which may not have seen a subscription made a moment ago.
        // All planning waits for this lock: it is held for this moment only, never while a history is planned.
        lock.take();
        lanes.lock(subscription);
        boolean held =
                jdbc.sql("""
                        update subscription set status = 'paused', status_reason = :reason, status_since = now()
                        where id = :id and status = 'active'""").param("id", subscription).param("reason", REASON).update() == 1;
        if (held) lanes.hold(subscription);
        return jdbc.sql("""
                        insert into replay (subscription, next_after, through, again, planned_by)
                        values (:subscription, :after, least(:through, (select coalesce(max(position), 0) from feed)),
                                :again, :instance)
                        returning id""")
                .param("subscription", subscription)
                .param("after", after)
                .param("through", through)
                .param("again", again)
                .param("instance", presence.number().orElse(null))
                .query(UUID.class)
                .single();
    }

    /**
     * Plans what is left of a replay, and lets the subscription go when nothing else is planned for it.
     *
     * @return how many deliveries that made
     */
    public int finish(UUID replay) {
        int planned = 0;
        var page = goOn(replay);
        for (; page.isPresent(); page = goOn(replay)) planned += page.get();
        return planned;
    }

    /**
     * Plans one page of a replay; where nothing is left of it, lets the subscription go when nothing else is planned for it.
     *
     * @return how many deliveries that page made; nothing when the replay is over
     */
    Optional<Integer> goOn(UUID replay) {
        var page = page(replay);
        if (page.isEmpty()) transaction.executeWithoutResult(status -> letGo(replay));
        return page;
    }

    /** Whether something is still to be planned for that subscription. */
    public boolean isUnderWay(UUID subscription) {
        return jdbc.sql("select exists (select from replay where subscription = :id)")
                .param("id", subscription)
                .query(Boolean.class)
                .single();
    }

    /** Takes up a replay that nobody has gone on with for a while, and which nobody else is just taking up. */
    Optional<UUID> takeUp() {
        return jdbc.sql("""
                        update replay set worked_at = now(), planned_by = :instance where id = (
                            select id from replay where worked_at <= now() - :lease * interval '1 millisecond'
                            order by worked_at limit 1 for update skip locked)
                        returning id""")
                .param("lease", settings.lease().toMillis())
                .param("instance", presence.number().orElse(null))
                .query(UUID.class)
                .optional();
    }

    private record Stretch(UUID subscription, long nextAfter, long through, boolean again) {}

    private Optional<Integer> page(UUID replay) {
        return Objects.requireNonNull(transaction.execute(status -> subscription(replay)
                .flatMap(subscription -> {
                    lanes.lock(subscription);
                    return rest(replay).flatMap(rest -> plan(replay, rest));
                })));
    }

    private Optional<UUID> subscription(UUID replay) {
        return jdbc.sql("select subscription from replay where id = :replay")
                .param("replay", replay)
                .query(UUID.class)
                .optional();
    }

    /** Whoever else works on it waits here, and goes on from where this page ends. */
    private Optional<Stretch> rest(UUID replay) {
        return jdbc.sql("""
                        select r.subscription, r.next_after, r.through, r.again
                        from subscription s join replay r on r.subscription = s.id
                        where r.id = :replay for key share of s for update of r""").param("replay", replay).query(Stretch.class).optional();
    }

    private Optional<Integer> plan(UUID replay, Stretch rest) {
        return endOfPage(rest).map(end -> {
            jdbc.sql("update replay set next_after = :end, worked_at = now() where id = :replay")
                    .param("end", end)
                    .param("replay", replay)
                    .update();
            return planner.replay(rest.subscription(), rest.nextAfter(), end, rest.again());
        });
    }

    private Optional<Long> endOfPage(Stretch rest) {
        return jdbc.sql("""
                        select max(position) from (
                            select position from feed where position > :after and position <= :through
                            order by position limit :page) page having max(position) is not null""")
                .param("after", rest.nextAfter())
                .param("through", rest.through())
                .param("page", settings.page())
                .query(Long.class)
                .optional();
    }

    private void letGo(UUID replay) {
        lock.take();
        subscription(replay).ifPresent(subscription -> {
            lanes.lock(subscription);
            jdbc.sql("delete from replay where id = :replay")
                    .param("replay", replay)
                    .update();
            boolean goesOn = jdbc.sql("""
                            update subscription set status = 'active', status_reason = null, status_since = now()
                            where id = :id and status = 'paused' and status_reason = :reason
                              and not exists (select from replay where subscription = :id)""")
                            .param("id", subscription)
                            .param("reason", REASON)
                            .update()
                    == 1;
            if (goesOn) lanes.resume(subscription);
        });
    }
}
