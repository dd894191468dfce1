package org.occupationalstandards.catalogue.entry;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A search as SQL: which rows, in which order. Whatever comes from outside is bound, never written into it. */
final class Selection {

    private final StringBuilder from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String order = "o.reference";

    private Selection(String table) {
        this.from = new StringBuilder(table + " o");
    }

    static Selection of(Search search) {
        LocalDate asOf = search.asOf();
        Selection selection = new Selection(asOf == null ? "occupation" : "occupation_history");
        if (asOf != null) {
            selection.where("o.valid_from <= :asOf and o.valid_until > :asOf", "asOf", Date.valueOf(asOf));
        }
        String words = search.q();
        if (words != null) selection.matching(words);
        if (search.route() != null) selection.where("o.route = :route", "route", search.route());
        if (search.level() != null) selection.where("o.level = :level", "level", search.level());
        if (search.tier() != null)
            selection.where("o.tier = :tier", "tier", search.tier().wireName());
        if (search.status() != null)
            selection.where("o.status = :status", "status", search.status().wireName());
        if (search.green() != null)
            selection.where("o.green = :green", "green", search.green().wireName());
        if (search.product() != null) {
            selection.where(
                    "o.products @> jsonb_build_array(jsonb_build_object('type', :product))",
                    "product",
                    search.product().wireName());
        }
        return selection;
    }

    /** Table and conditions, to come after {@code from}. */
    String rows() {
        return conditions.isEmpty() ? from.toString() : from + " where " + String.join(" and ", conditions);
    }

    /** Best match first where there are words, otherwise by reference; never by chance. */
    String order() {
        return order;
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(parameters);
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    /**
     * All words, in any form. Where there are nothing but words, the last one may be unfinished, and references and codes
     * are found as they are; quotes, {@code or} and a minus sign mean what they mean elsewhere on the web.
     */
    private void matching(String words) {
        boolean plain = PlainWords.are(words);
        from.append(plain ? """
                , (select websearch_to_tsquery('english', :words) || plainto_tsquery('simple', :words)
                    || to_tsquery('english', :begun) as wanted) search
                """ : """
                , (select websearch_to_tsquery('english', :words) as wanted) search
                """);
        where("o.words @@ search.wanted", "words", words);
        if (plain) parameters.put("begun", PlainWords.lastOneBegun(words));
        order = "ts_rank(o.words, search.wanted) desc, o.reference";
    }
}
