package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows that this instance is there, and frees what those that are gone had claimed. An instance has a number and a session
 * that holds the lock of that number. One whose session broke off gets a new number: what it had claimed is no longer its own.
 */
@Component
class Presence implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    /** Earlier up and later down than whatever claims something. */
    private static final int PHASE = DEFAULT_PHASE - 10_000;

    private record Present(int number, Session session) {}

    private final JdbcClient jdbc;
    private final JdbcConnectionDetails database;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Wakeup wakeup = new Wakeup();
    private final Loop loop;
    private volatile @Nullable Present present;
    private volatile boolean running;

    Presence(
            JdbcClient jdbc,
            JdbcConnectionDetails database,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.loop = new Loop("presence", this::turn, wakeup, metrics);
    }

    /** The number under which this instance claims; nothing while it cannot show that it is there. */
    Optional<Integer> number() {
        return Optional.ofNullable(present).map(Present::number);
    }

    Loop loop() {
        return loop;
    }

    private void turn() {
        try {
            if (!lasts()) arrive();
            freeWhatIsLeft();
        } catch (SQLException trouble) {
            throw new IllegalStateException("This instance cannot show that it is there", trouble);
        }
        wakeup.await(BETWEEN_LOOKS);
    }

    private boolean lasts() throws SQLException {
        var before = present;
        if (before == null) return false;
        if (before.session().lasts()) return true;
        log.warn("The session of instance {} broke off: what it had claimed is free", before.number());
        leave();
        return false;
    }

    /** The row comes after the lock: nobody takes this instance for one that is gone. */
    private void arrive() throws SQLException {
        int number = jdbc.sql("select nextval('instance_number')")
                .query(Integer.class)
                .single();
        var session = Session.open(database, number);
        try {
            jdbc.sql("insert into instance (number) values (:number)")
                    .param("number", number)
                    .update();
        } catch (RuntimeException trouble) {
            session.close();
            throw trouble;
        }
        present = new Present(number, session);
        events.publishEvent(new ClaimsFreed());
    }

    private void leave() {
        var before = present;
        present = null;
        if (before != null) before.session().close();
    }

    /** Of every instance whose lock nobody holds; one that is just claiming is left for the next look. */
    private void freeWhatIsLeft() {
        int freed = Objects.requireNonNull(transaction.execute(status -> {
            var gone = jdbc.sql("select number from instance where pg_try_advisory_xact_lock(" + Session.KEY
                            + ", number) for update skip locked")
                    .query(Integer.class)
                    .list();
            if (gone.isEmpty()) return 0;
            int lanes = jdbc.sql("""
                    with held as (
                        select subscription, lane from lane where claimed_by in (:gone) and claim is not null
                        order by subscription, lane for update)
                    update lane set claim = null, due_at = case when lane.due_at is not null then now() end
                    from held where lane.subscription = held.subscription and lane.lane = held.lane""").param("gone", gone).update();
            int replays = jdbc.sql("update replay set worked_at = '-infinity' where planned_by in (:gone)")
                    .param("gone", gone)
                    .update();
            jdbc.sql("delete from instance where number in (:gone)")
                    .param("gone", gone)
                    .update();
            log.info("{} attempts and {} replays of instances {} that are gone are free", lanes, replays, gone);
            return lanes + replays;
        }));
        if (freed > 0) events.publishEvent(new ClaimsFreed());
    }

    @Override
    public void start() {
        running = true;
        loop.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            loop.stop(TO_FINISH);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
