package org.occupationalstandards.catalogue.projection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Announcement.AgreedWithConditions;
import org.occupationalstandards.contracts.Announcement.Approved;
import org.occupationalstandards.contracts.Announcement.ConditionClosed;
import org.occupationalstandards.contracts.Announcement.ConsultationClosed;
import org.occupationalstandards.contracts.Announcement.ConsultationExtended;
import org.occupationalstandards.contracts.Announcement.ConsultationOpened;
import org.occupationalstandards.contracts.Announcement.Corrected;
import org.occupationalstandards.contracts.Announcement.GreenThemeSet;
import org.occupationalstandards.contracts.Announcement.ProductChanged;
import org.occupationalstandards.contracts.Announcement.ProgressionChanged;
import org.occupationalstandards.contracts.Announcement.ProposalAccepted;
import org.occupationalstandards.contracts.Announcement.ProposalRejected;
import org.occupationalstandards.contracts.Announcement.ProposalSubmitted;
import org.occupationalstandards.contracts.Announcement.Proposed;
import org.occupationalstandards.contracts.Announcement.Registered;
import org.occupationalstandards.contracts.Announcement.Reinstated;
import org.occupationalstandards.contracts.Announcement.Rejected;
import org.occupationalstandards.contracts.Announcement.Retired;
import org.occupationalstandards.contracts.Announcement.RetirementDeclined;
import org.occupationalstandards.contracts.Announcement.RetirementProposed;
import org.occupationalstandards.contracts.Announcement.Returned;
import org.occupationalstandards.contracts.Announcement.RevisionAbandoned;
import org.occupationalstandards.contracts.Announcement.RevisionStarted;
import org.occupationalstandards.contracts.Announcement.Submitted;
import org.occupationalstandards.contracts.Announcement.VersionInForce;
import org.occupationalstandards.contracts.Announcement.Withdrawn;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.VersionDates;

/**
 * What a batch of announcements adds up to: the last state of each occupation on each day, and the versions that were
 * made. Pure; writing ten announcements of one occupation costs what writing one costs.
 */
final class Fold {

    /** Before the first approval there is nothing to keep as a version. */
    private static final String NO_VERSION = "0.0";

    private final Map<String, Standing> latest;
    private final Map<String, List<DayOfOccupation>> days = new LinkedHashMap<>();
    private final Map<Place, ApprovedVersion> versions = new LinkedHashMap<>();
    private final List<Announcement> consultations = new ArrayList<>();
    private final Map<Place, CorrectedDates> correctedDates = new LinkedHashMap<>();
    private final Map<Place, EndedVersion> ended = new LinkedHashMap<>();

    private final ZoneId zone;

    /**
     * Begins a batch.
     *
     * @param before the occupations as they were before it, as far as there were any
     * @param zone where days begin and end
     */
    Fold(Map<String, Standing> before, ZoneId zone) {
        this.latest = new HashMap<>(before);
        this.zone = zone;
    }

    /**
     * Where an occupation stands.
     *
     * @param occupation nothing where nobody needs to know: the first announcement of the batch brings it
     * @param content sequence of the announcement that brought the content
     * @param since the day
     */
    record Standing(@Nullable Occupation occupation, long sequence, long content, LocalDate since) {}

    /**
     * The last state of one occupation on one day.
     *
     * @param brought whether the content came on that day
     */
    record DayOfOccupation(LocalDate date, long sequence, long content, boolean brought, Occupation occupation) {}

    /**
     * A version.
     *
     * @param made by this announcement
     * @param sequence of the last one that put it right
     */
    record ApprovedVersion(
            Facts made, long sequence, @Nullable String changeNote, Occupation occupation) {}

    /** The dates of a version that does not stand, as they were put right last. */
    record CorrectedDates(String reference, long sequence, VersionDates dates) {}

    /** The version with which a standard ended. */
    record EndedVersion(String reference, String number, LocalDate lastDay) {}

    private record Place(String reference, String version) {}

    /** Adds the effect of one announcement; those of one occupation come in order. */
    void add(Announcement announcement) {
        switch (announcement) {
            case Proposed it -> state(it);
            case Registered it -> version(it, it.occupation());
            case ProposalSubmitted it -> state(it);
            case ProposalAccepted it -> state(it);
            case ProposalRejected it -> state(it);
            case ConsultationOpened it -> consulted(it);
            case ConsultationExtended it -> consulted(it);
            case ConsultationClosed it -> consulted(it);
            case Submitted it -> state(it);
            case Returned it -> state(it);
            case AgreedWithConditions it -> state(it);
            case ConditionClosed it -> state(it);
            case Rejected it -> state(it);
            case Approved it -> version(it, it.occupation());
            case VersionInForce it -> version(it, it.occupation());
            case RevisionStarted it -> state(it);
            case RevisionAbandoned it -> consulted(it);
            case ProductChanged it -> state(it);
            case GreenThemeSet it -> state(it);
            case ProgressionChanged it -> state(it);
            case RetirementProposed it -> consulted(it);
            case RetirementDeclined it -> consulted(it);
            case Retired it -> retired(it);
            case Withdrawn it -> consulted(it);
            case Reinstated it -> reinstated(it);
            case Corrected it -> corrected(it);
        }
    }

