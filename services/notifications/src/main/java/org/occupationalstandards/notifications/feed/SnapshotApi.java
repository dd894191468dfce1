package org.occupationalstandards.notifications.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything as it is now, and the cursor to go on from: a cold start in two requests that misses nothing. What was
 * announced after the cursor may be in it already; a change whose sequence is not greater than that of the occupation
 * here has been seen.
 */
@RestController
class SnapshotApi {

    /** Fetched at a time: the whole need not fit into memory. */
    private static final int FETCHED = 50;

    private final Horizon horizon;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneView;

    SnapshotApi(Horizon horizon, DataSource database, PlatformTransactionManager transactions) {
        this.horizon = horizon;
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FETCHED);
        this.oneView = new TransactionTemplate(transactions);
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setReadOnly(true);
    }

    /** {@code {"next": cursor, "items": [occupation, ...]}}, in the order of references. */
    @GetMapping(path = "/snapshot", produces = MediaType.APPLICATION_JSON_VALUE)
    void json(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        write(response, "{\"next\":\"%s\",\"items\":[", ",", "]}");
    }

    /** The cursor as {@code {"next": cursor}} on the first line, then one occupation a line. */
    @GetMapping(path = "/snapshot", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        write(response, "{\"next\":\"%s\"}\n", "\n", "\n");
    }

    private void write(HttpServletResponse response, String before, String between, String after) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        var out = response.getOutputStream();
        // Read before the transaction sees the database: what may be read by then is in what it sees.
        var next = new Cursor(horizon.position());
        write(out, before.formatted(next));
        oneView.executeWithoutResult(transaction -> writeStates(out, between));
        write(out, after);
    }

    private void writeStates(OutputStream out, String between) {
        var first = new boolean[] {true};
        jdbc.query("select data from current_state order by reference", row -> {
            if (!first[0]) write(out, between);
            first[0] = false;
            write(out, row.getBytes("data"));
        });
    }

    private static void write(OutputStream out, String text) {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException clientGone) {
            throw new UncheckedIOException(clientGone);
        }
    }
}
