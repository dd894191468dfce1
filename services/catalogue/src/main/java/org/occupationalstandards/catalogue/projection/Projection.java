package org.occupationalstandards.catalogue.projection;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.ProductChange;
import org.occupationalstandards.catalogue.projection.Fold.ApprovedVersion;
import org.occupationalstandards.catalogue.projection.Fold.CorrectedDates;
import org.occupationalstandards.catalogue.projection.Fold.DayOfOccupation;
import org.occupationalstandards.catalogue.projection.Fold.EndedVersion;
import org.occupationalstandards.catalogue.projection.Fold.Standing;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.ChangePart;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.platform.intake.Arrival;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a batch of announcements adds up to, in as few statements as it takes. Repeating a batch changes nothing. */
public final class Projection {

    private static final int RECENT_CHANGES_KEPT = 200;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Memory memory;
    private final ZoneId zone;
    private final Consultations consultations;
    private final Rejections rejections;

    private Projection(JdbcTemplate jdbc, JsonMapper json, Memory memory, ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.memory = memory;
        this.zone = zone;
        this.consultations = new Consultations(jdbc, json, zone);
        this.rejections = new Rejections(jdbc, json, zone);
    }

    /**
     * Into a model that is read, and that other instances may write as well.
     *
     * @param zone where days begin and end
     */
    public static Projection intoUse(JdbcTemplate jdbc, JsonMapper json, ZoneId zone) {
        return new Projection(jdbc, json, Memory.none(), zone);
    }

    /**
     * Into a model that is being built: nobody else writes it, so that what was written is remembered, and nobody reads it,
     * so that words to search by are left for {@link #makeReadable}.
     *
     * @param zone where days begin and end
     */
    public static Projection intoNew(JdbcTemplate jdbc, JsonMapper json, ZoneId zone) {
        return new Projection(jdbc, json, Memory.ofWritten(), zone);
    }

    /** Makes up for what was left out while the model was being built. */
    public void makeReadable() {
        jdbc.update("update occupation set words = words_of(document) where words is null");
    }

    /** In the caller's transaction. */
    public void apply(List<Arrival<Announcement>> arrivals) {
        List<Announcement> announcements =
                arrivals.stream().map(Arrival::announcement).toList();
        Map<String, Standing> before = before(announcements);
        Fold fold = new Fold(before, zone);
        announcements.forEach(fold::add);
        writeContents(fold);
        endEarlierDays(fold);
        writeEndedDays(fold);
        rejections.write(announcements);
        writeOccupations(fold, before);
        writeVersions(fold.versions());
        writeCorrectedDates(fold.correctedDates());
        writeEnds(fold.ended());
        consultations.write(fold.consultations());
        memory.write(fold.standings());
        // Locks out the other consumers from here to the end of the transaction: what follows touches rows of all.
        jdbc.update("update model set revision = revision + 1");
        writeRecentChanges(arrivals);
    }

    /** Where these occupations stand; what they hold, where the first announcement here tells only what has changed. */
    private Map<String, Standing> before(List<Announcement> announcements) {
        Map<String, Boolean> needed = new HashMap<>();
        for (Announcement each : announcements) {
            needed.putIfAbsent(each.facts().reference(), !WholeContent.isIn(each));
        }
        Map<String, Standing> before = memory.recall(needed.keySet());
        String[] unknown = needed.keySet().stream()
                .filter(each -> !before.containsKey(each))
                .toArray(String[]::new);
        if (unknown.length == 0) return before;
        Boolean[] wanted = Arrays.stream(unknown).map(needed::get).toArray(Boolean[]::new);
        jdbc.query(
                """
                select o.reference, o.sequence, o.content, o.valid_from, case when n.wanted then o.document end as document
                from occupation o join unnest(?, ?) as n (reference, wanted) using (reference)
                """,
                row -> {
                    before.put(row.getString("reference"), standing(row));
                },
                unknown,
                wanted);
        return before;
    }

    private Standing standing(ResultSet row) throws SQLException {
        String document = row.getString("document");
        return new Standing(
                document == null ? null : json.readValue(document, Occupation.class),
                row.getLong("sequence"),
                row.getLong("content"),
                row.getObject("valid_from", LocalDate.class));
    }

    private void writeContents(Fold fold) {
        List<DayOfOccupation> brought = fold.days().stream()
                .flatMap(List::stream)
                .filter(DayOfOccupation::brought)
                .toList();
        if (brought.isEmpty()) return;
        jdbc.update(
                """
                insert into occupation_content (reference, sequence, document) select * from unnest(?, ?, ?)
                on conflict do nothing
                """,
                texts(brought, each -> each.occupation().reference()),
                numbers(brought, DayOfOccupation::content),
                texts(brought, each -> json.writeValueAsString(each.occupation())));
    }

