package org.occupationalstandards.faults.running;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks at the database, and holds it up, past the services. */
public record Database(String url, String user, String password) {

    /** A connection of its own; whoever opens it closes it. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The one number that this query gives, 0 where it gives none. */
    public long number(String query) {
        String text = text(query);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** The one value that this query gives, empty where it gives none. */
    public String text(String query) {
        try (Connection connection = open()) {
            return text(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Runs statements that give nothing. */
    public static void run(Connection connection, String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** The one value that this query gives, within a transaction that is under way. */
    public static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
