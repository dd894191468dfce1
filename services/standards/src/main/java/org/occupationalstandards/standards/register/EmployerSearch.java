package org.occupationalstandards.standards.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.standards.employers.Candidate;
import org.occupationalstandards.standards.employers.Candidate.Match;
import org.occupationalstandards.standards.employers.KnownEmployers;
import org.occupationalstandards.standards.lifecycle.EmployerName;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds employers of the register by what people write for their names. */
@Component
class EmployerSearch implements KnownEmployers {

    /** Spellings looked at more closely: those with most trigrams in common. */
    private static final int CLOSE = 60;

    private static final int SHORTEST_PART = 3;

    private final JdbcClient jdbc;

    EmployerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param merged whether the spelling is that of an entry that was merged into the employer's */
    private record Found(UUID employer, String name, EmployerSize size, Spelling spelling, boolean merged) {}

    @Override
    public List<Candidate> alike(String name) {
        return candidates(name, false);
    }

    /** Those that may be meant, and those of whose name it is a part. */
    List<Candidate> search(String name) {
        return candidates(name, true);
    }

    private List<Candidate> candidates(String name, boolean parts) {
        var key = EmployerName.key(name);
        Map<UUID, Candidate> best = new LinkedHashMap<>();
        close(key, parts).stream()
                .map(found -> candidate(name, key, found, parts))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Candidate::match))
                .forEach(candidate -> best.putIfAbsent(candidate.id(), candidate));
        return List.copyOf(best.values());
    }

    private List<Found> close(String key, boolean parts) {
        return jdbc.sql("""
                        SELECT e.id, e.name, e.size, s.spelling, s.use, s.key, m.employer IS NOT NULL AS merged
                          FROM employer_spelling s LEFT JOIN employer_standing m ON m.employer = s.employer
                          JOIN registered_employer e ON e.id = coalesce(m.standing, s.employer)
                         WHERE s.key = :key OR s.trigrams && CAST(:trigrams AS text[])
                            OR (:parts AND s.key LIKE :part)
                         ORDER BY s.key = :key DESC, :parts AND s.key LIKE :part DESC,
                               (SELECT count(*) FROM unnest(s.trigrams) t WHERE t = ANY (CAST(:trigrams AS text[])))
                               / greatest(cardinality(s.trigrams), :count)::float DESC, e.name, e.id
                         LIMIT :close""")
                .param("key", key)
                .param("trigrams", Trigrams.of(key).toArray(String[]::new))
                .param("count", Trigrams.of(key).size())
                .param("parts", parts && key.length() >= SHORTEST_PART)
                .param("part", "%" + key.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("close", CLOSE)
                .query(EmployerSearch::found)
                .list();
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("name"),
                EmployerSize.valueOf(row.getString("size")),
                new Spelling(
                        row.getString("spelling"), Spelling.Use.valueOf(row.getString("use")), row.getString("key")),
                row.getBoolean("merged"));
    }

    private static List<Candidate> candidate(String name, String key, Found found, boolean parts) {
        var spelling = found.spelling();
        if (spelling.key().equals(key)) {
            return switch (spelling.use()) {
                case CURRENT ->
                    List.of(found(
                            found,
                            Match.SAME_NAME,
                            found.merged()
                                    ? "\u201c%s\u201d was merged with it.".formatted(spelling.text())
                                    : spelling.text().equals(name.strip())
                                            ? "It has this name."
                                            : "\u201c%s\u201d is the same name, written otherwise."
                                                    .formatted(spelling.text())));
                case FORMER ->
                    List.of(found(
                            found, Match.FORMER_NAME, "It went by \u201c%s\u201d before.".formatted(spelling.text())));
                case SHORT ->
                    List.of(found(
                            found, Match.SIMILAR_NAME, "\u201c%s\u201d is short for it.".formatted(spelling.text())));
            };
        }
        if (EmployerName.likeness(name, spelling.text()) >= EmployerName.ALIKE) {
            return List.of(found(found, Match.SIMILAR_NAME, inCommon(key, spelling)));
        }
        return parts && key.length() >= SHORTEST_PART && spelling.key().contains(key)
                ? List.of(found(
                        found,
                        Match.PART_OF_NAME,
                        "\u201c%s\u201d is a part of its name."
                                .formatted(name.strip().toLowerCase(Locale.ROOT))))
                : List.of();
    }

    private static Candidate found(Found found, Match match, String because) {
        return new Candidate(found.employer(), found.name(), found.size(), match, because);
    }

    private static String inCommon(String key, Spelling spelling) {
        var theirs = List.of(spelling.key().split(" "));
        var common = List.of(key.split(" ")).stream().filter(theirs::contains).toList();
        return common.isEmpty()
                ? "\u201c%s\u201d differs from it by a letter.".formatted(spelling.text())
                : "\u201c%s\u201d has most words in common with it: %s."
                        .formatted(spelling.text(), String.join(", ", common));
    }
}
