package org.occupationalstandards.notifications.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A session of the database, outside of the pool, that holds the lock of one instance. The server gives the lock up when the
 * process dies, and soon after its machine does.
 */
final class Session implements AutoCloseable {

    /** Any number that nothing else in this database uses for a lock that has two. */
    static final int KEY = 0x68657265;

    private static final int SECONDS_TO_ANSWER = 10;

    private static final Executor HERE = Runnable::run;

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** @throws SQLException where the database cannot be reached, or somebody else holds that lock */
    static Session open(JdbcConnectionDetails database, int number) throws SQLException {
        var session = new Session(DriverManager.getConnection(database.getJdbcUrl(), properties(database)));
        try {
            session.lock(number);
            return session;
        } catch (SQLException | RuntimeException trouble) {
            session.close();
            throw trouble;
        }
    }

    private static Properties properties(JdbcConnectionDetails database) {
        var properties = new Properties();
        if (database.getUsername() != null) properties.setProperty("user", database.getUsername());
        if (database.getPassword() != null) properties.setProperty("password", database.getPassword());
        properties.setProperty("ApplicationName", "notifications: presence");
        properties.setProperty("connectTimeout", Integer.toString(SECONDS_TO_ANSWER));
        properties.setProperty("socketTimeout", Integer.toString(SECONDS_TO_ANSWER));
        return properties;
    }

    private void lock(int number) throws SQLException {
        try (var statement = connection.createStatement()) {
            // A machine that has lost its power closes no connection: after ten seconds of silence it is gone too.
            statement.execute("set tcp_keepalives_idle = 4; set tcp_keepalives_interval = 2;"
                    + " set tcp_keepalives_count = 3; set tcp_user_timeout = 10000; set idle_session_timeout = 0");
            try (var answer = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ", " + number + ")")) {
                if (!answer.next() || !answer.getBoolean(1)) throw new SQLException("Lock " + number + " is taken");
            }
        }
    }

    boolean lasts() throws SQLException {
        return connection.isValid(SECONDS_TO_ANSWER);
    }

    /** Without a word to the server, which may be out of reach. */
    @Override
    public void close() {
        try {
            connection.abort(HERE);
        } catch (SQLException gone) {
            // That is what was wanted.
        }
    }
}
