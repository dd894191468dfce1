package org.occupationalstandards.standards.eventsourcing;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References of standards: OCC, four digits, and a letter for an option. */
public class References {

    private static final Pattern FORM = Pattern.compile("OCC\\d{4}[A-Z]?");

    /** A sequence has come to its end. */
    private static final String USED_UP = "2200H";

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static boolean isWellFormed(String reference) {
        return FORM.matcher(reference).matches();
    }

    /**
     * A reference that no standard has.
     *
     * @throws CommandRefused where all have been given
     */
    public String next() {
        try {
            return given();
        } catch (DataAccessException failed) {
            if (failed.getRootCause() instanceof SQLException cause && USED_UP.equals(cause.getSQLState())) {
                throw new CommandRefused(Refusal.REFERENCES_USED_UP, List.of());
            }
            throw failed;
        }
    }

    /** Those that were given by hand are passed over. */
    private String given() {
        var candidate = candidate();
        while (candidate.taken()) {
            candidate = candidate();
        }
        return candidate.reference();
    }

    private record Candidate(String reference, boolean taken) {}

    private Candidate candidate() {
        return jdbc.sql("""
                        SELECT reference, EXISTS (SELECT FROM stored_event e WHERE e.reference = next.reference) AS taken
                          FROM (SELECT 'OCC' || lpad(nextval('next_reference')::text, 4, '0') AS reference OFFSET 0) AS next""").query(Candidate.class).single();
    }
}
