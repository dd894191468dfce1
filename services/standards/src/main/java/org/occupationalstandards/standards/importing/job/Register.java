package org.occupationalstandards.standards.importing.job;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.occupationalstandards.standards.importing.KnownStandards;
import org.occupationalstandards.standards.importing.KnownStandards.Known;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The standards that are there already, for files that do not name references. */
@Component
class Register {

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the list has every standard of which events are stored. */
    boolean complete() {
        return jdbc.sql("""
                        SELECT NOT EXISTS (
                            SELECT FROM stored_event e
                             WHERE e.sequence_number = 0
                               AND NOT EXISTS (SELECT FROM current_standard c WHERE c.reference = e.reference))""").query(Boolean.class).single();
    }

    KnownStandards known() {
        return KnownStandards.of(jdbc.sql("""
                        SELECT reference, title, level, route,
                               ARRAY(SELECT (product ->> 'larsCode')::integer
                                       FROM jsonb_array_elements(convert_from(occupation, 'UTF8')::jsonb -> 'products') product
                                      WHERE product ->> 'larsCode' IS NOT NULL) AS lars_codes
                          FROM current_standard""")
                .query((row, index) -> new Known(
                        row.getString("reference"),
                        row.getString("title"),
                        row.getInt("level"),
                        row.getInt("route"),
                        codes((Integer[]) row.getArray("lars_codes").getArray())))
                .list());
    }

    private static Set<Integer> codes(Integer[] codes) {
        return new HashSet<>(Arrays.asList(codes));
    }
}
