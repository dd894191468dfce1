package org.occupationalstandards.catalogue.projection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.occupationalstandards.contracts.Announcement.Withdrawn;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.contracts.Occupation;

/**
 * What a batch of announcements adds up to: the last state of each occupation on each day, and the versions that were
 * made. Pure; writing ten announcements of one occupation costs what writing one costs.
 */
final class Fold {

    /** Days of the catalogue end at midnight in London. */
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Before the first approval there is nothing to keep as a version. */
    private static final String NO_VERSION = "0.0";

    private final Map<String, Occupation> latest;
    private final Map<String, List<DayOfOccupation>> days = new LinkedHashMap<>();
    private final List<ApprovedVersion> versions = new ArrayList<>();

    /** @param before the occupations as they were before the batch, at least those whose first announcement needs that */
    Fold(Map<String, Occupation> before) {
        this.latest = new HashMap<>(before);
    }

    /** The last state of one occupation on one day. */
    record DayOfOccupation(LocalDate date, long sequence, Occupation occupation) {}

    /** A version with the announcement that made it or put it right. */
    record ApprovedVersion(Facts facts, Occupation occupation) {}

    /** Adds the effect of one announcement; those of one occupation come in order. */
    void add(Announcement announcement) {
        switch (announcement) {
            case Proposed it -> state(it);
            case Registered it -> version(it, it.occupation());
            case ProposalSubmitted it -> state(it);
            case ProposalAccepted it -> state(it);
            case ProposalRejected it -> state(it);
            case ConsultationOpened it -> state(it);
            case ConsultationExtended it -> state(it);
            case ConsultationClosed it -> state(it);
            case Submitted it -> state(it);
            case Returned it -> state(it);
            case AgreedWithConditions it -> state(it);
            case ConditionClosed it -> state(it);
            case Rejected it -> state(it);
            case Approved it -> version(it, it.occupation());
            case RevisionStarted it -> state(it);
            case RevisionAbandoned it -> state(it);
            case ProductChanged it -> state(it);
            case GreenThemeSet it -> state(it);
            case ProgressionChanged it -> state(it);
            case RetirementProposed it -> state(it);
            case RetirementDeclined it -> state(it);
            case Retired it -> state(it);
            case Withdrawn it -> state(it);
            case Reinstated it -> state(it);
            case Corrected it -> version(it, it.occupation());
        }
    }

    /** For each occupation, its days in order. */
    Collection<List<DayOfOccupation>> days() {
        return days.values();
    }

    List<ApprovedVersion> versions() {
        return versions;
    }

    /** The occupation stands where the announcement says. */
    private void state(Announcement announcement) {
        Facts facts = announcement.facts();
        Occupation after = announcement.after(latest.get(facts.reference()));
        latest.put(facts.reference(), after);
        LocalDate recordedOn = LocalDate.ofInstant(facts.recordedAt(), LONDON);
        List<DayOfOccupation> soFar = days.computeIfAbsent(facts.reference(), any -> new ArrayList<>());
        if (soFar.isEmpty() || recordedOn.isAfter(soFar.getLast().date())) {
            soFar.add(new DayOfOccupation(recordedOn, facts.sequence(), after));
        } else {
            // A clock that went back does not take the occupation back to yesterday.
            soFar.add(new DayOfOccupation(soFar.removeLast().date(), facts.sequence(), after));
        }
    }

    /** The same, and the announcement made a version, or put right what one says. */
    private void version(Announcement announcement, Occupation occupation) {
        state(announcement);
        if (!occupation.version().equals(NO_VERSION)) {
            versions.add(new ApprovedVersion(announcement.facts(), occupation));
        }
    }
}
