package org.occupationalstandards.catalogue.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.platform.representation.EntityTag;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps each bulk file until the model has changed, and writes it again when somebody asks for it after that. Readers are
 * served from the file: a slow one holds a file open, not a database connection, and all are served by one writing.
 */
@Component
class BulkFiles implements DisposableBean {

    /** Rows that the driver fetches at a time. */
    private static final int AT_A_TIME = 100;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final JsonMapper json;
    private final Map<BulkFormat, @Nullable BulkFile> files = new EnumMap<>(BulkFormat.class);
    private final ReentrantLock writing = new ReentrantLock();
    private final Path folder;

    BulkFiles(JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json) throws IOException {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(AT_A_TIME);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.json = json;
        this.folder = Files.createTempDirectory("catalogue-bulk");
    }

    /**
     * The file of that shape, as the model is now.
     *
     * @param base where the addresses in the file start
     */
    BulkFile current(BulkFormat format, String base) {
        writing.lock();
        try {
            BulkFile known = files.get(format);
            if (known != null && known.model().equals(model(base))) return known;
            BulkFile written = Objects.requireNonNull(snapshot.execute(status -> write(format, base)));
            files.put(format, written);
            if (known != null) delete(known);
            return written;
        } finally {
            writing.unlock();
        }
    }

    /** The addresses in a file depend on the address under which it was asked for. */
    private String model(String base) {
        return jdbc.queryForObject("select epoch || ':' || revision from model", String.class) + ':' + base;
    }

    private BulkFile write(BulkFormat format, String base) {
        try {
            Path plain = Files.createTempFile(folder, "occupations", "." + format.extension());
            Path gzipped = Files.createTempFile(folder, "occupations", "." + format.extension() + ".gz");
            String model = model(base);
            MessageDigest digest = EntityTag.digest();
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(plain));
                    OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(gzipped));
                    BulkWriter writer = begin(format, base, new Both(new DigestOutputStream(file, digest), gzip))) {
                jdbc.query("select document from occupation order by reference", row -> {
                    write(writer, json.readValue(row.getString(1), Occupation.class));
                });
            }
            return new BulkFile(model, plain, gzipped, EntityTag.of(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BulkWriter begin(BulkFormat format, String base, OutputStream stream) throws IOException {
        return switch (format) {
            case CSV -> CsvFile.begin(stream);
            case JSON -> JsonFile.plain(json, stream);
            case JSON_LD -> JsonFile.linked(json, stream, new LinkedData(base));
        };
    }

    private static void write(BulkWriter writer, Occupation occupation) {
        try {
            writer.write(occupation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever still reads it reads on to its end. */
    private static void delete(BulkFile file) {
        try {
            Files.deleteIfExists(file.plain());
            Files.deleteIfExists(file.gzipped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        for (BulkFile each : files.values()) if (each != null) delete(each);
        Files.deleteIfExists(folder);
    }

    /** Writes everything twice. */
    private static final class Both extends OutputStream {

        private final OutputStream one;
        private final OutputStream other;

        Both(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public void write(int value) throws IOException {
            one.write(value);
            other.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            one.write(bytes, offset, length);
            other.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            one.flush();
        }
    }
}
