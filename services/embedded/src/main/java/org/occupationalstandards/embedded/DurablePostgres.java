package org.occupationalstandards.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * A PostgreSQL server from bundled binaries that keeps its data in one folder, with every commit on disk before it is
 * acknowledged. It runs as a process of its own and outlives a killed JVM; the next start on the same folder stops it
 * before it starts another, so that two never share the data.
 *
 * <p>Listens on the loopback address only; the password is made with the data and lies beside it, readable by its owner.
 */
public final class DurablePostgres implements AutoCloseable {

    private static final String USER = "standards";
    private static final String DATABASE = "standards";

    private static final String SETTINGS = """
            # Written anew at every start.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            # What was acknowledged survives a power cut.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            # One machine, a handful of services.
            max_connections = 80
            shared_buffers = 64MB
            maintenance_work_mem = 32MB
            max_wal_size = 512MB
            autovacuum_max_workers = 2
            # Plans that were made while a table was empty are bad ones a thousand rows later.
            autovacuum_naptime = 10s
            max_worker_processes = 4
            max_parallel_workers = 2
            io_method = sync
            # A forgotten open transaction would hold back everybody who reads events in the order they were stored.
            # Readers give a gap in that order up as empty after a minute at the earliest; no transaction lasts that long.
            idle_in_transaction_session_timeout = 30s
            transaction_timeout = 50s
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_min_messages = warning
            log_checkpoints = off
            """;

    private final PostgresPrograms programs;
    private final FolderLock lock;
    private final Path data;
    private final int port;
    private final String password;
    private boolean closed;

    private DurablePostgres(PostgresPrograms programs, FolderLock lock, Path data, int port, String password) {
        this.programs = programs;
        this.lock = lock;
        this.data = data;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server on the data in {@code folder}, which is made when it is new; a server that a killed process left
     * running on it is stopped first.
     *
     * @param port where it listens, on the loopback address; 0 for any free port
     * @throws CannotStart when the port is taken, the folder in use or unwritable, or its data of another major version
     */
    public static DurablePostgres start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            var lock = FolderLock.take(folder);
            try {
                return start(folder, port, lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new CannotStart("PostgreSQL cannot use the folder %s: %s.".formatted(folder, failure), failure);
        }
    }

    private static DurablePostgres start(Path folder, int port, FolderLock lock) throws IOException {
        var programs = PostgresPrograms.unpackedIn(folder);
        var data = folder.resolve("data").toAbsolutePath();
        var password = password(folder);
        if (Files.notExists(data)) {
            initialise(programs, folder, data);
        }
        new Postmaster(data).stopLeftOver(programs);
        int chosen = Ports.choose(port, "PostgreSQL");
        Files.writeString(data.resolve("postgresql.conf"), SETTINGS.formatted(chosen));
        var log = freshLog(folder);
        var outcome =
                programs.run("pg_ctl", "start", "-w", "-t", "120", "-s", "-D", data.toString(), "-l", log.toString());
        if (outcome.failed()) {
            throw new CannotStart("PostgreSQL did not start in %s: %s".formatted(folder, lastLines(log)));
        }
        var started = new DurablePostgres(programs, lock, data, chosen, password);
        started.createDatabase();
        return started;
    }

    /** JDBC address of the database {@code standards}, without credentials. */
    public String url() {
        return url(DATABASE);
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Stops the server: open transactions are rolled back, committed ones are on disk. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            programs.stop(data);
        } finally {
            lock.close();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Under a name of its own until it is complete, so that a start cut short leaves nothing half made behind. */
    private static void initialise(PostgresPrograms programs, Path folder, Path data) throws IOException {
        var incomplete = Files.createTempDirectory(folder, "data-incomplete-").toAbsolutePath();
        var outcome = programs.run(
                "initdb",
                "--pgdata=" + incomplete,
                "--username=" + USER,
                "--pwfile=" + folder.resolve("password").toAbsolutePath(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (outcome.failed()) {
            throw new CannotStart("PostgreSQL cannot make its data in %s: %s".formatted(folder, outcome.said()));
        }
        Files.move(incomplete, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(Path folder) throws IOException {
        var file = folder.resolve("password");
        if (Files.notExists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            var incomplete = Files.createTempFile(
                    folder,
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(incomplete, HexFormat.of().formatHex(random));
            Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException failure) {
            close();
            throw new CannotStart(
                    "PostgreSQL started in %s but refuses us: %s".formatted(data, failure.getMessage()), failure);
        }
    }

    /** The log of the run before is kept, older ones are not. */
    private static Path freshLog(Path folder) throws IOException {
        var log = folder.resolve("server.log").toAbsolutePath();
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private static String lastLines(Path log) throws IOException {
        if (Files.notExists(log)) {
            return "it said nothing.";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
}
