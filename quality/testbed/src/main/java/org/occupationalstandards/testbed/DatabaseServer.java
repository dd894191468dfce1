package org.occupationalstandards.testbed;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A running PostgreSQL server of these tests, which makes databases on demand. */
final class DatabaseServer {

    private final AtomicInteger made = new AtomicInteger();
    private final String address;
    private final String username;
    private final String password;

    /** @param address host and port */
    DatabaseServer(String address, String username, String password) {
        this.address = address;
        this.username = username;
        this.password = password;
    }

    Database freshDatabase() {
        var name = "test_" + made.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"), username, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot make the database " + name, failure);
        }
        return new Database(url(name), username, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }
}
