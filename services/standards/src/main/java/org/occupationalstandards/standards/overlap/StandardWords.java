package org.occupationalstandards.standards.overlap;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Overlap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of the words of standards. */
@Component
class StandardWords {

    /** Standards that are looked at closely: by what they say, and by what they are called. */
    private static final int BY_ALL = 15;

    private static final int BY_NAME = 15;

    /** Drafts that one question takes in at most, so that it stays short after many were saved. */
    private static final int CAUGHT_UP_AT_ONCE = 50;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    StandardWords(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** A standard with what it says to everybody. */
    record Said(StateAt<StandardState> standard, Content content) {}

    void forget() {
        jdbc.sql("DELETE FROM standard_words").update();
    }

    /** Keeps their words, unless those of a later event are kept already. */
    void save(List<Said> standards) {
        if (standards.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO standard_words (reference, sequence, latest, title, status, level, job_titles, sayings, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb),
                        setweight(to_tsvector('english', ?), 'A') || setweight(to_tsvector('english', ?), 'B')
                            || setweight(to_tsvector('english', ?), 'C'))
                ON CONFLICT (reference) DO UPDATE
                   SET sequence = EXCLUDED.sequence, latest = greatest(standard_words.latest, EXCLUDED.latest),
                       title = EXCLUDED.title, status = EXCLUDED.status, level = EXCLUDED.level,
                       job_titles = EXCLUDED.job_titles, sayings = EXCLUDED.sayings, words = EXCLUDED.words
                 WHERE standard_words.sequence < EXCLUDED.sequence""", standards, standards.size(), this::write);
    }

    private void write(PreparedStatement row, Said said) throws SQLException {
        var state = said.standard().state();
        var content = said.content();
        var sayings = Overlap.sayings(content);
        row.setString(1, said.standard().reference());
        row.setLong(2, said.standard().sequence());
        row.setLong(3, said.standard().sequence());
        row.setString(4, state.title());
        row.setString(5, state.status().name());
        row.setInt(6, state.classification().level());
        row.setArray(
                7,
                row.getConnection()
                        .createArrayOf("text", content.typicalJobTitles().toArray()));
        row.setString(8, json.writeValueAsString(sayings));
        row.setString(9, names(Objects.requireNonNullElse(content.title(), ""), content.typicalJobTitles()));
        row.setString(10, String.join("\n", content.keywords()));
        row.setString(11, sayings.stream().map(Overlap.Saying::text).collect(Collectors.joining("\n")));
    }

    void remove(Collection<String> references) {
        if (!references.isEmpty()) {
            jdbc.sql("DELETE FROM standard_words WHERE reference = ANY (?)")
                    .param(references.toArray(String[]::new))
                    .update();
        }
    }

    /** Notes that drafts have been saved since, whose words nobody has asked for yet. */
    void fallBehind(Map<String, Long> sequences) {
        if (!sequences.isEmpty()) {
            batches.batchUpdate(
                    "UPDATE standard_words SET latest = ? WHERE reference = ? AND latest < ?",
                    sequences.entrySet(),
                    sequences.size(),
                    (row, each) -> {
                        row.setLong(1, each.getValue());
                        row.setString(2, each.getKey());
                        row.setLong(3, each.getValue());
                    });
        }
    }

    /** Standards whose words are not those of their last draft. */
    List<String> behind() {
        // The order is that of the index on just these; without it, half of all are thought to be behind and all are
        // read.
        return jdbc.sql("SELECT reference FROM standard_words WHERE latest > sequence ORDER BY reference LIMIT ?")
                .param(CAUGHT_UP_AT_ONCE)
                .query(String.class)
                .list();
    }

    /** Standards that may overlap, by the words that they have in common; by those of their names alone where nothing is said. */
    List<Known> candidates(Proposed proposed) {
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
                             WHERE :statements AND words @@ all_words AND reference <> :own
                             ORDER BY rank DESC, reference LIMIT :byAll)
                        SELECT reference, title, status, level, job_titles,
                               CASE WHEN :statements THEN sayings::text ELSE '[]' END AS sayings
                          FROM standard_words
                         WHERE reference = ANY (ARRAY(SELECT reference FROM by_name UNION SELECT reference FROM by_all))""")
                .param("names", names)
                .param("all", all)
                .param("own", Objects.requireNonNullElse(proposed.reference(), ""))
                .param("byName", BY_NAME)
                .param("byAll", BY_ALL)
                .param("statements", !proposed.sentences().isEmpty())
                .query((row, number) -> known(row))
                .list();
    }

    private Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("reference"),
                row.getString("title"),
                Status.valueOf(row.getString("status")),
                row.getInt("level"),
                Arrays.asList((String[]) row.getArray("job_titles").getArray()),
                json.readValue(row.getString("sayings"), new TypeReference<List<Overlap.Saying>>() {}));
    }

    private static String names(String title, List<String> jobTitles) {
        return title + "\n" + String.join("\n", jobTitles);
    }
}
