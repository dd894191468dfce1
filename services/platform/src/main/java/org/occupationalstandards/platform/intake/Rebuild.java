package org.occupationalstandards.platform.intake;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the model anew in a schema beside the one that is read, from the beginning of the topic, and exchanges the two in
 * one transaction when it has caught up. Whatever ends it before that leaves the model in use as it is.
 *
 * <p>Ledger and data lie in the same schema, so the exchange hands over both: the intake that goes on in the service finds
 * the new ledger with its next batch, drops what is in it already and goes back where it lacks something.
 */
final class Rebuild implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** How long the intake is held off at most while the new model reaches it. */
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(5);

    /** Messages that the new model lacks when the exchange is tried: it makes up for them in well under a second. */
    private static final long NEARLY_THERE = 1000;

    private final Rebuildable service;
    private final IntakeFactory factory;
    private final IntakeSettings intake;
    private final RebuildSettings settings;
    private final HikariDataSource inUse;
    private final Flyway flyway;
    private final Clock clock;
    private final String current;
    private @Nullable Job job;

    Rebuild(
            Rebuildable service,
            IntakeFactory factory,
            IntakeSettings intake,
            RebuildSettings settings,
            DataSource inUse,
            Flyway flyway,
            Clock clock)
            throws SQLException {
        this.service = service;
        this.factory = factory;
        this.intake = intake;
        this.settings = settings;
        this.inUse = inUse.unwrap(HikariDataSource.class);
        this.flyway = flyway;
        this.clock = clock;
        this.current = Objects.requireNonNull(this.inUse.getSchema(), "spring.datasource.hikari.schema");
    }

    /** Another one is under way, here or in another instance. */
    static final class UnderWay extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Begins, or goes on where an earlier attempt was interrupted; returns once it is clear which.
     *
     * @param afresh to throw away what an earlier attempt left
     */
    synchronized RebuildState begin(boolean afresh) throws UnderWay {
        if (job != null && job.isAlive()) throw new UnderWay();
        Job begun = Job.prepared(this, afresh);
        RebuildState state = begun.schemas.state();
        begun.start();
        job = begun;
        return state;
    }

    /** How it is getting on, whichever instance is at it. */
    RebuildState state() {
        ModelSchemas schemas = new ModelSchemas(new JdbcTemplate(inUse), clock, current);
        try {
            return schemas.state();
        } catch (DataAccessException exchangedMeanwhile) {
            return schemas.state();
        }
    }

    @Override
    public synchronized void destroy() {
        if (job != null) job.end();
    }

    private HikariDataSource pool(String schema) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("rebuild");
        pool.setJdbcUrl(inUse.getJdbcUrl());
        pool.setUsername(inUse.getUsername());
        pool.setPassword(inUse.getPassword());
        pool.setSchema(schema);
        pool.setMaximumPoolSize(settings.readers() + 3);
        pool.setMinimumIdle(0);
        // Until the exchange, whose commit waits for all that came before, nobody relies on any of it.
        pool.setConnectionInitSql("set synchronous_commit = off");
        return pool;
    }

    /** One rebuild from its beginning, or continuation, to its end in this process. */
    private static final class Job {

        private final Rebuild rebuild;
        private final HikariDataSource pool;
        private final Connection claim;
        private final ModelSchemas schemas;
        private final TransactionTemplate transaction;
        private final Replay<?> replay;
        private final CountDownLatch end = new CountDownLatch(1);
        private @Nullable Thread worker;
        private int partitions;

        private Job(Rebuild rebuild, HikariDataSource pool, Connection claim, ModelSchemas schemas) {
            this.rebuild = rebuild;
            this.pool = pool;
            this.claim = claim;
            this.schemas = schemas;
            this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
            this.replay = rebuild.factory.replay(rebuild.service.into(pool), rebuild.intake, rebuild.settings, pool);
        }

        static Job prepared(Rebuild rebuild, boolean afresh) throws UnderWay {
            ModelSchemas names = new ModelSchemas(new JdbcTemplate(rebuild.inUse), rebuild.clock, rebuild.current);
            HikariDataSource pool = rebuild.pool(names.next());
            ModelSchemas schemas = new ModelSchemas(new JdbcTemplate(pool), rebuild.clock, rebuild.current);
            boolean ready = false;
            try {
                Connection claim = claim(pool, schemas);
                Job job = new Job(rebuild, pool, claim, schemas);
                job.prepare(afresh);
                ready = true;
                return job;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                // With the pool goes the claim.
                if (!ready) pool.close();
            }
        }

        void start() {
            worker = Thread.ofPlatform().name("rebuild").start(this::run);
        }

        private static Connection claim(HikariDataSource pool, ModelSchemas schemas) throws SQLException, UnderWay {
            Connection claim = pool.getConnection();
            try (var statement = claim.createStatement();
                    var answer = statement.executeQuery(schemas.tryToBe())) {
                answer.next();
                if (!answer.getBoolean(1)) throw new UnderWay();
            }
            return claim;
        }

        private void prepare(boolean afresh) {
            schemas.dropPrevious();
            Flyway migrations = Flyway.configure()
                    .configuration(rebuild.flyway.getConfiguration())
                    .dataSource(pool)
                    .schemas(schemas.next())
                    .defaultSchema(schemas.next())
                    .load();
            boolean continues = !afresh && schemas.nextExists() && isOfThisVersion(migrations) && isOfThisTopic();
            if (!continues) {
                schemas.createNext();
                migrations.migrate();
                schemas.noteBegun();
                log.info("The model is rebuilt from zero");
            } else {
                schemas.noteContinued();
                log.info("An interrupted rebuild goes on");
            }
            schemas.copyDecisions();
        }

        /** What another version of the service began may mean something else. */
        private static boolean isOfThisVersion(Flyway migrations) {
            try {
                return migrations.info().pending().length == 0 && migrations.validateWithResult().validationSuccessful;
            } catch (FlywayException e) {
                return false;
            }
        }

        /** A topic that ends before the ledger is another one. */
        private boolean isOfThisTopic() {
            try (Admin admin = Admin.create(rebuild.factory.adminConfiguration())) {
                Map<Integer, Long> ends = TopicEnds.of(admin, replay.topic());
                return reached(ends, replay.nextOffsets());
            } catch (ExecutionException e) {
                throw new IllegalStateException("The topic cannot be seen: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        boolean isAlive() {
            return worker != null && worker.isAlive();
        }

        void end() {
            end.countDown();
            try {
                if (worker != null) worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            try (pool;
                    claim;
                    Admin admin = Admin.create(rebuild.factory.adminConfiguration())) {
                build(admin);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | SQLException | RuntimeException e) {
                log.error("The rebuild stopped; the model in use stays as it is", e);
            }
        }

        private void build(Admin admin) throws InterruptedException, ExecutionException {
            long began = System.nanoTime();
            partitions = TopicEnds.of(admin, replay.topic()).size();
            replay.start(partitions);
            try {
                do {
                    replay.check();
                    if (look(admin, began) <= NEARLY_THERE && exchanged(began)) {
                        finish(admin, began);
                        return;
                    }
                } while (!end.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
                log.warn("The rebuild is interrupted because the service stops; starting it again goes on from here");
            } catch (RuntimeException e) {
                schemas.noteProblem(Reception.rootOf(e).toString());
                throw e;
            } finally {
                replay.stop();
            }
        }

        /** @return how many messages are lacking */
        private long look(Admin admin, long began) throws InterruptedException, ExecutionException {
            Map<Integer, Long> ends = TopicEnds.of(admin, replay.topic());
            Map<Integer, Long> next = replay.nextOffsets();
            long total = sum(ends);
            long read = ends.keySet().stream()
                    .mapToLong(each -> next.getOrDefault(each, 0L))
                    .sum();
            schemas.noteProgress(read, total, perSecond(began));
            schemas.copyDecisions();
            return total - read;
        }

        private long perSecond(long began) {
            return replay.takenIn() * 1_000_000_000 / Math.max(1, System.nanoTime() - began);
        }

        /**
         * Holds the intake off, waits until the new model is as far, and exchanges the two.
         *
         * @return whether that was possible: readers of many tables, or a flood of messages, may ask for another try
         */
        private boolean exchanged(long began) throws InterruptedException {
            try {
                rebuild.service.makeReadable(pool);
                boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
                    schemas.freezeCurrent();
                    boolean level = awaitLevel(schemas.currentOffsets(replay.topic()));
                    if (!level) {
                        status.setRollbackOnly();
                        return false;
                    }
                    schemas.copyDecisions();
                    replay.carryOutDecisions();
                    rebuild.service.makeReadable(pool);
                    long read = sum(replay.nextOffsets());
                    schemas.noteProgress(read, read, perSecond(began));
                    schemas.exchange();
                    return true;
                }));
                if (!done) replay.start(partitions);
                return done;
            } catch (DataAccessException e) {
                log.warn("The new model is ready, but cannot take its place yet: {}", e.toString());
                replay.stop();
                replay.start(partitions);
                return false;
            }
        }

        /** Waits until the new model is where the one in use is held, and stops its readers there. */
        private boolean awaitLevel(Map<Integer, Long> offsets) {
            long until = System.nanoTime() + LONGEST_FREEZE.toNanos();
            try {
                boolean level = reached(replay.nextOffsets(), offsets);
                while (!level && System.nanoTime() < until && !end.await(5, TimeUnit.MILLISECONDS)) {
                    level = reached(replay.nextOffsets(), offsets);
                }
                replay.stop();
                return level;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void finish(Admin admin, long began) throws InterruptedException, ExecutionException {
            long total = sum(TopicEnds.of(admin, replay.topic()));
            log.info(
                    "The rebuilt model is in use: {} messages, {} of them read at {} a second",
                    total,
                    replay.takenIn(),
                    perSecond(began));
            try {
                schemas.dropPrevious();
            } catch (DataAccessException e) {
                log.warn("The model before stays until the next rebuild: {}", e.toString());
            }
        }

        private static boolean reached(Map<Integer, Long> offsets, Map<Integer, Long> goal) {
            return goal.entrySet().stream()
                    .allMatch(each -> offsets.getOrDefault(each.getKey(), 0L) >= each.getValue());
        }

        private static long sum(Map<Integer, Long> offsets) {
            return offsets.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