    /** A later day ends the one that went on so far. */
    private void endEarlierDays(Fold fold) {
        List<DayOfOccupation> first = fold.days().stream().map(List::getFirst).toList();
        jdbc.update(
                """
                insert into occupation_day (reference, valid_from, valid_until, sequence, content, face)
                select o.reference, o.valid_from, n.day::date, o.sequence, o.content, o.face
                from occupation o join unnest(?, ?) as n (reference, day) using (reference)
                where o.valid_from < n.day::date
                on conflict do nothing
                """,
                texts(first, each -> each.occupation().reference()),
                texts(first, each -> each.date().toString()));
    }

    /** All but the last of each occupation, which goes on. */
    private void writeEndedDays(Fold fold) {
        List<DayOfOccupation> ended = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        for (List<DayOfOccupation> each : fold.days()) {
            for (int day = 1; day < each.size(); day++) {
                ended.add(each.get(day - 1));
                ends.add(each.get(day).date().toString());
            }
        }
        if (ended.isEmpty()) return;
        jdbc.update(
                """
                insert into occupation_day (reference, valid_from, valid_until, sequence, content, face)
                select n.reference, n.valid_from::date, n.valid_until::date, n.sequence, n.content, n.face
                from unnest(?, ?, ?, ?, ?, ?) as n (reference, valid_from, valid_until, sequence, content, face)
                on conflict do nothing
                """,
                texts(ended, each -> each.occupation().reference()),
                texts(ended, each -> each.date().toString()),
                ends.toArray(String[]::new),
                numbers(ended, DayOfOccupation::sequence),
                numbers(ended, DayOfOccupation::content),
                texts(ended, this::face));
    }

    private String face(DayOfOccupation day) {
        return json.writeValueAsString(Face.of(day.occupation()));
    }

    private void writeOccupations(Fold fold, Map<String, Standing> before) {
        Map<Boolean, List<DayOfOccupation>> last = fold.days().stream()
                .collect(Collectors.partitioningBy(
                        each -> isReworded(each, before), Collectors.mapping(List::getLast, Collectors.toList())));
        List<DayOfOccupation> reworded = last.getOrDefault(true, List.of());
        if (!reworded.isEmpty()) writeWithWords(reworded);
        List<DayOfOccupation> others = last.getOrDefault(false, List.of());
        if (!others.isEmpty()) writeWithoutWords(others);
    }

    private void writeWithWords(List<DayOfOccupation> days) {
        jdbc.update("""
                insert into occupation (reference, sequence, content, valid_from, face, document, words)
                select n.reference, n.sequence, n.content, n.valid_from::date, n.face, n.document::jsonb,
                    case when ? then words_of(n.document::jsonb) end
                from unnest(?, ?, ?, ?, ?, ?) as n (reference, sequence, content, valid_from, face, document)
                on conflict (reference) do update set sequence = excluded.sequence, content = excluded.content,
                    valid_from = excluded.valid_from, face = excluded.face, document = excluded.document,
                    words = excluded.words
                where occupation.sequence < excluded.sequence
                """, concat(!memory.isKept(), columns(days)));
    }

    private void writeWithoutWords(List<DayOfOccupation> days) {
        jdbc.update("""
                update occupation o set sequence = n.sequence, content = n.content, valid_from = n.valid_from::date,
                    face = n.face, document = n.document::jsonb
                from unnest(?, ?, ?, ?, ?, ?) as n (reference, sequence, content, valid_from, face, document)
                where o.reference = n.reference and o.sequence < n.sequence
                """, columns(days));
    }

    /** Whether it may be found by other words now: most announcements leave them alone, and computing them costs most. */
    private static boolean isReworded(List<DayOfOccupation> days, Map<String, Standing> before) {
        Standing standing = before.get(days.getLast().occupation().reference());
        if (standing == null || standing.occupation() == null) return true;
        return days.stream().anyMatch(DayOfOccupation::brought)
                || !standing.occupation()
                        .title()
                        .equals(days.getLast().occupation().title());
    }

    private Object[] columns(List<DayOfOccupation> days) {
        return new Object[] {
            texts(days, each -> each.occupation().reference()),
            numbers(days, DayOfOccupation::sequence),
            numbers(days, DayOfOccupation::content),
            texts(days, each -> each.date().toString()),
            texts(days, this::face),
            texts(days, each -> json.writeValueAsString(each.occupation()))
        };
    }

    private static Object[] concat(Object first, Object[] rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> items, Function<T, Long> number) {
        return items.stream().map(number).toArray(Long[]::new);
    }

