package org.occupationalstandards.standards.publishing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.Facts;
import org.occupationalstandards.standards.eventsourcing.RecordedEvent;
import org.occupationalstandards.standards.lifecycle.ApprovalEvent;
import org.occupationalstandards.standards.lifecycle.ConsultationEvent;
import org.occupationalstandards.standards.lifecycle.DraftEvent;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.ProposalEvent;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.publishing.Publication.Internal;
import org.occupationalstandards.standards.publishing.Publication.Public;

/**
 * Decides for every stored event whether the public hears of it, and in which words. A new event does not compile before
 * somebody has decided that.
 */
final class Announcing {

    private final RecordedEvent recorded;
    private final StandardState before;
    private final StandardState after;

    private Announcing(RecordedEvent recorded, StandardState before, StandardState after) {
        this.recorded = recorded;
        this.before = before;
        this.after = after;
    }

    static Publication of(RecordedEvent recorded, StandardState before, StandardState after) {
        return new Announcing(recorded, before, after).publication();
    }

    private Publication publication() {
        return switch (recorded.event()) {
            case ProposalEvent event -> proposal(event);
            case DraftEvent.DraftChanged ignored -> new Internal();
            case ConsultationEvent event -> consultation(event);
            case ApprovalEvent event -> approval(event);
            case EndOfLifeEvent event -> endOfLife(event);
            case StandardRegistered event -> registered(event);
        };
    }

    private Publication proposal(ProposalEvent event) {
        return switch (event) {
            case ProposalEvent.StandardProposed ignored -> tell(new Announcement.Proposed(facts(), occupation()));
            case ProposalEvent.ProposalSubmitted ignored -> tell(new Announcement.ProposalSubmitted(facts()));
            case ProposalEvent.ReadinessConfirmed ignored -> new Internal();
            case ProposalEvent.ProposalRecommended ignored -> new Internal();
            case ProposalEvent.ProposalAccepted accepted ->
                tell(new Announcement.ProposalAccepted(decided(accepted.decidedOn()), List.of()));
            case ProposalEvent.ProposalRejected rejected ->
                tell(new Announcement.ProposalRejected(decided(rejected.decidedOn()), rejected.reasons()));
        };
    }

    private Publication consultation(ConsultationEvent event) {
        return switch (event) {
            case ConsultationEvent.ConsultationOpened opened ->
                tell(new Announcement.ConsultationOpened(
                        facts(), opened.closesAt(), opened.zone(), Occupations.draft(recorded, after)));
            case ConsultationEvent.ConsultationClosed ignored -> tell(new Announcement.ConsultationClosed(facts()));
        };
    }

    private Publication approval(ApprovalEvent event) {
        return switch (event) {
            case ApprovalEvent.SubmittedForApproval ignored -> tell(new Announcement.Submitted(facts()));
            case ApprovalEvent.VoteCast ignored -> new Internal();
            case ApprovalEvent.VotesInvalidated ignored -> new Internal();
            case ApprovalEvent.StandardApproved approved -> approved(approved);
            case ApprovalEvent.ReturnedWithComments returned ->
                tell(new Announcement.Returned(facts(), returned.comments()));
            case ApprovalEvent.ApprovalRejected rejected ->
                tell(new Announcement.Rejected(decided(rejected.decidedOn()), rejected.reasons()));
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
            case EndOfLifeEvent.StandardWithdrawn withdrawn ->
                tell(new Announcement.Withdrawn(decided(withdrawn.decidedOn()), withdrawn.reason()));
            case EndOfLifeEvent.RevisionWithdrawn withdrawn ->
                tell(new Announcement.RevisionAbandoned(facts(), withdrawn.reason()));
        };
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
