package org.occupationalstandards.notifications.upkeep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.occupationalstandards.notifications.delivery.Lanes;
import org.occupationalstandards.notifications.delivery.PlanningLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes, every hour and a little at a time, what has been kept long enough. One instance at a time does it. */
@Component
public class Pruner {

    private static final Logger log = LoggerFactory.getLogger(Pruner.class);

    private static final int BATCH = 1_000;

    /** Any number that nothing else in this database uses. */
    private static final long KEY = 0x7072756e6572L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PlanningLock planning;
    private final Lanes lanes;
    private final KeepSettings settings;
    private final MeterRegistry metrics;
    private final Counter failures;

    Pruner(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PlanningLock planning,
            Lanes lanes,
            KeepSettings settings,
            MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.planning = planning;
        this.lanes = lanes;
        this.settings = settings;
        this.metrics = metrics;
        this.failures = Counter.builder("notifications.pruning.failures")
                .description("Hours in which old rows could not be deleted")
                .register(metrics);
    }

    /** Deletes everything that is due. Does nothing where another instance is at it. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    public void prune() {
        try {
            inBatches(
                    "deliveries", () -> delete("delivery", "finished_at", "state <> 'pending'", settings.deliveries()));
            inBatches("notices", () -> delete("notice", "noted_at", "true", settings.deliveries()));
            inBatches("mail", () -> delete("sent_mail", "sent_at", "true", settings.mail()));
            inBatches("unconfirmed", this::expire);
        } catch (RuntimeException trouble) {
            failures.increment();
            log.warn("Old rows could not be deleted; trying again in an hour", trouble);
        }
    }

    private void inBatches(String what, IntSupplier batch) {
        int deleted;
        do {
            deleted = Objects.requireNonNull(
                    transaction.execute(status -> isAlone() ? batch.getAsInt() : Integer.valueOf(0)));
            metrics.counter("notifications.pruned", "what", what).increment(deleted);
        } while (deleted == BATCH);
    }

    private boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(" + KEY + ")")
                .query(Boolean.class)
                .single();
    }

    /** Leaves what somebody else has just in hand, who may be planning it again. */
    private int delete(String table, String since, String condition, Duration kept) {
        return jdbc.sql("""
                        with old as materialized (
                            select id from %1$s where %3$s and %2$s < now() - :kept * interval '1 second'
                            order by %2$s limit :batch for update skip locked)
                        delete from %1$s where id in (select id from old)
                            and %3$s and %2$s < now() - :kept * interval '1 second'""".formatted(table, since, condition))
                .param("kept", kept.toSeconds())
                .param("batch", BATCH)
                .update();
    }

    private int expire() {
        planning.take();
        var expired = jdbc.sql("""
                        select id from subscription
                        where status = 'unconfirmed' and created_at < now() - :kept * interval '1 second'
                        order by id limit :batch""")
                .param("kept", settings.unconfirmed().toSeconds())
                .param("batch", BATCH)
                .query(UUID.class)
                .list();
        for (var id : expired) {
            lanes.lock(id);
            jdbc.sql("delete from subscription where id = :id").param("id", id).update();
        }
        return expired.size();
    }
}
