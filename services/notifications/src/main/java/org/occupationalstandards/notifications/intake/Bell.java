package org.occupationalstandards.notifications.intake;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.occupationalstandards.notifications.delivery.Wakeup;
import org.occupationalstandards.notifications.feed.Horizon;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who waits that something new was committed: in this instance at once, in others through the database.
 * Rung after the commit and by a thread of its own, so that intake waits for nobody and many rings count as one.
 */
@Component
class Bell implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Bell.class);

    private static final String NAME = "notifications_news";

    /** How long nothing is heard before the feed is looked at anyway. */
    private static final Duration WITHOUT_NEWS = Duration.ofSeconds(10);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private static final Duration TO_FINISH = Duration.ofSeconds(2);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Horizon horizon;
    private final Dispatcher dispatcher;
    private final Wakeup news = new Wakeup();
    private volatile boolean running;
    private @Nullable Thread ringer;
    private @Nullable Thread listener;

    Bell(DataSource database, JdbcClient jdbc, Horizon horizon, Dispatcher dispatcher) {
        this.database = database;
        this.jdbc = jdbc;
        this.horizon = horizon;
        this.dispatcher = dispatcher;
    }

    void ring() {
        news.ring();
    }

    private void tellOthers() {
        while (running) {
            boolean rung = news.await(WITHOUT_NEWS);
            if (!running) return;
            try {
                tellThisInstance();
                if (rung)
                    jdbc.sql("select pg_notify('" + NAME + "', '')")
                            .query((org.springframework.jdbc.core.RowCallbackHandler) row -> {});
            } catch (RuntimeException trouble) {
                log.warn("News could not be passed on; trying again", trouble);
                pause();
                news.ring();
            }
        }
    }

    private void tellThisInstance() {
        dispatcher.wake();
        horizon.advance();
    }

    private void notifyOthers() {
        jdbc.sql("select pg_notify('" + NAME + "', '')").query((RowCallbackHandler) row -> {});
    }

    private void hearOthers() {
        while (running) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("listen " + NAME);
                var notifications = connection.unwrap(PGConnection.class);
                // Whatever was said while nobody listened.
                tellThisInstance();
                while (running) {
                    var heard = notifications.getNotifications(Math.toIntExact(WITHOUT_NEWS.toMillis()));
                    if (heard != null && heard.length > 0) tellThisInstance();
                }
            } catch (SQLException | RuntimeException trouble) {
                if (!running) return;
                log.warn("News of other instances cannot be heard; trying again", trouble);
                pause();
            }
        }
    }

    private static void pause() {
        new Wakeup().await(AFTER_TROUBLE);
    }

    @Override
    public void start() {
        running = true;
        ringer = Thread.ofVirtual().name("bell").start(this::tellOthers);
        listener = Thread.ofVirtual().name("bell-listener").start(this::hearOthers);
    }

    /** The last ring of this instance is what makes its own listener look up and see that it is over. */
    @Override
    public void stop() {
        running = false;
        horizon.close();
        try {
            notifyOthers();
        } catch (RuntimeException databaseGone) {
            log.debug("Nobody is told of the stop", databaseGone);
        }
        news.ring();
        end(ringer);
        end(listener);
    }

    private static void end(@Nullable Thread thread) {
        try {
            if (thread != null && !thread.join(TO_FINISH)) thread.interrupt();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
