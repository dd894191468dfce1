package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of lanes that were claimed, for as long as the claim is still theirs. All times are the database's. */
@Repository
class Claims {

    private final JdbcClient jdbc;
    private final Cadences cadences;

    Claims(JdbcClient jdbc, Cadences cadences) {
        this.jdbc = jdbc;
        this.cadences = cadences;
    }

    /** SQL: lanes and the claims on them. */
    private static final String MINE = """
            unnest(:subscriptions::uuid[], :lanes::text[], :claims::uuid[], :full::boolean[])
            as mine (subscription, lane, claim, is_full)""";

    private static Map<String, Object> parameters(Collection<Consignment> consignments) {
        return Map.of(
                "subscriptions",
                consignments.stream().map(Consignment::subscription).toArray(UUID[]::new),
                "lanes",
                consignments.stream().map(Consignment::lane).toArray(String[]::new),
                "claims",
                consignments.stream().map(Consignment::claim).toArray(UUID[]::new),
                "full",
                consignments.stream().map(Claims::full).toArray(Boolean[]::new));
    }

    private record Claim(UUID subscription, String lane, UUID claim) {

        static Claim of(Consignment consignment) {
            return new Claim(consignment.subscription(), consignment.lane(), consignment.claim());
        }
    }

    private static Set<Consignment> those(Collection<Consignment> consignments, List<Claim> claims) {
        var wanted = Set.copyOf(claims);
        return consignments.stream()
                .filter(each -> wanted.contains(Claim.of(each)))
                .collect(Collectors.toSet());
    }

    /**
     * Locks these lanes, as a statement of its own: what is planned meanwhile is seen by the statements that follow.
     *
     * @return those whose claim is still theirs
     */
    Set<Consignment> stillHeld(Collection<Consignment> consignments) {
        var held = jdbc.sql("""
                with locked as (
                    select lane.subscription, lane.lane, lane.claim as holder, mine.claim
                    from %s join lane on lane.subscription = mine.subscription and lane.lane = mine.lane
                    order by lane.subscription, lane.lane for update of lane)
                select subscription, lane, claim from locked where claim = holder""".formatted(MINE))
                .params(parameters(consignments))
                .query(Claim.class)
                .list();
        return those(consignments, held);
    }

    /**
     * The lanes, which are locked, are free again: the turn of each comes at once where more waits, at its cadence where it
     * has one. What did not fit into a full mail does not wait for the next digest.
     *
     * @return those where more waits
     */
    Set<Consignment> release(Collection<Consignment> consignments) {
        var goOn = jdbc.sql("""
                with freed as (
                    update lane set claim = null, failures = 0, failing_since = null, due_at = (
                        select case when mine.is_full then now() else %s end from subscription s
                        where s.id = lane.subscription and s.status in ('active', 'unconfirmed') and exists (
                            select from delivery d
                            where d.subscription = lane.subscription and d.lane = lane.lane and d.state = 'pending'))
                    from %s where lane.subscription = mine.subscription and lane.lane = mine.lane
                    returning lane.subscription, lane.lane, mine.claim, lane.due_at)
                select subscription, lane, claim from freed where due_at is not null""".formatted(Cadences.NEXT, MINE))
                .params(parameters(consignments))
                .params(cadences.next())
                .query(Claim.class)
                .list();
        return those(consignments, goOn);
    }

    private static boolean full(Consignment consignment) {
        return consignment.items().size() >= Lanes.MOST_GATHERED;
    }

    /** An attempt that was not begun leaves its lane as it was, for whoever comes next. */
    void giveBack(Consignment consignment) {
        jdbc.sql("""
                update lane set claim = null, due_at = case when due_at is not null then now() end
                where subscription = :subscription and lane = :lane and claim = :claim""")
                .param("subscription", consignment.subscription())
                .param("lane", consignment.lane())
                .param("claim", consignment.claim())
                .update();
    }

    /** The lane is tried again after that pause. */
    void releaseFor(Consignment consignment, Duration pause) {
        jdbc.sql("""
                update lane set claim = null, failures = failures + 1, failing_since = coalesce(failing_since, now()),
                    due_at = (select now() + :pause * interval '1 millisecond' from subscription s
                              where s.id = lane.subscription and s.status in ('active', 'unconfirmed'))
                where subscription = :subscription and lane = :lane""")
                .param("subscription", consignment.subscription())
                .param("lane", consignment.lane())
                .param("pause", pause.toMillis())
                .update();
    }

    /** Whether this subscriber has taken in anything since this lane began to fail. */
    boolean othersArrive(Consignment consignment) {
        return jdbc.sql("""
                        select exists (
                            select from delivery d join lane l on l.subscription = d.subscription
                            where l.subscription = :subscription and l.lane = :lane
                              and d.state = 'delivered' and d.finished_at > l.failing_since)""")
                .param("subscription", consignment.subscription())
                .param("lane", consignment.lane())
                .query(Boolean.class)
                .single();
    }
}
