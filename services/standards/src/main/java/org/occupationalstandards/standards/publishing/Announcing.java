package org.occupationalstandards.standards.publishing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.Difference;
import org.occupationalstandards.contracts.Dispositions;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.contracts.Occupation.Upcoming;
import org.occupationalstandards.contracts.RunningConsultation;
import org.occupationalstandards.contracts.VersionDates;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.lifecycle.ApprovalEvent;
import org.occupationalstandards.standards.lifecycle.BallotEvent;
import org.occupationalstandards.standards.lifecycle.Condition;
import org.occupationalstandards.standards.lifecycle.ConditionEvent;
import org.occupationalstandards.standards.lifecycle.ConsultationEvent;
import org.occupationalstandards.standards.lifecycle.DeadlineEvent;
import org.occupationalstandards.standards.lifecycle.Disposition;
import org.occupationalstandards.standards.lifecycle.DraftEvent;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.MapEvent;
import org.occupationalstandards.standards.lifecycle.ProductEvent;
import org.occupationalstandards.standards.lifecycle.ProposalEvent;
import org.occupationalstandards.standards.lifecycle.ReviewEvent;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.Version;
import org.occupationalstandards.standards.lifecycle.VersionEvent;
import org.occupationalstandards.standards.publishing.Publication.Internal;
import org.occupationalstandards.standards.publishing.Publication.Public;

/**
 * Decides for every stored event whether the public hears of it, and in which words. A new event does not compile before
 * somebody has decided that. The difference is told where an occupation comes with the announcement; what an announcement
 * says in parts of its own (status, days, the replacement) is not told again as a difference.
 */
final class Announcing {

    private final Recorded<StandardEvent> recorded;
    private final StandardState before;
    private final StandardState after;
    private final ZoneId zone;

    private Announcing(Recorded<StandardEvent> recorded, StandardState before, StandardState after, ZoneId zone) {
        this.recorded = recorded;
        this.before = before;
        this.after = after;
        this.zone = zone;
    }

    /** @param zone where the days of decisions are days */
    static Publication of(Recorded<StandardEvent> recorded, StandardState before, StandardState after, ZoneId zone) {
        return new Announcing(recorded, before, after, zone).publication();
    }

    private Publication publication() {
        return switch (recorded.event()) {
            case ProposalEvent event -> proposal(event);
            case ConditionEvent event -> condition(event);
            case DraftEvent.DraftChanged ignored -> new Internal();
            case ConsultationEvent event -> consultation(event);
            case BallotEvent ignored -> new Internal();
            case ApprovalEvent event -> approval(event);
            case ReviewEvent event -> review(event);
            case VersionEvent event -> version(event);
            case ProductEvent event -> product(event);
            case MapEvent event -> map(event);
            case EndOfLifeEvent event -> endOfLife(event);
            case DeadlineEvent ignored -> new Internal();
            case StandardRegistered ignored -> registered();
        };
    }

    private Publication proposal(ProposalEvent event) {
        return switch (event) {
            case ProposalEvent.StandardProposed ignored -> tell(new Announcement.Proposed(facts(), occupation()));
            case ProposalEvent.ProposalDrafted drafted ->
                drafted.title() == null ? new Internal() : corrected(null, null, "The title was mended.");
            case ProposalEvent.ProposalSubmitted ignored -> tell(new Announcement.ProposalSubmitted(facts()));
            case ProposalEvent.ReadinessConfirmed ignored -> new Internal();
            case ProposalEvent.ProposalReturned ignored -> new Internal();
            case ProposalEvent.ProposalRecommended ignored -> new Internal();
            case ProposalEvent.ProposalAgreedWithConditions agreed ->
                tell(new Announcement.AgreedWithConditions(decided(agreed.decidedOn()), agreed.conditions()));
            case ProposalEvent.ProposalAccepted accepted ->
                tell(new Announcement.ProposalAccepted(
                        facts(null, accepted.decidedOn(), accepted.decidedOn(), List.of()),
                        before.conditions().stream().map(Condition::text).toList()));
            case ProposalEvent.ProposalRejected rejected ->
                tell(new Announcement.ProposalRejected(decided(rejected.decidedOn()), rejected.reasons()));
            case ProposalEvent.GroupAssigned ignored -> new Internal();
        };
    }

