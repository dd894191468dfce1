package org.occupationalstandards.notifications.subscription;

import java.util.Optional;
import java.util.UUID;
import org.occupationalstandards.notifications.delivery.Lanes;
import org.occupationalstandards.notifications.delivery.PlanningLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever reads a mailbox may do with its subscription, signed in or not. */
@Service
public class MailboxSubscriptions {

    private final JdbcClient jdbc;
    private final PlanningLock lock;
    private final Lanes lanes;

    MailboxSubscriptions(JdbcClient jdbc, PlanningLock lock, Lanes lanes) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.lanes = lanes;
    }

    public boolean has(UUID id) {
        return secret(id).isPresent();
    }

    /** What the links of its mail are made from, as it is stored. */
    public Optional<byte[]> secret(UUID id) {
        return jdbc.sql("select secret from subscription where id = :id and channel = 'email'")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Whether its mail is about its owner's own work, and not about changes that everybody may follow. */
    public boolean isAboutWork(UUID id) {
        return jdbc.sql("select exists (select from subscription where id = :id and about = 'work')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** From now on there is mail. Repeating it changes nothing. */
    @Transactional
    public void confirm(UUID id) {
        lock.take();
        jdbc.sql("""
                update subscription set status = 'active', status_reason = null, status_since = now()
                where id = :id and status = 'unconfirmed'""").param("id", id).update();
    }

    @Transactional
    public void end(UUID id) {
        lock.take();
        lanes.lock(id);
        jdbc.sql("delete from subscription where id = :id").param("id", id).update();
    }
}
