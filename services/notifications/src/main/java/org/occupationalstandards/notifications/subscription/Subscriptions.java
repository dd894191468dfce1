package org.occupationalstandards.notifications.subscription;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Filter;
import org.occupationalstandards.notifications.subscription.Subscription.Cadence;
import org.occupationalstandards.notifications.subscription.Subscription.Channel;
import org.occupationalstandards.notifications.subscription.Subscription.Status;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions as they are stored. Always asked for with their owner: nobody sees another's. */
@Repository
class Subscriptions {

    private static final String SELECT = """
            select s.*, contact.target as contact, contact.status as contact_status
            from subscription s left join subscription contact on contact.notices_for = s.id
            where s.owner = :owner and s.notices_for is null""";

    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(
            String owner,
            Channel channel,
            String target,
            Cadence cadence,
            Filter filter,
            Status status,
            byte @Nullable [] secret,
            @Nullable UUID noticesFor) {
        return jdbc.sql("""
                        insert into subscription (owner, channel, target, cadence, status, secret, notices_for,
                            filter_references, filter_routes, filter_levels, filter_types)
                        values (:owner, :channel, :target, :cadence, :status, :secret, :noticesFor,
                            :references, :routes, :levels, :types)
                        returning id""")
                .param("owner", owner)
                .param("channel", Subscription.wireName(channel))
                .param("target", target)
                .param("cadence", Subscription.wireName(cadence))
                .param("status", Subscription.wireName(status))
                .param("secret", secret)
                .param("noticesFor", noticesFor)
                .param("references", filter.references().toArray(String[]::new))
                .param("routes", filter.routes().toArray(Integer[]::new))
                .param("levels", filter.levels().toArray(Integer[]::new))
                .param("types", filter.types().toArray(String[]::new))
                .query(UUID.class)
                .single();
    }

    void aboutWork(UUID id, CurrentCaller caller) {
        jdbc.sql("""
                update subscription set about = 'work', work_roles = :roles, work_groups = :groups, work_routes = :routes,
                    work_checked_at = now()
                where id = :id""")
                .param("id", id)
                .param("roles", caller.roles().stream().map(Role::wireName).toArray(String[]::new))
                .param("groups", caller.groups().toArray(UUID[]::new))
                .param("routes", caller.routes().toArray(Integer[]::new))
                .update();
    }

    Optional<Subscription> of(String owner, UUID id) {
        return jdbc.sql(SELECT + " and s.id = :id")
                .param("owner", owner)
                .param("id", id)
                .query(Subscriptions::subscription)
                .optional();
    }

    List<Subscription> of(String owner) {
        return jdbc.sql(SELECT + " order by s.id")
                .param("owner", owner)
                .query(Subscriptions::subscription)
                .list();
    }

    /** Whether the owner has a mailbox of that address that has said yes. */
    boolean isConfirmed(String owner, String address) {
        return jdbc.sql("""
                        select exists (select from subscription where owner = :owner and channel = 'email'
                            and status <> 'unconfirmed' and lower(target) = lower(:address))""")
                .param("owner", owner)
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** @return the contact of that subscription, where it was disabled */
    Optional<UUID> startContact(UUID id) {
        return jdbc.sql("""
                        update subscription set status = 'active', status_reason = null, status_since = now()
                        where notices_for = :id and status = 'disabled' returning id""").param("id", id).query(UUID.class).optional();
    }

    void delete(UUID id) {
        jdbc.sql("delete from subscription where id = :id").param("id", id).update();
    }

    void filter(UUID id, Filter filter) {
        jdbc.sql("""
                update subscription set filter_references = :references, filter_routes = :routes,
                    filter_levels = :levels, filter_types = :types where id = :id""")
                .param("id", id)
                .param("references", filter.references().toArray(String[]::new))
                .param("routes", filter.routes().toArray(Integer[]::new))
                .param("levels", filter.levels().toArray(Integer[]::new))
                .param("types", filter.types().toArray(String[]::new))
                .update();
    }

    /**
     * The secret so far goes on signing for a while beside the new one.
     *
     * @return false while an earlier one still does
     */
    boolean rotate(UUID id, byte[] secret, Duration overlap) {
        return jdbc.sql("""
                        update subscription set previous_secret = secret, secret = :secret,
                            previous_secret_until = now() + :overlap * interval '1 second'
                        where id = :id and coalesce(previous_secret_until <= now(), true)""")
                        .param("id", id)
                        .param("secret", secret)
                        .param("overlap", overlap.toSeconds())
                        .update()
                == 1;
    }

    /** How long the secret before the last rotation signs. */
    Instant previousSecretUntil(UUID id) {
        return jdbc.sql("select previous_secret_until from subscription where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * Nothing is planned for it any more.
     *
     * @param after the position up to which everything was planned
     */
    void stopPlanning(UUID id, long after) {
        jdbc.sql("update subscription set stopped_after = coalesce(stopped_after, :after) where id = :id")
                .param("id", id)
                .param("after", after)
                .update();
    }

    /** What is announced is planned again; answers the position up to which everything was. */
    Optional<Long> startPlanning(UUID id) {
        return jdbc.sql("""
                        update subscription set stopped_after = null where id = :id and stopped_after is not null
                        returning old.stopped_after""").param("id", id).query(Long.class).optional();
    }

    /** False where it has that status already, for that reason. */
    boolean status(UUID id, Status status, @Nullable String reason) {
        return jdbc.sql("""
                        update subscription set status = :status, status_reason = :reason, status_since = now()
                        where id = :id and (status, status_reason) is distinct from (:status, :reason::text)""")
                        .param("id", id)
                        .param("status", Subscription.wireName(status))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** False where its status has changed since. */
    boolean disable(UUID id, OffsetDateTime since, String reason) {
        return jdbc.sql("""
                        update subscription set status = 'disabled', status_reason = :reason, status_since = now()
                        where id = :id and status in ('active', 'unconfirmed') and status_since = :since""")
                        .param("id", id)
                        .param("since", since)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                Channel.valueOf(constant(row, "channel")),
                row.getString("target"),
                Subscription.About.valueOf(constant(row, "about")),
                Cadence.valueOf(constant(row, "cadence")),
                new Filter(
                        List.of((String[]) array(row, "filter_references")),
                        List.of((Integer[]) array(row, "filter_routes")),
                        List.of((Integer[]) array(row, "filter_levels")),
                        List.of((String[]) array(row, "filter_types"))),
                Status.valueOf(constant(row, "status")),
                row.getString("status_reason"),
                row.getObject("status_since", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "previous_secret_until"),
                row.getString("contact"),
                row.getString("contact_status") == null ? null : Status.valueOf(constant(row, "contact_status")));
    }

    private static String constant(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
