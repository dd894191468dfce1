package org.occupationalstandards.catalogue.projection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Rejection;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.contracts.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes which potential occupations were decided against, a batch in two statements. Repeating one changes nothing. */
final class Rejections {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final ZoneId zone;

    Rejections(JdbcTemplate jdbc, JsonMapper json, ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.zone = zone;
    }

    /** @param rejection nothing where none stands any more */
    private record Last(
            String reference, long sequence, @Nullable Rejection rejection) {}

    /** Before the occupations themselves are written: by those it is known what has been told before. */
    void write(List<Announcement> announcements) {
        Map<String, Last> last = new LinkedHashMap<>();
        for (Announcement each : announcements) {
            Facts facts = each.facts();
            Rejection rejection = rejection(each);
            if (rejection != null || goesOn(each))
                last.put(facts.reference(), new Last(facts.reference(), facts.sequence(), rejection));
        }
        keep(last.values().stream().filter(each -> each.rejection() != null).toList());
        drop(last.values().stream().filter(each -> each.rejection() == null).toList());
    }

    private @Nullable Rejection rejection(Announcement announcement) {
        return switch (announcement) {
            case Announcement.ProposalRejected it -> rejection(Rejection.Kind.PROPOSAL, it.facts(), it.reasons());
            case Announcement.Rejected it
            when it.facts().statusAfter() == Status.POTENTIAL ->
                rejection(Rejection.Kind.STANDARD, it.facts(), it.reasons());
            default -> null;
        };
    }

    private Rejection rejection(Rejection.Kind kind, Facts facts, List<String> reasons) {
        LocalDate decided = facts.decidedOn();
        return new Rejection(kind, decided == null ? LocalDate.ofInstant(facts.recordedAt(), zone) : decided, reasons);
    }

    /**
     * Another proposal was submitted, the occupation is no longer just potential, or the decision was taken back: of all
     * corrections that one alone has a day of decision.
     */
    private static boolean goesOn(Announcement announcement) {
        Facts facts = announcement.facts();
        return facts.statusAfter() != Status.POTENTIAL
                || announcement instanceof Announcement.ProposalSubmitted
                || announcement instanceof Announcement.Corrected && facts.decidedOn() != null;
    }

    private void keep(List<Last> rejected) {
        if (rejected.isEmpty()) return;
        List<Rejection> rejections = rejected.stream()
                .map(Last::rejection)
                .map(Objects::requireNonNull)
                .toList();
        jdbc.update(
                """
                insert into rejection (reference, sequence, kind, rejected_on, reasons)
                select reference, sequence, kind, rejected_on::date, reasons
                from unnest(?, ?, ?, ?, ?) as n (reference, sequence, kind, rejected_on, reasons)
                where not exists (select from occupation o where o.reference = n.reference and o.sequence >= n.sequence)
                on conflict (reference) do update set sequence = excluded.sequence, kind = excluded.kind,
                    rejected_on = excluded.rejected_on, reasons = excluded.reasons
                """,
                texts(rejected, Last::reference),
                numbers(rejected),
                texts(rejections, each -> each.kind().name()),
                texts(rejections, each -> each.on().toString()),
                texts(rejections, each -> json.writeValueAsString(each.reasons())));
    }

    private void drop(List<Last> others) {
        if (others.isEmpty()) return;
        jdbc.update("""
                delete from rejection r using unnest(?, ?) as n (reference, sequence)
                where r.reference = n.reference and r.sequence < n.sequence
                """, texts(others, Last::reference), numbers(others));
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<Last> items) {
        return items.stream().map(Last::sequence).toArray(Long[]::new);
    }
}
