package org.occupationalstandards.standards.publishing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.lifecycle.ApprovalEvent;
import org.occupationalstandards.standards.lifecycle.BallotEvent;
import org.occupationalstandards.standards.lifecycle.Condition;
import org.occupationalstandards.standards.lifecycle.ConditionEvent;
import org.occupationalstandards.standards.lifecycle.ConsultationEvent;
import org.occupationalstandards.standards.lifecycle.DeadlineEvent;
import org.occupationalstandards.standards.lifecycle.DraftEvent;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.MapEvent;
import org.occupationalstandards.standards.lifecycle.ProductEvent;
import org.occupationalstandards.standards.lifecycle.ProposalEvent;
import org.occupationalstandards.standards.lifecycle.ReviewEvent;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.VersionEvent;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.publishing.Publication.Internal;
import org.occupationalstandards.standards.publishing.Publication.Public;

/**
 * Decides for every stored event whether the public hears of it, and in which words. A new event does not compile before
 * somebody has decided that.
 */
final class Announcing {

    private final Recorded<StandardEvent> recorded;
    private final StandardState before;
    private final StandardState after;

    private Announcing(Recorded<StandardEvent> recorded, StandardState before, StandardState after) {
        this.recorded = recorded;
        this.before = before;
        this.after = after;
    }

    static Publication of(Recorded<StandardEvent> recorded, StandardState before, StandardState after) {
        return new Announcing(recorded, before, after).publication();
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
            case StandardRegistered event -> registered(event);
        };
    }

    private Publication proposal(ProposalEvent event) {
        return switch (event) {
            case ProposalEvent.StandardProposed ignored -> tell(new Announcement.Proposed(facts(), occupation()));
            case ProposalEvent.ProposalDrafted drafted ->
                drafted.title() == null ? new Internal() : corrected("The title was mended.");
            case ProposalEvent.ProposalSubmitted ignored -> tell(new Announcement.ProposalSubmitted(facts()));
            case ProposalEvent.ReadinessConfirmed ignored -> new Internal();
            case ProposalEvent.ProposalReturned ignored -> new Internal();
            case ProposalEvent.ProposalRecommended ignored -> new Internal();
            case ProposalEvent.ProposalAgreedWithConditions agreed ->
                tell(new Announcement.AgreedWithConditions(decided(agreed.decidedOn()), agreed.conditions()));
            case ProposalEvent.ProposalAccepted accepted ->
                tell(new Announcement.ProposalAccepted(
                        decided(accepted.decidedOn()),
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
                        facts(), opened.closesAt(), opened.zone(), Occupations.draft(recorded, after)));
            case ConsultationEvent.ConsultationExtended extended ->
                tell(new Announcement.ConsultationExtended(
                        facts(), extended.closesAt(), Objects.requireNonNullElse(zone(), "Europe/London")));
            case ConsultationEvent.CommentMade ignored -> new Internal();
            case ConsultationEvent.CommentAnswered ignored -> new Internal();
            case ConsultationEvent.ConsultationClosed ignored -> tell(new Announcement.ConsultationClosed(facts()));
        };
    }

    private @Nullable String zone() {
        return after.consultation().zone();
    }

    private Publication approval(ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.SubmittedForApproval ignored -> tell(new Announcement.Submitted(facts()));
            case ApprovalEvent.ApprovalAgreedWithConditions agreed ->
                tell(new Announcement.AgreedWithConditions(decided(agreed.decidedOn()), agreed.conditions()));
            case ApprovalEvent.StandardApproved approved -> approved(approved);
            case ApprovalEvent.ReturnedWithComments returned ->
                tell(new Announcement.Returned(facts(), returned.comments()));
            case ApprovalEvent.ApprovalRejected rejected ->
                tell(new Announcement.Rejected(decided(rejected.decidedOn()), rejected.reasons()));
        };
    }

    private Publication review(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.ReviewRequested ignored -> new Internal();
            case ReviewEvent.ReviewDecided ignored -> new Internal();
            case ReviewEvent.DecisionReopened reopened -> corrected(reopened.reason());
        };
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
            case VersionEvent.DatesCorrected corrected -> corrected(corrected.reason());
        };
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
        return tell(
                new Announcement.ProductChanged(facts(), Occupations.product(event.product()), reason, occupation()));
    }

    private Publication map(MapEvent event) {
        return switch (event) {
            case MapEvent.Reclassified moved -> corrected(moved.reason());
            case MapEvent.GreenThemeSet ignored -> tell(new Announcement.GreenThemeSet(facts(), occupation()));
            case MapEvent.ProgressionProposed ignored -> new Internal();
            case MapEvent.ProgressionConfirmed ignored ->
                tell(new Announcement.ProgressionChanged(facts(), occupation()));
            case MapEvent.ProgressionRemoved removed ->
                removed.confirmed() ? tell(new Announcement.ProgressionChanged(facts(), occupation())) : new Internal();
        };
    }

    private Publication approved(ApprovalEvent.StandardApproved approved) {
        var changeClass = Occupations.named(ChangeClass.class, approved.changeClass());
        var earlier = before.hasVersion() ? before.versions().getLast().content() : Content.titled("");
        var facts = facts(
                changeClass,
                approved.approvedOn(),
                approved.effectiveFrom(),
                Differences.between(earlier, approved.document()));
        return tell(new Announcement.Approved(facts, occupation()));
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
            case EndOfLifeEvent.RetirementDecided decided -> corrected("It ends after " + decided.lastDay() + ".");
            case EndOfLifeEvent.StandardRetired retired ->
                tell(new Announcement.Retired(
                        facts(null, retired.decidedOn(), retired.lastDay().plusDays(1), List.of()),
                        Objects.requireNonNullElse(before.endOfLife().retirementReason(), ""),
                        retired.replacedBy()));
            case EndOfLifeEvent.ReplacementNamed named -> corrected("Replaced by " + named.reference() + ".");
            case EndOfLifeEvent.StandardReinstated reinstated ->
                tell(new Announcement.Reinstated(decided(reinstated.decidedOn()), reinstated.reason()));
        };
    }

    private Publication corrected(String reason) {
        return tell(new Announcement.Corrected(facts(), reason, occupation()));
    }

    private Publication registered(StandardRegistered event) {
        var facts = facts(null, event.approvedOn(), event.effectiveFrom(), List.of());
        return tell(new Announcement.Registered(facts, occupation()));
    }

    private org.occupationalstandards.contracts.Occupation occupation() {
        return Occupations.of(recorded, after);
    }

    private Facts facts() {
        return facts(null, null, null, List.of());
    }

    private Facts decided(LocalDate day) {
        return facts(null, day, null, List.of());
    }

    private Facts facts(
            @Nullable ChangeClass changeClass,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate effectiveFrom,
            List<Change> changes) {
        return new Facts(
                recorded.reference(),
                Occupations.title(publicContent()),
                recorded.sequence(),
                after.version(),
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

    private Content publicContent() {
        return after.hasVersion()
                ? after.versions().getLast().content()
                : after.draft().content();
    }

    private static Publication tell(Announcement announcement) {
        return new Public(announcement);
    }
}