    private void writeVersions(Collection<ApprovedVersion> versions) {
        jdbc.batchUpdate("""
                insert into occupation_version (reference, number, major, minor, sequence, change_class, approved_on,
                    effective_from, effective_to, ended_on, recorded_at, change_note, document)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (reference, number) do update set sequence = excluded.sequence,
                    approved_on = excluded.approved_on, effective_from = excluded.effective_from,
                    effective_to = excluded.effective_to, ended_on = excluded.ended_on,
                    document = excluded.document
                where occupation_version.sequence < excluded.sequence
                """, rows(List.copyOf(versions), this::versionRow));
    }

    private void writeCorrectedDates(Collection<CorrectedDates> corrected) {
        jdbc.batchUpdate("""
                update occupation_version set sequence = ?, approved_on = ?, effective_from = ?, effective_to = ?,
                    document = document
                        || jsonb_build_object('approvedOn', ?::date, 'effectiveFrom', ?::date, 'effectiveTo', ?::date)
                where reference = ? and number = ? and sequence < ?
                """, rows(List.copyOf(corrected), each -> new @Nullable Object[] {
            each.sequence(),
            date(each.dates().approvedOn()),
            date(each.dates().effectiveFrom()),
            date(each.dates().effectiveTo()),
            date(each.dates().approvedOn()),
            date(each.dates().effectiveFrom()),
            date(each.dates().effectiveTo()),
            each.reference(),
            each.dates().number(),
            each.sequence()
        }));
    }

    private void writeEnds(Collection<EndedVersion> ended) {
        jdbc.batchUpdate(
                "update occupation_version set ended_on = ? where reference = ? and number = ?",
                rows(List.copyOf(ended), each ->
                        new @Nullable Object[] {date(each.lastDay()), each.reference(), each.number()}));
    }

    private Object[] versionRow(ApprovedVersion version) {
        Occupation occupation = version.occupation();
        Facts facts = version.made();
        String[] number = occupation.version().split("\\.", 2);
        ChangeClass changeClass = facts.changeClass();
        return new @Nullable Object[] {
            occupation.reference(),
            occupation.version(),
            Integer.valueOf(number[0]),
            Integer.valueOf(number[1]),
            version.sequence(),
            (changeClass == null ? ChangeClass.NEW : changeClass).wireName(),
            date(occupation.approvedOn()),
            date(occupation.effectiveFrom()),
            date(occupation.effectiveTo()),
            occupation.status() == Status.RETIRED ? date(occupation.effectiveTo()) : null,
            Timestamp.from(facts.recordedAt()),
            version.changeNote(),
            json.writeValueAsString(occupation)
        };
    }

    /** Read from the beginning, most are too old by now: other partitions have brought what came later. */
    private void writeRecentChanges(List<Arrival<Announcement>> arrivals) {
        List<Long> oldestKept = jdbc.queryForList(
                "select position from recent_change order by position desc offset ? limit 1",
                Long.class,
                RECENT_CHANGES_KEPT - 1);
        long after = oldestKept.isEmpty() ? 0 : oldestKept.getFirst();
        List<Arrival<Announcement>> newest = arrivals.stream()
                .filter(each -> each.incoming().position() > after)
                .sorted((a, b) ->
                        Long.compare(b.incoming().position(), a.incoming().position()))
                .limit(RECENT_CHANGES_KEPT)
                .toList();
        if (newest.isEmpty()) return;
        jdbc.batchUpdate("""
                insert into recent_change (position, reference, title, type, version, recorded_at, product)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows(newest, each -> {
            Facts facts = each.announcement().facts();
            return new @Nullable Object[] {
                each.incoming().position(),
                facts.reference(),
                facts.title(),
                each.incoming().type(),
                facts.version(),
                Timestamp.from(facts.recordedAt()),
                product(each.announcement())
            };
        }));
        jdbc.update("""
                delete from recent_change where position < (
                    select min(position) from (select position from recent_change order by position desc limit ?) kept)
                """, RECENT_CHANGES_KEPT);
    }

    private @Nullable String product(Announcement announcement) {
        if (!(announcement instanceof Announcement.ProductChanged changed)) return null;
        String code = changed.product().code();
        List<Change> ofIt = changed.facts().changes().stream()
                .filter(each -> each.part() == ChangePart.PRODUCT)
                .filter(each ->
                        Objects.requireNonNullElse(each.labelAfter(), code).equals(code))
                .toList();
        return json.writeValueAsString(new ProductChange(changed.product().type(), code, ofIt));
    }

    private static @Nullable Date date(@Nullable LocalDate date) {
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
