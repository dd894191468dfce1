package org.occupationalstandards.notifications.delivery;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps apart what plans deliveries for everybody and what changes who everybody is. Announcements share the lock and do
 * not hinder each other; whoever changes a subscription takes it alone for a moment, so that each announcement comes
 * wholly before or wholly after the change. Both for the rest of the transaction.
 */
@Component
public class PlanningLock {

    /** Any number that nothing else in this database uses. */
    private static final long KEY = 0x6e6f7469666965L;

    private final JdbcClient jdbc;

    PlanningLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For whoever plans: what it reads of subscriptions stays as it is until it has planned. */
    public void share() {
        jdbc.sql("select pg_advisory_xact_lock_shared(" + KEY + ")").query((RowCallbackHandler) row -> {});
    }

    /** Waits until what is just being planned is committed, and holds off what comes. */
    public void take() {
        jdbc.sql("select pg_advisory_xact_lock(" + KEY + ")").query((RowCallbackHandler) row -> {});
    }
}
