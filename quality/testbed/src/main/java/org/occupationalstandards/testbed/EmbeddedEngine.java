package org.occupationalstandards.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL from bundled binaries, quick rather than durable, and Kafka inside this JVM. */
final class EmbeddedEngine implements Engine {

    private static final String USER = "postgres";

    private final String reason;
    private @Nullable DatabaseServer postgres;
    private @Nullable Broker broker;

    /** @param reason why not containers */
    EmbeddedEngine(String reason) {
        this.reason = reason;
    }

    @Override
    public synchronized DatabaseServer postgres() {
        if (postgres == null) {
            try {
                // It stops with this JVM by a hook of its own.
                int port = EmbeddedPostgres.builder().start().getPort();
                postgres = new DatabaseServer("localhost:" + port, USER, USER);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return postgres;
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

    @Override
    public String description() {
        return "embedded PostgreSQL and Kafka (" + reason + ")";
    }
}
