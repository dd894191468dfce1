package org.occupationalstandards.catalogue.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Announcement.ConsultationClosed;
import org.occupationalstandards.contracts.Announcement.ConsultationExtended;
import org.occupationalstandards.contracts.Announcement.ConsultationOpened;
import org.occupationalstandards.contracts.Announcement.Corrected;
import org.occupationalstandards.contracts.Announcement.RetirementProposed;
import org.occupationalstandards.contracts.Facts;

/** What a batch of announcements says of consultations, in the end. Pure. */
final class AskedAbout {

    /** By reference and the sequence that opened them. */
    private final Map<String, TreeMap<Long, Consultation>> all = new HashMap<>();

    private final Map<Place, Drafted> opened = new LinkedHashMap<>();
    private final Set<Place> changed = new LinkedHashSet<>();
    private final ZoneId zone;

    /**
     * @param before the latest of each occupation that the batch speaks of
     * @param zone whose midnight ends the day where only a day is told
     */
    AskedAbout(Collection<Consultation> before, ZoneId zone) {
        before.forEach(each -> of(each.reference()).put(each.opened(), each));
        this.zone = zone;
    }

    /**
     * What changes of a consultation while it runs.
     *
     * @param opened sequence of the announcement that opened it
     * @param sequence of the last one about it
     * @param closesAt nothing where only the day was told
     * @param comments how many came, once there is a result
     * @param outcome what became of the comments
     */
    record Consultation(
            String reference,
            long opened,
            long sequence,
            @Nullable Instant closesAt,
            LocalDate closesOn,
            String zone,
            @Nullable Instant closedAt,
            @Nullable Integer comments,
            @Nullable Object outcome) {

        Consultation goOn(long sequence, Instant until, String zone) {
            return new Consultation(
                    reference,
                    opened,
                    sequence,
                    until,
                    LocalDate.ofInstant(until, ZoneId.of(zone)),
                    zone,
                    null,
                    comments,
                    outcome);
        }

        Consultation close(Facts facts, @Nullable Integer comments, @Nullable Object outcome) {
            return new Consultation(
                    reference,
                    opened,
                    facts.sequence(),
                    closesAt,
                    closesOn,
                    zone,
                    facts.recordedAt(),
                    comments,
                    outcome);
        }
    }

    /**
     * A consultation that the batch opened.
     *
     * @param draft the occupation as the draft would have it
     */
    record Drafted(
            String kind,
            String title,
            Instant openedAt,
            @Nullable String reason,
            @Nullable Object draft,
            Consultation consultation) {}

    private record Place(String reference, long opened) {}

    /** Adds the effect of one announcement; those of one occupation come in order. */
    void add(Announcement announcement) {
        Facts facts = announcement.facts();
        switch (announcement) {
            case ConsultationOpened it ->
                open(
                        facts,
                        "draft",
                        null,
                        it.draft(),
                        it.closesAt(),
                        LocalDate.ofInstant(it.closesAt(), ZoneId.of(it.zone())),
                        it.zone());
            case RetirementProposed it ->
                open(facts, "retirement", it.reason(), null, null, it.consultationClosesOn(), zone.getId());
            case ConsultationExtended it -> goOn(facts, it.closesAt(), it.zone());
            case Corrected it
            when it.consultation() != null ->
                goOn(facts, it.consultation().closesAt(), it.consultation().zone());
            case ConsultationClosed it -> close(facts, it.comments(), it.dispositions());
            // Whatever else comes here ends what was asked about without a word of it.
            default -> close(facts, null, null);
        }
    }

    private void open(
            Facts facts,
            String kind,
            @Nullable String reason,
            @Nullable Object draft,
            @Nullable Instant closesAt,
            LocalDate closesOn,
            String zone) {
        var consultation = new Consultation(
                facts.reference(), facts.sequence(), facts.sequence(), closesAt, closesOn, zone, null, null, null);
        if (of(facts.reference()).putIfAbsent(facts.sequence(), consultation) == null) {
            opened.put(
                    place(consultation),
                    new Drafted(kind, facts.title(), facts.recordedAt(), reason, draft, consultation));
        }
    }

    /**
     * Comments are taken until then, also where it had ended: it was extended, or the work that it belongs to was taken up
     * again. One that has a result stays closed.
     */
    private void goOn(Facts facts, Instant until, String zone) {
        var latest = of(facts.reference()).lastEntry();
        if (latest != null) {
            change(
                    latest.getValue(),
                    facts,
                    each -> each.comments() == null,
                    each -> each.goOn(facts.sequence(), until, zone));
        }
    }

    private void close(Facts facts, @Nullable Integer comments, @Nullable Object outcome) {
        List.copyOf(of(facts.reference()).values())
                .forEach(each ->
                        change(each, facts, one -> one.closedAt() == null, one -> one.close(facts, comments, outcome)));
    }

    private void change(
            Consultation consultation, Facts facts, Predicate<Consultation> where, UnaryOperator<Consultation> how) {
        if (consultation.sequence() < facts.sequence() && where.test(consultation)) {
            of(facts.reference()).put(consultation.opened(), how.apply(consultation));
            changed.add(place(consultation));
        }
    }

    /** What is to be written anew, as it is in the end. */
    List<Drafted> opened() {
        List<Drafted> result = new ArrayList<>();
        opened.forEach((place, each) -> result.add(
                new Drafted(each.kind(), each.title(), each.openedAt(), each.reason(), each.draft(), at(place))));
        return result;
    }

    /** What had been opened before. */
    List<Consultation> changed() {
        return changed.stream()
                .filter(place -> !opened.containsKey(place))
                .map(this::at)
                .toList();
    }

    private Consultation at(Place place) {
        return Objects.requireNonNull(of(place.reference()).get(place.opened()));
    }

    private static Place place(Consultation consultation) {
        return new Place(consultation.reference(), consultation.opened());
    }

    private TreeMap<Long, Consultation> of(String reference) {
        return all.computeIfAbsent(reference, any -> new TreeMap<>());
    }
}
