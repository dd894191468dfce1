package org.occupationalstandards.notifications.subscription;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.occupationalstandards.notifications.delivery.DeliveryGivenUp;
import org.occupationalstandards.notifications.delivery.Planner;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What owners have to know of their subscriptions: kept for them to read, and sent to those mailboxes that said yes. */
@Component
class Notices {

    private final JdbcClient jdbc;
    private final Planner planner;

    Notices(JdbcClient jdbc, Planner planner) {
        this.jdbc = jdbc;
        this.planner = planner;
    }

    /**
     * One notice.
     *
     * @param kind {@code disabled}, {@code given-up}, or {@code contact-disabled}
     */
    record Notice(String kind, String reason, Instant at) {}

    /** The newest first. */
    List<Notice> of(UUID subscription) {
        return jdbc.sql("select * from notice where subscription = :id order by id desc limit 100")
                .param("id", subscription)
                .query((row, number) -> new Notice(
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** In the caller's transaction. */
    void disabled(UUID subscription, String reason) {
        var concerned = concernOf(subscription);
        if (concerned.isPresent()) {
            tell(concerned.get(), subscription, "contact-disabled", reason, Planner.CONTACT_DISABLED);
        } else {
            tell(subscription, subscription, "disabled", reason, Planner.DISABLED);
        }
    }

    /**
     * Once for a subscription until it is started again, however many deliveries are given up. What a contact refuses is a
     * notice that its owner can read anyway.
     */
    @EventListener
    void givenUp(DeliveryGivenUp event) {
        var subscription = event.subscription();
        if (concernOf(subscription).isPresent()) return;
        tell(subscription, subscription, "given-up", event.reason(), Planner.GIVEN_UP);
    }

    /** Of a contact: the subscription that its owner knows. */
    private Optional<UUID> concernOf(UUID subscription) {
        return jdbc.sql("select notices_for from subscription where id = :id and notices_for is not null")
                .param("id", subscription)
                .query(UUID.class)
                .optional();
    }

    /** @param failed the subscription itself, or its contact */
    private void tell(UUID subscription, UUID failed, String kind, String reason, String message) {
        boolean isNew = jdbc.sql("""
                        insert into notice (subscription, kind, reason, status_since)
                        select :id, :kind, :reason, status_since from subscription where id = :failed
                        on conflict (subscription, kind, status_since) do nothing""")
                        .param("id", subscription)
                        .param("failed", failed)
                        .param("kind", kind)
                        .param("reason", reason)
                        .update()
                == 1;
        if (isNew)
            mailboxes(subscription).forEach(mailbox -> planner.message(mailbox, message, subscription.toString()));
    }

    /** Confirmed ones: the contact of the subscription, and other mail of its owner, one for each address. */
    private List<UUID> mailboxes(UUID subscription) {
        return jdbc.sql("""
                        select distinct on (mail.target) mail.id
                        from subscription mail join subscription concerned on concerned.owner = mail.owner
                        where concerned.id = :id and mail.id <> concerned.id
                          and mail.channel = 'email' and mail.status = 'active'
                          and (mail.notices_for is null or mail.notices_for = concerned.id)
                        order by mail.target, mail.id""").param("id", subscription).query(UUID.class).list();
    }
}
