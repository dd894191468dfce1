package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules from the finished draft to the decision on it. */
final class ApprovalRules {

    private static final int MOST_REASONS = 50;

    static List<StandardEvent> decide(ApprovalCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ApprovalCommand.SubmitForApproval submit -> submit(submit, state, circumstances);
            case ApprovalCommand.CastVote vote -> vote(vote, state, circumstances);
            case ApprovalCommand.Approve approve -> approve(approve, state, circumstances);
            case ApprovalCommand.Return giveBack -> giveBack(giveBack, state, circumstances);
            case ApprovalCommand.Reject reject -> reject(reject, state, circumstances);
        };
    }

    /** Approvers see only complete drafts that have been consulted on. */
    private static List<StandardEvent> submit(
            ApprovalCommand.SubmitForApproval command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        String note = objections.optionalText(command.note(), "/note", policy.reason());
        objections.raise(Refusal.INVALID_INPUT);
        DraftRules.complete(state.draft().content());
        if (policy.consultations().requiredFor().contains(state.draft().changeClass())
                && !state.consultation().done()) {
            throw new CommandRefused(Refusal.CONSULTATION_MISSING, List.of());
        }
        return List.of(new ApprovalEvent.SubmittedForApproval(
                state.draft().revision(),
                circumstances.now().plus(policy.decisions().expectedWithin()),
                note,
                circumstances.by(),
                circumstances.now()));
    }

    /** Who proposed or submitted has said what they think already; the same vote again changes nothing. */
    private static List<StandardEvent> vote(
            ApprovalCommand.CastVote command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        VoteChoice choice = objections.given(command.choice(), "/choice", VoteChoice.ABSTAIN);
        String reason = objections.optionalText(
                command.reason(), "/reason", circumstances.policy().reason());
        objections.unless(
                choice != VoteChoice.NO || reason != null || objections.any(), "/reason", "must be given for a no");
        objections.raise(Refusal.INVALID_INPUT);
        int revision = state.approval().revision();
        if (command.revision() != null && command.revision() != revision) {
            throw new CommandRefused(
                    Refusal.DRAFT_CHANGED, "Revision %d is submitted, not %d.".formatted(revision, command.revision()));
        }
        String by = circumstances.by();
        if (state.proposal().proposers().contains(by)
                || by.equals(state.approval().submittedBy())) {
            throw new CommandRefused(
                    Refusal.TOOK_PART, "Whoever proposed or submitted the standard cannot vote on it.");
        }
        if (state.approval().votes().contains(new Vote(by, choice, reason))) {
            return List.of();
        }
        return List.of(new ApprovalEvent.VoteCast(choice, reason, revision, by, circumstances.now()));
    }

    private static List<StandardEvent> approve(
            ApprovalCommand.Approve command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        String note = objections.optionalText(command.changeNote(), "/changeNote", policy.reason());
        LocalDate effectiveFrom = effectiveFrom(command.effectiveFrom(), state, circumstances, objections);
        objections.raise(Refusal.INVALID_INPUT);
        independent(state, circumstances);
        ballot(state, policy);
        ChangeClass changeClass = state.draft().changeClass();
        String version = Version.next(state.version(), changeClass);
        return List.of(new ApprovalEvent.StandardApproved(
                version,
                changeClass,
                state.draft().content(),
                circumstances.today(),
                effectiveFrom,
                note,
                circumstances.by(),
                circumstances.now()));
    }

    /** A version takes effect on the day of its approval or later, and at least a day after the one before. */
    private static LocalDate effectiveFrom(
            @Nullable LocalDate asked, StandardState state, Circumstances circumstances, Objections objections) {
        LocalDate earliest = circumstances.today();
        if (state.hasVersion()) {
            LocalDate previous = state.versions().getLast().effectiveFrom();
            if (previous != null && !previous.isBefore(earliest)) {
                earliest = previous.plusDays(1);
            }
        }
        LocalDate day = Objects.requireNonNullElse(asked, earliest);
        LocalDate latest = earliest.plus(circumstances.policy().decisions().longestNotice());
        objections.unless(
                !day.isBefore(earliest) && !day.isAfter(latest),
                "/effectiveFrom",
                "is %s; must be from %s to %s".formatted(day, earliest, latest));
        return day;
    }

    private static void ballot(StandardState state, LifecyclePolicy policy) {
        if (!policy.ballots().requiredFor().contains(state.draft().changeClass())) {
            return;
        }
        Approval approval = state.approval();
        int quorum = policy.ballots().quorum();
        if (approval.votes().size() < quorum) {
            throw new CommandRefused(
                    Refusal.QUORUM_NOT_REACHED,
                    "%d of at least %d have voted on revision %d."
                            .formatted(approval.votes().size(), quorum, approval.revision()));
        }
        if (approval.count(VoteChoice.YES) <= approval.count(VoteChoice.NO)) {
            throw new CommandRefused(
                    Refusal.NO_MAJORITY,
                    "%d voted yes and %d no.".formatted(approval.count(VoteChoice.YES), approval.count(VoteChoice.NO)));
        }
    }

    private static List<StandardEvent> giveBack(
            ApprovalCommand.Return command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        List<String> comments = objections.texts(
                command.comments(), "/comments", circumstances.policy().reason(), MOST_REASONS);
        objections.raise(Refusal.INVALID_INPUT);
        independent(state, circumstances);
        return List.of(new ApprovalEvent.ReturnedWithComments(comments, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> reject(
            ApprovalCommand.Reject command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        List<String> reasons = objections.texts(
                command.reasons(), "/reasons", circumstances.policy().reason(), MOST_REASONS);
        objections.raise(Refusal.INVALID_INPUT);
        independent(state, circumstances);
        return List.of(new ApprovalEvent.ApprovalRejected(
                reasons, circumstances.today(), circumstances.by(), circumstances.now()));
    }

    /** The committee decides, never through somebody who proposed, recommended, submitted or voted. */
    private static void independent(StandardState state, Circumstances circumstances) {
        String by = circumstances.by();
        if (state.proposal().tookPart(by) || state.approval().tookPart(by)) {
            throw new CommandRefused(Refusal.TOOK_PART, List.of());
        }
    }

    private ApprovalRules() {}
}
