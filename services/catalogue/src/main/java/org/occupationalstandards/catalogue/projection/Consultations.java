package org.occupationalstandards.catalogue.projection;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Announcement.ConsultationClosed;
import org.occupationalstandards.contracts.Announcement.ConsultationExtended;
import org.occupationalstandards.contracts.Announcement.ConsultationOpened;
import org.occupationalstandards.contracts.Announcement.Corrected;
import org.occupationalstandards.contracts.Announcement.RetirementProposed;
import org.occupationalstandards.contracts.Facts;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the public is asked about. They are few: one statement each. Repeating one changes nothing. */
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
        for (Announcement each : announcements) {
            switch (each) {
                case ConsultationOpened it ->
                    open(
                            it.facts(),
                            "draft",
                            it.closesAt(),
                            LocalDate.ofInstant(it.closesAt(), ZoneId.of(it.zone())),
                            it.zone(),
                            null,
                            json.writeValueAsString(it.draft()));
                case RetirementProposed it ->
                    open(it.facts(), "retirement", null, it.consultationClosesOn(), zone.getId(), it.reason(), null);
                case ConsultationExtended it -> goOn(it.facts(), it.closesAt(), it.zone());
                case Corrected it
                when it.consultation() != null ->
                    goOn(
                            it.facts(),
                            it.consultation().closesAt(),
                            it.consultation().zone());
                case ConsultationClosed it ->
                    close(
                            it.facts(),
                            it.comments(),
                            it.dispositions() == null ? null : json.writeValueAsString(it.dispositions()));
                // Whatever else comes here ends what was asked about without a word of it.
                default -> close(each.facts(), null, null);
            }
        }
    }

    private void open(
            Facts facts,
            String kind,
            @Nullable Instant closesAt,
            LocalDate closesOn,
            String zone,
            @Nullable String reason,
            @Nullable String draft) {
        jdbc.update(
                """
                insert into consultation (reference, opened, sequence, kind, title, opened_at, closes_at, closes_on, zone,
                    reason, draft)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                facts.reference(),
                facts.sequence(),
                facts.sequence(),
                kind,
                facts.title(),
                Timestamp.from(facts.recordedAt()),
                closesAt == null ? null : Timestamp.from(closesAt),
                java.sql.Date.valueOf(closesOn),
                zone,
                reason,
                draft);
    }

    /**
     * Comments are taken until then, also where it had ended: it was extended, or the work that it belongs to was taken up
     * again. One that has a result stays closed.
     */
    private void goOn(Facts facts, Instant closesAt, String zone) {
        jdbc.update(
                """
                update consultation set closes_at = ?, closes_on = ?, zone = ?, closed_at = null, sequence = ?
                where reference = ? and sequence < ? and comments is null
                    and opened = (select max(opened) from consultation where reference = ?)
                """,
                Timestamp.from(closesAt),
                java.sql.Date.valueOf(LocalDate.ofInstant(closesAt, ZoneId.of(zone))),
                zone,
                facts.sequence(),
                facts.reference(),
                facts.sequence(),
                facts.reference());
    }

    private void close(Facts facts, @Nullable Integer comments, @Nullable String outcome) {
        jdbc.update(
                """
                update consultation set closed_at = ?, comments = ?, outcome = ?, sequence = ?
                where reference = ? and closed_at is null and sequence < ?
                """,
                Timestamp.from(facts.recordedAt()),
                comments,
                outcome,
                facts.sequence(),
                facts.reference(),
                facts.sequence());
    }
}
