package org.occupationalstandards.catalogue.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.projection.AskedAbout.Consultation;
import org.occupationalstandards.catalogue.projection.AskedAbout.Drafted;
import org.occupationalstandards.contracts.Announcement;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the public is asked about, a batch in three statements. Repeating one changes nothing. */
final class Consultations {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final ZoneId zone;

    Consultations(JdbcTemplate jdbc, JsonMapper json, ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.zone = zone;
    }

    void write(List<Announcement> announcements) {
        if (announcements.isEmpty()) return;
        AskedAbout asked = new AskedAbout(before(announcements), zone);
        announcements.forEach(asked::add);
        insert(asked.opened());
        update(asked.changed());
    }

    /** The last of each occupation, which alone may change, and the one before it. */
    private List<Consultation> before(List<Announcement> announcements) {
        Object references = announcements.stream()
                .map(each -> each.facts().reference())
                .distinct()
                .toArray(String[]::new);
        return jdbc.query("""
                select c.reference, c.opened, c.sequence, c.closes_at, c.closes_on, c.zone, c.closed_at, c.comments, c.outcome
                from unnest(?) as asked (reference),
                    lateral (select * from consultation where reference = asked.reference order by opened desc limit 2) c
                order by c.reference, c.opened
                """, (row, index) -> consultation(row), references);
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        return new Consultation(
                row.getString("reference"),
                row.getLong("opened"),
                row.getLong("sequence"),
                instant(row, "closes_at"),
                row.getObject("closes_on", LocalDate.class),
                row.getString("zone"),
                instant(row, "closed_at"),
                row.getObject("comments", Integer.class),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void insert(List<Drafted> opened) {
        if (opened.isEmpty()) return;
        jdbc.update(
                """
                insert into consultation (reference, opened, kind, title, opened_at, reason, draft,
                    sequence, closes_at, closes_on, zone, closed_at, comments, outcome)
                select reference, opened, kind, title, opened_at::timestamptz, reason, draft,
                    sequence, closes_at::timestamptz, closes_on::date, zone, closed_at::timestamptz, comments, outcome
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n (reference, opened, kind, title, opened_at, reason,
                    draft, sequence, closes_at, closes_on, zone, closed_at, comments, outcome)
                on conflict do nothing
                """,
                Stream.concat(
                                Stream.of(
                                        texts(
                                                opened,
                                                each -> each.consultation().reference()),
                                        numbers(
                                                opened,
                                                each -> each.consultation().opened()),
                                        texts(opened, Drafted::kind),
                                        texts(opened, Drafted::title),
                                        texts(opened, each -> each.openedAt().toString()),
                                        texts(opened, Drafted::reason),
                                        texts(
                                                opened,
                                                each -> each.draft() == null
                                                        ? null
                                                        : json.writeValueAsString(each.draft()))),
                                columns(opened.stream()
                                        .map(Drafted::consultation)
                                        .toList()))
                        .toArray());
    }

    private void update(List<Consultation> changed) {
        if (changed.isEmpty()) return;
        jdbc.update(
                """
                update consultation c set sequence = n.sequence, closes_at = n.closes_at::timestamptz,
                    closes_on = n.closes_on::date, zone = n.zone, closed_at = n.closed_at::timestamptz,
                    comments = n.comments, outcome = n.outcome
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as n (reference, opened, sequence, closes_at, closes_on, zone,
                    closed_at, comments, outcome)
                where c.reference = n.reference and c.opened = n.opened and c.sequence < n.sequence
                """,
                Stream.concat(
                                Stream.of(
                                        texts(changed, Consultation::reference),
                                        numbers(changed, Consultation::opened)),
                                columns(changed))
                        .toArray());
    }

    /** What may change of them. */
    private Stream<Object> columns(List<Consultation> all) {
        return Stream.of(
                numbers(all, Consultation::sequence),
                texts(all, each -> text(each.closesAt())),
                texts(all, each -> each.closesOn().toString()),
                texts(all, Consultation::zone),
                texts(all, each -> text(each.closedAt())),
                all.stream().map(Consultation::comments).toArray(Integer[]::new),
                texts(all, each -> outcome(each.outcome())));
    }

    /** As it was stored, or from the announcement. */
    private @Nullable String outcome(@Nullable Object outcome) {
        return outcome == null || outcome instanceof String ? (String) outcome : json.writeValueAsString(outcome);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toString();
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> text) {
        List<@Nullable String> texts = new ArrayList<>(items.size());
        items.forEach(each -> texts.add(text.apply(each)));
        return texts.toArray(String[]::new);
    }

    private static <T> Long[] numbers(List<T> items, Function<T, Long> number) {
        return items.stream().map(number).toArray(Long[]::new);
    }
}
