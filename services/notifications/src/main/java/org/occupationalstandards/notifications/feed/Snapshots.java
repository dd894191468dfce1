package org.occupationalstandards.notifications.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Writes everything as it is now into a file, and serves that until the feed has gone on. A slow reader holds a file open,
 * not a database connection, and many are served by one writing.
 */
@Component
class Snapshots implements DisposableBean {

    /** Fetched at a time: the whole need not fit into memory. */
    private static final int FETCHED = 50;

    private final Horizon horizon;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneView;
    private final Path folder;
    private final Map<Form, Shelf> shelves = new EnumMap<>(Form.class);

    Snapshots(Horizon horizon, DataSource database, PlatformTransactionManager transactions) throws IOException {
        this.horizon = horizon;
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FETCHED);
        this.oneView = new TransactionTemplate(transactions);
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setReadOnly(true);
        this.folder = Files.createTempDirectory("notifications-snapshot");
        for (var form : Form.values()) shelves.put(form, new Shelf());
    }

    /** How it is written: before everything (with a place for the cursor), between two occupations, after the last. */
    enum Form {
        JSON("{\"next\":\"%s\",\"items\":[", ",", "]}"),
        LINES("{\"next\":\"%s\"}\n", "\n", "\n");

        private final String before;
        private final String between;
        private final String after;

        Form(String before, String between, String after) {
            this.before = before;
            this.between = between;
            this.after = after;
        }
    }

    /** A file that is open: it can be read to its end even when a newer one has taken its place. */
    record Copy(long length, InputStream stream) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** @param position of the cursor in it */
    private record Written(long position, Path file) {}

    private static final class Shelf {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Written written;
    }

    /** Everything up to the horizon of this moment, or of a later one. One writes, the others wait for it. */
    Copy open(Form form) throws IOException {
        long wanted = horizon.position();
        var shelf = Objects.requireNonNull(shelves.get(form));
        shelf.lock.lock();
        try {
            var written = shelf.written;
            if (written == null || written.position() < wanted) {
                var old = written;
                written = write(form);
                shelf.written = written;
                if (old != null) Files.deleteIfExists(old.file());
            }
            return new Copy(Files.size(written.file()), Files.newInputStream(written.file()));
        } finally {
            shelf.lock.unlock();
        }
    }

    private Written write(Form form) throws IOException {
        // Read before the transaction sees the database: what may be read by then is in what it sees.
        long position = horizon.position();
        // One name, over and over: what an earlier attempt left behind is overwritten, not collected.
        var next = folder.resolve("next." + form);
        try (var out = new BufferedOutputStream(Files.newOutputStream(next))) {
            write(out, form.before.formatted(new Cursor(position)).getBytes(StandardCharsets.UTF_8));
            oneView.executeWithoutResult(transaction -> writeStates(out, form.between));
            write(out, form.after.getBytes(StandardCharsets.UTF_8));
        }
        return new Written(position, Files.move(next, folder.resolve(UUID.randomUUID() + "." + form)));
    }

    private void writeStates(OutputStream out, String between) {
        var separator = between.getBytes(StandardCharsets.UTF_8);
        var first = new boolean[] {true};
        jdbc.query("select data from current_state order by reference", row -> {
            if (!first[0]) write(out, separator);
            first[0] = false;
            write(out, row.getBytes("data"));
        });
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
