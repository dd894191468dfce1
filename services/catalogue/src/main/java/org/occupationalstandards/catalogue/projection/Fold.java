package org.occupationalstandards.catalogue.projection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.occupationalstandards.contracts.Announcement.Withdrawn;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/**
 * What a batch of announcements adds up to: the last state of each occupation on each day, and the versions that were
 * made. Pure; writing ten announcements of one occupation costs what writing one costs.
 */
final class Fold {

    /** Days of the catalogue end at midnight in London. */
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Before the first approval there is nothing to keep as a version. */
    private static final String NO_VERSION = "0.0";

    private final Map<String, List<DayOfOccupation>> days = new LinkedHashMap<>();
    private final List<ApprovedVersion> versions = new ArrayList<>();

    /** Adds the effect of one announcement; those of one occupation come in order. */
    void add(Announcement announcement) {
        switch (announcement) {
            case Proposed it -> content(it.facts(), it.occupation());
            case Registered it -> registered(it);
            case ProposalSubmitted it -> standing(it.facts());
            case ProposalAccepted it -> accepted(it);
            case ProposalRejected it -> standing(it.facts());
            case ConsultationOpened it -> standing(it.facts());
            case ConsultationExtended it -> standing(it.facts());
            case ConsultationClosed it -> standing(it.facts());
            case Submitted it -> standing(it.facts());
            case Returned it -> standing(it.facts());
            case AgreedWithConditions it -> standing(it.facts());
            case ConditionClosed it -> standing(it.facts());
            case Rejected it -> standing(it.facts());
            case Approved it -> approved(it);
            case RevisionStarted it -> standing(it.facts());
            case RevisionAbandoned it -> standing(it.facts());
            case ProductChanged it -> content(it.facts(), it.occupation());
            case GreenThemeSet it -> content(it.facts(), it.occupation());
            case ProgressionChanged it -> content(it.facts(), it.occupation());
            case RetirementProposed it -> standing(it.facts());
            case RetirementDeclined it -> standing(it.facts());
            case Retired it -> retired(it);
            case Withdrawn it -> standing(it.facts());
            case Reinstated it -> reinstated(it);
            case Corrected it -> corrected(it);
        }
    }

    /** For each occupation, its days in order. */
    Map<String, List<DayOfOccupation>> days() {
        return days;
    }

    List<ApprovedVersion> versions() {
        return versions;
    }

    /** The announcement brings the whole public content. */
    private void content(Facts facts, Occupation occupation) {
        day(facts).replace(facts.sequence(), occupation);
    }

    /** The announcement brings no content; what it says of every standard has changed all the same. */
    private DayOfOccupation standing(Facts facts) {
        DayOfOccupation day = day(facts);
        day.patch(facts.sequence(), "title", facts.title());
        day.patch(facts.sequence(), "status", facts.statusAfter());
        day.patch(facts.sequence(), "version", facts.version());
        day.patch(facts.sequence(), "level", facts.level());
        day.patch(facts.sequence(), "tier", Tier.ofLevel(facts.level()));
        day.patch(facts.sequence(), "route", facts.route());
        if (facts.statusAfter() != Status.APPROVED) day.patch(facts.sequence(), "withoutApprenticeship", false);
        day.patch(facts.sequence(), "lastChanged", facts.recordedAt());
        day.patch(facts.sequence(), "sequence", facts.sequence());
        return day;
    }

    private void registered(Registered it) {
        content(it.facts(), it.occupation());
        version(it.facts(), it.occupation());
    }

    private void approved(Approved it) {
        content(it.facts(), it.occupation());
        version(it.facts(), it.occupation());
    }

    /** What was put right is put right in the version that said it, too. */
    private void corrected(Corrected it) {
        content(it.facts(), it.occupation());
        version(it.facts(), it.occupation());
    }

    private void accepted(ProposalAccepted it) {
        standing(it.facts())
                .patch(it.facts().sequence(), "proposalApprovedOn", it.facts().decidedOn());
    }

    /** The last day in force is the day before the retirement takes effect. */
    private void retired(Retired it) {
        LocalDate effective = it.facts().effectiveFrom();
        DayOfOccupation day = standing(it.facts());
        day.patch(it.facts().sequence(), "replacedBy", it.replacedBy());
        if (effective != null) day.patch(it.facts().sequence(), "effectiveTo", effective.minusDays(1));
    }

    private void reinstated(Reinstated it) {
        DayOfOccupation day = standing(it.facts());
        day.patch(it.facts().sequence(), "replacedBy", null);
        day.patch(it.facts().sequence(), "effectiveTo", null);
    }

    private void version(Facts facts, Occupation occupation) {
        if (!occupation.version().equals(NO_VERSION)) versions.add(new ApprovedVersion(facts, occupation));
    }

    private DayOfOccupation day(Facts facts) {
        LocalDate recordedOn = LocalDate.ofInstant(facts.recordedAt(), LONDON);
        List<DayOfOccupation> earlier = days.computeIfAbsent(facts.reference(), any -> new ArrayList<>());
        DayOfOccupation last = earlier.isEmpty() ? null : earlier.getLast();
        // A clock that went back does not take the occupation back to yesterday.
        if (last != null && !recordedOn.isAfter(last.date())) return last;
        DayOfOccupation next = new DayOfOccupation(facts.reference(), recordedOn);
        earlier.add(next);
        return next;
    }

    /** A version with the announcement that made it or put it right. */
    record ApprovedVersion(Facts facts, Occupation occupation) {}

    /** The last state of one occupation on one day: the whole of it, or what differs from the state before. */
    static final class DayOfOccupation {

        private final String reference;
        private final LocalDate date;
        private final Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        private long sequence;
        private @Nullable Occupation whole;

        DayOfOccupation(String reference, LocalDate date) {
            this.reference = reference;
            this.date = date;
        }

        String reference() {
            return reference;
        }

        LocalDate date() {
            return date;
        }

        long sequence() {
            return sequence;
        }

        boolean isWhole() {
            return whole != null;
        }

        Occupation whole() {
            return Objects.requireNonNull(whole);
        }

        /** By field of the occupation; comes after the whole, where there is one. */
        Map<String, @Nullable Object> patch() {
            return patch;
        }

        private void replace(long sequence, Occupation occupation) {
            this.sequence = sequence;
            whole = occupation;
            patch.clear();
        }

        private void patch(long sequence, String field, @Nullable Object value) {
            this.sequence = sequence;
            patch.put(field, value);
        }
    }
}
