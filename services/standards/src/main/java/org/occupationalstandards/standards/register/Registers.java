package org.occupationalstandards.standards.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.Candidate;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of employers and of groups. */
@Component
public class Registers {

    private static final String STANDING =
            " FROM registered_employer e WHERE NOT EXISTS (SELECT FROM employer_standing s WHERE s.employer = e.id)";

    private static final String MATCHING_GROUPS = """
             FROM employer_group g
            WHERE (CAST(:word AS text) IS NULL OR lower(g.name) LIKE :word)
              AND (CAST(:employer AS uuid) IS NULL OR EXISTS
                   (SELECT FROM employer_membership m LEFT JOIN employer_standing s ON s.employer = m.employer
                     WHERE m.group_id = g.id AND :employer IN (m.employer, s.standing)))""";

    private final JdbcClient jdbc;
    private final EmployerSearch search;

    Registers(JdbcClient jdbc, EmployerSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** Employers in the order of their names; those that were merged are left to the entries that stand for them. */
    public Page<EmployerEntry> employers(int page, int size) {
        var found = jdbc.sql("SELECT id, name, size" + STANDING + " ORDER BY lower(name), id LIMIT ? OFFSET ?")
                .params(size, (long) page * size)
                .query((row, index) -> new EmployerEntry(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        EmployerSize.valueOf(row.getString("size")),
                        List.of(),
                        null,
                        null))
                .list();
        long total = jdbc.sql("SELECT count(*)" + STANDING).query(Long.class).single();
        return new Page<>(withGroups(found), total, page, size);
    }

    /** Employers that may be meant by a name, the surest first, and each with why. */
    public Page<EmployerEntry> employers(String name, int page, int size) {
        var candidates = search.search(name);
        return new Page<>(
                entries(candidates.stream().skip((long) page * size).limit(size).toList()),
                candidates.size(),
                page,
                size);
    }

    /** The candidates as the list shows them. */
    public List<EmployerEntry> entries(List<Candidate> candidates) {
        return withGroups(candidates.stream()
                .map(candidate -> new EmployerEntry(
                        candidate.id(),
                        candidate.name(),
                        candidate.size(),
                        List.of(),
                        candidate.match(),
                        candidate.because()))
                .toList());
    }

    private List<EmployerEntry> withGroups(List<EmployerEntry> entries) {
        var groups = groupsOf(entries.stream().map(EmployerEntry::id).toList());
        return entries.stream()
                .map(entry -> new EmployerEntry(
                        entry.id(),
                        entry.name(),
                        entry.size(),
                        groups.getOrDefault(entry.id(), List.of()),
                        entry.match(),
                        entry.because()))
                .toList();
    }

    /** Ids of the groups that an employer belongs to, under whichever of its entries. */
    public List<UUID> groupsOf(UUID employer) {
        return groupsOf(List.of(employer)).getOrDefault(employer, List.of());
    }

    private Map<UUID, List<UUID>> groupsOf(Collection<UUID> employers) {
        if (employers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT DISTINCT asked.employer, m.group_id
                          FROM employer_membership m LEFT JOIN employer_standing s ON s.employer = m.employer
                         CROSS JOIN LATERAL (VALUES (m.employer), (s.standing)) asked (employer)
                         WHERE asked.employer IN (:ids) ORDER BY m.group_id""")
                .param("ids", employers)
                .query((row, index) ->
                        Map.entry(row.getObject("employer", UUID.class), row.getObject("group_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Employer groups in the order of their names.
     *
     * @param word a part of the name; nothing for all
     * @param employer one that belongs to the group; nothing for any
     */
    public Page<GroupEntry> groups(@Nullable String word, @Nullable UUID employer, int page, int size) {
        var items = matching(
                        "SELECT g.*" + MATCHING_GROUPS + " ORDER BY lower(g.name), g.id LIMIT :size OFFSET :start",
                        word,
                        employer)
                .param("size", size)
                .param("start", (long) page * size)
                .query(Registers::group)
                .list();
        long total = matching("SELECT count(*)" + MATCHING_GROUPS, word, employer)
                .query(Long.class)
                .single();
        return new Page<>(items, total, page, size);
    }

    private JdbcClient.StatementSpec matching(String sql, @Nullable String word, @Nullable UUID employer) {
        return jdbc.sql(sql)
                .param(
                        "word",
                        word == null
                                ? null
                                : "%" + word.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("employer", employer);
    }

    private static GroupEntry group(ResultSet row, int index) throws SQLException {
        return new GroupEntry(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("employers"),
                row.getInt("supporting"),
                row.getInt("small"),
                row.getBoolean("dissolved"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("sequence"));
    }
}