    private Publication condition(ConditionEvent event) {
        return switch (event) {
            case ConditionEvent.ConditionEvidenced ignored -> new Internal();
            case ConditionEvent.ConditionClosed closed ->
                tell(new Announcement.ConditionClosed(
                        facts(),
                        before.conditions().stream()
                                .filter(condition -> condition.number() == closed.condition())
                                .map(Condition::text)
                                .findFirst()
                                .orElse("")));
            case ConditionEvent.ConditionReopened ignored -> new Internal();
            case ConditionEvent.ConditionsUnsettled ignored -> new Internal();
        };
    }

    private Publication consultation(ConsultationEvent event) {
        return switch (event) {
            case ConsultationEvent.ConsultationOpened opened ->
                tell(new Announcement.ConsultationOpened(
                        facts(), opened.closesAt(), opened.zone(), Occupations.draft(recorded, after, zone)));
            case ConsultationEvent.ConsultationExtended extended ->
                tell(new Announcement.ConsultationExtended(
                        facts(),
                        extended.closesAt(),
                        Objects.requireNonNullElse(after.consultation().zone(), zone.getId())));
            case ConsultationEvent.CommentMade ignored -> new Internal();
            case ConsultationEvent.CommentAnswered ignored -> new Internal();
            case ConsultationEvent.ConsultationClosed ignored ->
                tell(new Announcement.ConsultationClosed(
                        facts(), after.consultation().comments().size(), dispositions()));
        };
    }

    private Dispositions dispositions() {
        return new Dispositions(
                answered(Disposition.ACCEPTED),
                answered(Disposition.ACCEPTED_IN_PART),
                answered(Disposition.NOT_ACCEPTED),
                answered(Disposition.OUT_OF_SCOPE));
    }

    private int answered(Disposition disposition) {
        return Math.toIntExact(after.consultation().comments().stream()
                .filter(comment -> comment.disposition() == disposition)
                .count());
    }