    /** For each occupation, its days in order. */
    Collection<List<DayOfOccupation>> days() {
        return days.values();
    }

    /** Where all those occupations stand that anything was told of, and those that were there before. */
    Map<String, Standing> standings() {
        return latest;
    }

    Collection<ApprovedVersion> versions() {
        return versions.values();
    }

    Collection<CorrectedDates> correctedDates() {
        return correctedDates.values();
    }

    /** Those of which nothing was told after their end. */
    Collection<EndedVersion> ended() {
        return ended.values();
    }

    /** What began, moved or ended consultations, in order. */
    List<Announcement> consultations() {
        return List.copyOf(consultations);
    }

    /** The occupation stands where the announcement says. */
    private void state(Announcement announcement) {
        Facts facts = announcement.facts();
        Standing before = latest.get(facts.reference());
        Occupation after = announcement.after(before == null ? null : before.occupation());
        boolean brings = before == null || WholeContent.isIn(announcement);
        LocalDate recordedOn = LocalDate.ofInstant(facts.recordedAt(), zone);
        // A clock that went back does not take the occupation back to yesterday.
        LocalDate day = before == null || recordedOn.isAfter(before.since()) ? recordedOn : before.since();
        long content = before == null || brings ? facts.sequence() : before.content();
        latest.put(facts.reference(), new Standing(after, facts.sequence(), content, day));

        List<DayOfOccupation> soFar = days.computeIfAbsent(facts.reference(), any -> new ArrayList<>());
        boolean sameDay = !soFar.isEmpty() && soFar.getLast().date().equals(day);
        boolean brought = brings || sameDay && soFar.getLast().brought();
        if (sameDay) soFar.removeLast();
        soFar.add(new DayOfOccupation(day, facts.sequence(), content, brought, after));
    }

    /** The same, and the announcement made a version, or put right what one says. */
    private void version(Announcement announcement, Occupation occupation) {
        state(announcement);
        if (occupation.version().equals(NO_VERSION)) return;
        Facts facts = announcement.facts();
        Place place = new Place(occupation.reference(), occupation.version());
        ended.remove(place);
        versions.merge(
                place,
                new ApprovedVersion(facts, facts.sequence(), changeNote(announcement), occupation),
                (first, last) ->
                        new ApprovedVersion(first.made(), last.sequence(), first.changeNote(), last.occupation()));
    }

    private static @Nullable String changeNote(Announcement announcement) {
        return announcement instanceof Approved approved ? approved.changeNote() : null;
    }

    private void retired(Retired announcement) {
        consulted(announcement);
        Facts facts = announcement.facts();
        if (facts.effectiveFrom() != null) {
            ended(facts.version(), facts, facts.effectiveFrom().minusDays(1));
        }
    }

    /** Where nobody knew the last day, it was this one at the latest. */
    private void reinstated(Reinstated announcement) {
        Facts facts = announcement.facts();
        Standing standing = latest.get(facts.reference());
        Occupation before = standing == null ? null : standing.occupation();
        consulted(announcement);
        LocalDate lastDay = before == null || before.effectiveTo() == null ? facts.decidedOn() : before.effectiveTo();
        if (before != null && lastDay != null && facts.statusBefore() == Status.RETIRED) {
            ended(before.version(), facts, lastDay);
        }
    }

    private void ended(String number, Facts facts, LocalDate lastDay) {
        ended.put(new Place(facts.reference(), number), new EndedVersion(facts.reference(), number, lastDay));
    }

    private void consulted(Announcement announcement) {
        state(announcement);
        consultations.add(announcement);
    }

    private void corrected(Corrected announcement) {
        version(announcement, announcement.occupation());
        if (announcement.consultation() != null) consultations.add(announcement);
        VersionDates dates = announcement.correctedVersion();
        if (dates == null || dates.number().equals(announcement.occupation().version())) return;
        Facts facts = announcement.facts();
        correctedDates.put(
                new Place(facts.reference(), dates.number()),
                new CorrectedDates(facts.reference(), facts.sequence(), dates));
    }
}
