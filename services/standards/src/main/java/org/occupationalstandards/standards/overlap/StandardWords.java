package org.occupationalstandards.standards.overlap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the words of standards. */
@Component
class StandardWords {

    /** Standards that are looked at closely: by what they say, and by what they are called. */
    private static final int BY_ALL = 15;

    private static final int BY_NAME = 15;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    StandardWords(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    void save(Map<String, Content> contents) {
        batches.batchUpdate("""
                INSERT INTO standard_words (reference, words)
                VALUES (?, setweight(to_tsvector('english', ?), 'A') || setweight(to_tsvector('english', ?), 'B')
                           || setweight(to_tsvector('english', ?), 'C'))
                ON CONFLICT (reference) DO UPDATE SET words = EXCLUDED.words""", contents.entrySet(), Math.max(1, contents.size()), (row, each) -> {
            var content = each.getValue();
            row.setString(1, each.getKey());
            row.setString(2, names(Objects.requireNonNullElse(content.title(), ""), content.typicalJobTitles()));
            row.setString(3, String.join("\n", content.keywords()));
            row.setString(4, String.join("\n", Proposed.sentences(content)));
        });
    }

    void remove(List<String> references) {
        jdbc.sql("DELETE FROM standard_words WHERE reference = ANY (?)")
                .param(references.toArray(String[]::new))
                .update();
    }

    /** References of standards that may overlap, by the words that they have in common, the likeliest first. */
    List<String> candidates(Proposed proposed) {
        var names = names(proposed.title(), proposed.jobTitles());
        var all = String.join(
                "\n", names, String.join("\n", proposed.keywords()), String.join("\n", proposed.sentences()));
        return jdbc.sql("""
                        WITH asked AS (
                            SELECT replace(plainto_tsquery('english', :names)::text, '&', '|')::tsquery AS names,
                                   replace(plainto_tsquery('english', :all)::text, '&', '|')::tsquery AS all_words),
                        by_name AS (
                            SELECT reference, ts_rank('{0, 0, 0.3, 1}', words, names) AS rank FROM standard_words, asked
                             WHERE words @@ names AND reference <> :own ORDER BY rank DESC, reference LIMIT :byName),
                        by_all AS (
                            SELECT reference, ts_rank('{0, 1, 0.4, 0.4}', words, all_words, 1) AS rank
                              FROM standard_words, asked
                             WHERE words @@ all_words AND reference <> :own ORDER BY rank DESC, reference LIMIT :byAll)
                        SELECT reference FROM by_name UNION SELECT reference FROM by_all""")
                .param("names", names)
                .param("all", all)
                .param("own", Objects.requireNonNullElse(proposed.reference(), ""))
                .param("byName", BY_NAME)
                .param("byAll", BY_ALL)
                .query(String.class)
                .list();
    }

    private static String names(String title, List<String> jobTitles) {
        return title + "\n" + String.join("\n", jobTitles);
    }
}