    private Publication approval(ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.SubmittedForApproval ignored -> tell(new Announcement.Submitted(facts()));
            case ApprovalEvent.ApprovalAgreedWithConditions agreed ->
                tell(new Announcement.AgreedWithConditions(decided(agreed.decidedOn()), agreed.conditions()));
            case ApprovalEvent.StandardApproved approved -> approved(approved);
            case ApprovalEvent.ReturnedWithComments returned ->
                tell(new Announcement.Returned(decided(day(returned)), returned.comments()));
            case ApprovalEvent.ApprovalRejected rejected ->
                tell(new Announcement.Rejected(decided(rejected.decidedOn()), rejected.reasons()));
        };
    }

    private Publication review(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.ReviewRequested ignored -> new Internal();
            case ReviewEvent.ReviewDecided ignored -> new Internal();
            case ReviewEvent.DecisionReopened reopened ->
                tell(new Announcement.Corrected(
                        facts(null, day(reopened), null, difference()),
                        reopened.reason(),
                        occupation(),
                        null,
                        consultationAgain()));
        };
    }

    /** The one that was running when the work was given up that goes on again. */
    private @Nullable RunningConsultation consultationAgain() {
        var consultation = after.consultation();
        return after.stage() == Stage.IN_CONSULTATION && consultation.closesAt() != null && !consultation.done()
                ? new RunningConsultation(
                        consultation.closesAt(), Objects.requireNonNullElse(consultation.zone(), zone.getId()))
                : null;
    }

    private Publication version(VersionEvent event) {
        return switch (event) {
            case VersionEvent.ChangeRequested ignored -> new Internal();
            case VersionEvent.RevisionStarted started -> {
                var request = before.changeRequests().numbered(started.request());
                var facts = facts(Occupations.named(ChangeClass.class, started.changeClass()), null, null, List.of());
                yield tell(new Announcement.RevisionStarted(facts, request == null ? "" : request.what()));
            }
            case VersionEvent.ChangeDeclined ignored -> new Internal();
            case VersionEvent.ChangeReclassified ignored -> new Internal();
            case VersionEvent.DatesCorrected corrected -> datesCorrected(corrected);
            case VersionEvent.VersionTookEffect tookEffect -> tookEffect(tookEffect);
        };
    }

    /** The difference is to the version that stood until then. */
    private Publication tookEffect(VersionEvent.VersionTookEffect event) {
        var earlier = before.standingVersion(zone);
        var occupation = occupation();
        List<Change> changes = earlier == null || earlier.number().equals(event.version())
                ? List.of()
                : Difference.betweenVersions(Occupations.version(recorded, before, earlier), occupation);
        return tell(new Announcement.VersionInForce(facts(null, null, event.effectiveFrom(), changes), occupation));
    }

    private Publication product(ProductEvent event) {
        @Nullable
        String reason = switch (event) {
            case ProductEvent.ProductAdded ignored -> null;
            case ProductEvent.ProductChanged changed -> changed.reason();
            case ProductEvent.ProductApproved approved -> approved.note();
            case ProductEvent.StartsPaused paused -> paused.reason();
            case ProductEvent.StartsResumed resumed -> resumed.reason();
            case ProductEvent.ProductRetired retired -> retired.reason();
            case ProductEvent.ProductReinstated reinstated -> reinstated.reason();
        };
        var facts = facts(null, day(event), day(event), difference());
        return tell(new Announcement.ProductChanged(facts, Occupations.product(event.product()), reason, occupation()));
    }

    private Publication map(MapEvent event) {
        return switch (event) {
            case MapEvent.Reclassified moved -> corrected(null, null, moved.reason());
            case MapEvent.GreenThemeSet ignored -> tell(new Announcement.GreenThemeSet(changed(), occupation()));
            case MapEvent.ProgressionProposed ignored -> new Internal();
            case MapEvent.ProgressionConfirmed ignored ->
                tell(new Announcement.ProgressionChanged(changed(), occupation()));
            case MapEvent.ProgressionRemoved removed ->
                removed.confirmed()
                        ? tell(new Announcement.ProgressionChanged(changed(), occupation()))
                        : new Internal();
        };
    }

    private Publication approved(ApprovalEvent.StandardApproved approved) {
        var changeClass = Occupations.named(ChangeClass.class, approved.changeClass());
        var version = after.versions().getLast();
        var earlier = before.hasVersion()
                ? Occupations.version(recorded, before, before.versions().getLast())
                : Occupations.untold(recorded, before);
        var occupation = Occupations.version(recorded, after, version);
        var facts = facts(
                changeClass,
                approved.approvedOn(),
                approved.effectiveFrom(),
                Difference.betweenVersions(earlier, occupation),
                version);
        var upcoming = version.equals(after.standingVersion(zone))
                ? null
                : new Upcoming(approved.version(), approved.effectiveFrom());
        return tell(new Announcement.Approved(facts, occupation, approved.changeNote(), upcoming));
    }

    private Publication endOfLife(EndOfLifeEvent event) {
        return switch (event) {
            case EndOfLifeEvent.WithdrawalRequested ignored -> new Internal();
            case EndOfLifeEvent.WithdrawalDeclined ignored -> new Internal();
            case EndOfLifeEvent.WithdrawalTakenBack ignored -> new Internal();
            case EndOfLifeEvent.StandardWithdrawn withdrawn ->
                tell(new Announcement.Withdrawn(decided(withdrawn.decidedOn()), withdrawn.reason()));
            case EndOfLifeEvent.RevisionWithdrawn withdrawn ->
                tell(new Announcement.RevisionAbandoned(facts(), withdrawn.reason()));
            case EndOfLifeEvent.RetirementProposed proposed ->
                tell(new Announcement.RetirementProposed(
                        facts(),
                        proposed.reason(),
                        LocalDate.ofInstant(proposed.closesAt(), ZoneId.of(proposed.zone()))));
            case EndOfLifeEvent.RetirementDeclined declined ->
                tell(new Announcement.RetirementDeclined(
                        decided(declined.decidedOn()), String.join(" ", declined.reasons())));
            case EndOfLifeEvent.RetirementDecided decided ->
                corrected(
                        decided.decidedOn(), decided.lastDay().plusDays(1), "It ends after " + decided.lastDay() + ".");
            case EndOfLifeEvent.StandardRetired retired ->
                tell(new Announcement.Retired(
                        facts(null, retired.decidedOn(), retired.lastDay().plusDays(1), List.of()),
                        Objects.requireNonNullElse(before.endOfLife().retirementReason(), ""),
                        retired.replacedBy()));
            case EndOfLifeEvent.ReplacementNamed named ->
                Occupations.isEnding(after)
                        ? corrected(null, null, "Replaced by " + named.reference() + ".")
                        : new Internal();
            case EndOfLifeEvent.StandardReinstated reinstated ->
                tell(new Announcement.Reinstated(decided(reinstated.decidedOn()), reinstated.reason()));
        };
    }

    private Publication corrected(@Nullable LocalDate decidedOn, @Nullable LocalDate effectiveFrom, String reason) {
        var facts = facts(null, decidedOn, effectiveFrom, difference());
        return tell(new Announcement.Corrected(facts, reason, occupation(), null, null));
    }

    /**
     * The difference is that of the version that was put right, be it the last one or not. By other days another version may
     * stand than before: then it is also what the two say differently.
     */
    private Publication datesCorrected(VersionEvent.DatesCorrected event) {
        var earlier = numbered(before, event.version());
        var corrected = numbered(after, event.version());
        List<Change> changes =
                new ArrayList<>(Difference.betweenVersions(Occupations.of(recorded, before, zone), occupation()));
        changes.addAll(Difference.between(
                Occupations.version(recorded, before, earlier), Occupations.version(recorded, after, corrected)));
        var dates = new VersionDates(
                corrected.number(), corrected.approvedOn(), corrected.effectiveFrom(), after.effectiveTo(corrected));
        return tell(new Announcement.Corrected(
                facts(null, null, null, changes), event.reason(), occupation(), dates, null));
    }

    private static Version numbered(StandardState state, String number) {
        return state.versions().stream()
                .filter(version -> version.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(state.reference() + " has no version " + number));
    }

    /** Of the version that stands with its own days; one that was taken over before its first day is the upcoming one. */
    private Publication registered() {
        var standing = after.standingVersion(zone);
        var facts = standing == null
                ? facts()
                : facts(
                        Occupations.named(ChangeClass.class, standing.changeClass()),
                        standing.approvedOn(),
                        standing.effectiveFrom(),
                        List.of(),
                        standing);
        return tell(new Announcement.Registered(facts, occupation()));
    }

    private org.occupationalstandards.contracts.Occupation occupation() {
        return Occupations.of(recorded, after, zone);
    }

    private Facts facts() {
        return facts(null, null, null, List.of());
    }

    private Facts changed() {
        return facts(null, null, null, difference());
    }

    /** What this event made different for the public. */
    private List<Change> difference() {
        return Difference.between(Occupations.of(recorded, before, zone), occupation());
    }

    /** The day on which it happened, for a decision that names no day of its own. */
    private LocalDate day(StandardEvent event) {
        return LocalDate.ofInstant(event.at(), zone);
    }

    private Facts decided(LocalDate day) {
        return facts(null, day, null, List.of());
    }

    private Facts facts(
            @Nullable ChangeClass changeClass,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate effectiveFrom,
            List<Change> changes) {
        return facts(changeClass, decidedOn, effectiveFrom, changes, after.standingVersion(zone));
    }

    private Facts facts(
            @Nullable ChangeClass changeClass,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate effectiveFrom,
            List<Change> changes,
            @Nullable Version version) {
        return new Facts(
                recorded.reference(),
                Occupations.title(version == null ? after.draft().told() : version.content()),
                recorded.sequence(),
                Occupations.number(version),
                before.exists() ? Occupations.status(before) : null,
                Occupations.status(after),
                changeClass,
                decidedOn,
                effectiveFrom,
                recorded.recordedAt(),
                after.classification().level(),
                Occupations.route(after.classification().route()),
                changes);
    }

    private static Publication tell(Announcement announcement) {
        return new Public(announcement);
    }
}
