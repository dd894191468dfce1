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
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.occupationalstandards.catalogue.bulk.Shelf.Copy;
import org.occupationalstandards.catalogue.bulk.Shelf.Volume;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.platform.representation.EntityTag;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
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
    private final Map<BulkFormat, Shelf> shelves = new EnumMap<>(BulkFormat.class);
    private final Path folder;

    BulkFiles(JdbcTemplate jdbc, PlatformTransactionManager transactions, JsonMapper json) throws IOException {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(AT_A_TIME);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.json = json;
        this.folder = Files.createTempDirectory("catalogue-bulk");
        for (BulkFormat each : BulkFormat.values()) shelves.put(each, new Shelf());
    }

    /** The file of that shape, as the model is now; to be closed by the caller. */
    Copy open(BulkFormat format, boolean gzipped) throws IOException {
        Shelf shelf = Objects.requireNonNull(shelves.get(format));
        return shelf.copy(
                gzipped, this::model, () -> Objects.requireNonNull(snapshot.execute(status -> print(format))));
    }

    private String model() {
        return Objects.requireNonNull(jdbc.queryForObject("select epoch || ':' || revision from model", String.class));
    }

    private Volume print(BulkFormat format) {
        try {
            // One name, over and over: what an earlier attempt left behind is overwritten, not collected.
            Path plain = folder.resolve("next." + format.extension());
            Path gzipped = folder.resolve("next." + format.extension() + ".gz");
            // Held to the end of the transaction: a rebuilt model cannot take the place of this one in the middle.
            jdbc.execute("lock table intake_partition in access share mode");
            String model = model();
            MessageDigest digest = EntityTag.digest();
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(plain));
                    OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(gzipped));
                    BulkWriter writer = begin(format, new Both(new DigestOutputStream(file, digest), gzip))) {
                jdbc.query("select document from occupation order by reference", row -> {
                    write(writer, json.readValue(row.getString(1), Occupation.class));
                });
            }
            String name = UUID.randomUUID() + "." + format.extension();
            return new Volume(
                    model,
                    Files.move(plain, folder.resolve(name)),
                    Files.move(gzipped, folder.resolve(name + ".gz")),
                    EntityTag.of(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BulkWriter begin(BulkFormat format, OutputStream stream) throws IOException {
        return switch (format) {
            case CSV -> CsvFile.begin(stream);
            case JSON -> JsonFile.plain(json, stream);
            case JSON_LD -> JsonFile.linked(json, stream);
        };
    }

    private static void write(BulkWriter writer, Occupation occupation) {
        try {
            writer.write(occupation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        for (Shelf each : shelves.values()) each.clear();
        FileSystemUtils.deleteRecursively(folder);
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
        public void close() throws IOException {
            one.close();
            other.close();
        }
    }
}
