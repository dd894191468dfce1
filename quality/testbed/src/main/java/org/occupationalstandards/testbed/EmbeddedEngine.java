package org.occupationalstandards.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL from bundled binaries, quick rather than durable, and Kafka inside this JVM. */
final class EmbeddedEngine implements Engine {

    private static final String USER = "postgres";

    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Broker broker;

    @Override
    public synchronized Database freshDatabase() {
        try {
            if (postgres == null) {
                // It stops with this JVM by a hook of its own.
                postgres = EmbeddedPostgres.builder().start();
            }
            var name = "test_" + databases.incrementAndGet();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return new Database(postgres.getJdbcUrl(USER, name), USER, USER);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("no embedded PostgreSQL for tests", failure);
        }
    }

    @Override
    public synchronized String bootstrapServers() {
        if (broker == null) {
            var started = new Broker();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            broker = started;
        }
        return broker.bootstrapServers();
    }
}
