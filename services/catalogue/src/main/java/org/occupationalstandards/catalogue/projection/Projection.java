package org.occupationalstandards.catalogue.projection;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.projection.Fold.ApprovedVersion;
import org.occupationalstandards.catalogue.projection.Fold.DayOfOccupation;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.platform.intake.Arrival;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a batch of announcements adds up to, in as few statements as it takes. Repeating a batch changes nothing. */
@Component
public final class Projection {

    private static final int RECENT_CHANGES_KEPT = 200;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    public Projection(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the caller's transaction. */
    public void apply(List<Arrival<Announcement>> arrivals) {
        List<Announcement> announcements =
                arrivals.stream().map(Arrival::announcement).toList();
        Fold fold = new Fold(before(announcements));
        announcements.forEach(fold::add);
        int mostDays = fold.days().stream().mapToInt(List::size).max().orElse(0);
        for (int day = 0; day < mostDays; day++) {
            int theDay = day;
            writeDays(fold.days().stream()
                    .filter(each -> each.size() > theDay)
                    .map(each -> each.get(theDay))
                    .toList());
        }
        writeVersions(fold.versions());
        // Locks out the other consumers from here to the end of the transaction: what follows touches rows of all.
        jdbc.update("update model set revision = revision + 1");
        writeRecentChanges(arrivals);
    }

    /** The occupations whose first announcement here tells only what has changed. */
    private Map<String, Occupation> before(List<Announcement> announcements) {
        Map<String, Boolean> needed = new HashMap<>();
        for (Announcement each : announcements) {
            needed.putIfAbsent(each.facts().reference(), !WholeContent.isIn(each));
        }
        String[] references = needed.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        Map<String, Occupation> before = new HashMap<>();
        if (references.length == 0) return before;
        jdbc.query(
                "select reference, document from occupation where reference = any(?)",
                row -> {
                    before.put(row.getString("reference"), json.readValue(row.getString("document"), Occupation.class));
                },
                (Object) references);
        return before;
    }

    /** At most one day of each occupation. */
    private void writeDays(List<DayOfOccupation> days) {
        replace(days);
        endEarlierDays(days);
        copyToHistory(days);
    }

    private void replace(List<DayOfOccupation> days) {
        jdbc.batchUpdate(
                """
                insert into occupation (reference, sequence, document) values (?, ?, ?::jsonb)
                on conflict (reference) do update set sequence = excluded.sequence, document = excluded.document
                where occupation.sequence < excluded.sequence
                """, rows(days, each -> new Object[] {
                    each.occupation().reference(), each.sequence(), json.writeValueAsString(each.occupation())
                }));
    }

    private void endEarlierDays(List<DayOfOccupation> days) {
        jdbc.batchUpdate("""
                update occupation_history set valid_until = ?
                where reference = ? and valid_until = 'infinity' and valid_from < ?
                """, rows(days, each -> {
            Date date = Date.valueOf(each.date());
            return new Object[] {date, each.occupation().reference(), date};
        }));
    }

    private void copyToHistory(List<DayOfOccupation> days) {
        jdbc.batchUpdate("""
                insert into occupation_history
                select o.*, coalesce(h.valid_from, ?), 'infinity'
                from occupation o
                left join occupation_history h on h.reference = o.reference and h.valid_until = 'infinity'
                where o.reference = ?
                on conflict (reference, valid_from) do update set (
                    sequence, document, title, status, version, level, tier, route, pathway, cluster, overview,
                    green, without_apprenticeship, products, progression, last_changed, words
                ) = (
                    excluded.sequence, excluded.document, excluded.title, excluded.status, excluded.version,
                    excluded.level, excluded.tier, excluded.route, excluded.pathway, excluded.cluster,
                    excluded.overview, excluded.green, excluded.without_apprenticeship, excluded.products,
                    excluded.progression, excluded.last_changed, excluded.words)
                """, rows(days, each ->
                new Object[] {Date.valueOf(each.date()), each.occupation().reference()}));
    }

    private void writeVersions(List<ApprovedVersion> versions) {
        jdbc.batchUpdate("""
                insert into occupation_version (reference, number, major, minor, sequence, change_class, approved_on,
                    effective_from, effective_to, recorded_at, document)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (reference, number) do update set sequence = excluded.sequence,
                    approved_on = excluded.approved_on, effective_from = excluded.effective_from,
                    effective_to = excluded.effective_to, document = excluded.document
                where occupation_version.sequence < excluded.sequence
                """, rows(versions, this::versionRow));
    }

    private Object[] versionRow(ApprovedVersion version) {
        Occupation occupation = version.occupation();
        Facts facts = version.facts();
        String[] number = occupation.version().split("\\.", 2);
        ChangeClass changeClass = facts.changeClass();
        return new @Nullable Object[] {
            occupation.reference(),
            occupation.version(),
            Integer.valueOf(number[0]),
            Integer.valueOf(number[1]),
            facts.sequence(),
            (changeClass == null ? ChangeClass.NEW : changeClass).wireName(),
            date(occupation.approvedOn()),
            date(occupation.effectiveFrom()),
            date(occupation.effectiveTo()),
            Timestamp.from(facts.recordedAt()),
            json.writeValueAsString(occupation)
        };
    }

    private void writeRecentChanges(List<Arrival<Announcement>> arrivals) {
        List<Arrival<Announcement>> newest = arrivals.stream()
                .sorted((a, b) ->
                        Long.compare(b.incoming().position(), a.incoming().position()))
                .limit(RECENT_CHANGES_KEPT)
                .toList();
        jdbc.batchUpdate("""
                insert into recent_change (position, reference, title, type, version, recorded_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows(newest, each -> {
            Facts facts = each.announcement().facts();
            return new Object[] {
                each.incoming().position(),
                facts.reference(),
                facts.title(),
                each.incoming().type(),
                facts.version(),
                Timestamp.from(facts.recordedAt())
            };
        }));
        jdbc.update("""
                delete from recent_change where position < (
                    select min(position) from (select position from recent_change order by position desc limit ?) kept)
                """, RECENT_CHANGES_KEPT);
    }

    private static @Nullable Date date(java.time.@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    /** What one row of a batch binds. */
    private interface Binding<T> {
        Object[] of(T item);
    }

    private static <T> List<Object[]> rows(List<T> items, Binding<T> binding) {
        List<Object[]> rows = new ArrayList<>(items.size());
        items.forEach(each -> rows.add(binding.of(each)));
        return rows;
    }
}
