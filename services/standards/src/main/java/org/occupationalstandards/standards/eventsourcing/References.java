package org.occupationalstandards.standards.eventsourcing;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References of standards: OCC, four digits, and a letter for an option. */
public class References {

    private static final Pattern FORM = Pattern.compile("OCC\\d{4}[A-Z]?");

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static boolean isWellFormed(String reference) {
        return FORM.matcher(reference).matches();
    }

    /** A reference that no standard has. */
    public String next() {
        return jdbc.sql("""
                        WITH RECURSIVE candidate (reference) AS (
                            SELECT 'OCC' || lpad(nextval('next_reference')::text, 4, '0')
                            UNION ALL
                            SELECT 'OCC' || lpad(nextval('next_reference')::text, 4, '0') FROM candidate
                             WHERE EXISTS (SELECT FROM stored_event e WHERE e.reference = candidate.reference))
                        SELECT reference FROM candidate c
                         WHERE NOT EXISTS (SELECT FROM stored_event e WHERE e.reference = c.reference)""").query(String.class).single();
    }
}
