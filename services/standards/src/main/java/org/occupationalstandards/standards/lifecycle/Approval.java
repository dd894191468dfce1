package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;

/**
 * The submission that is with the approvers.
 *
 * @param revision of the draft that was submitted, 0 for none
 * @param explanation what was changed since the consultation, and why, as the group says
 * @param ballotOpen whether the panel may vote
 * @param panel opaque ids of the members called to vote, empty for all of the route's panel
 * @param votes on this revision, one for each member
 * @param voters opaque ids of all who ever voted on this submission, also on a revision before
 * @param agreement what was agreed, where it waits for conditions
 * @param comments those with which the last submission was returned or rejected, for the group to answer
 * @param reminded whether it was said that the decision is due soon
 * @param escalated whether it was said that it is overdue
 */
public record Approval(
        int revision,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant decisionExpectedBy,
        @Nullable String explanation,
        boolean ballotOpen,
        List<String> panel,
        List<Vote> votes,
        List<String> voters,
        @Nullable Agreement agreement,
        List<String> comments,
        boolean reminded,
        boolean escalated) {

    /**
     * What takes effect when the last condition is closed.
     *
     * @param revision of the draft that was agreed
     * @param content what that draft said
     */
    public record Agreement(
            LocalDate decidedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable String changeNote,
            int revision,
            Content content) {

        /** How a draft differs from what was agreed. */
        public List<Change> changes(Draft draft) {
            return draft.revision() == revision ? List.of() : ContentDiff.between(content, draft.content());
        }
    }

    public Approval {
        panel = List.copyOf(panel);
        votes = List.copyOf(votes);
        voters = List.copyOf(voters);
        comments = List.copyOf(comments);
    }

    static Approval none() {
        return ended(List.of());
    }

    static Approval ended(List<String> comments) {
        return new Approval(
                0, null, null, null, null, false, List.of(), List.of(), List.of(), null, comments, false, false);
    }

    static Approval submitted(ApprovalEvent.SubmittedForApproval event) {
        return new Approval(
                event.revision(),
                event.by(),
                event.at(),
                event.decisionExpectedBy(),
                event.explanation(),
                true,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                false);
    }

    Approval with(Vote vote) {
        List<Vote> now = Stream.concat(
                        votes.stream().filter(other -> !other.member().equals(vote.member())), Stream.of(vote))
                .toList();
        List<String> all = Proposal.and(Proposal.and(voters, vote.member()), vote.castBy());
        return votes(now, all);
    }

    /** Sets aside the member's vote and the votes they cast for others. */
    Approval without(String member) {
        return votes(
                votes.stream()
                        .filter(vote ->
                                !vote.member().equals(member) && !vote.castBy().equals(member))
                        .toList(),
                voters);
    }

    Approval onRevision(int newRevision) {
        return ballot(newRevision, ballotOpen, panel, List.of());
    }

    Approval ballot(boolean open, List<String> newPanel) {
        return ballot(revision, open, newPanel, List.of());
    }

    private Approval votes(List<Vote> newVotes, List<String> newVoters) {
        return new Approval(
                revision,
                submittedBy,
                submittedAt,
                decisionExpectedBy,
                explanation,
                ballotOpen,
                panel,
                newVotes,
                newVoters,
                agreement,
                comments,
                reminded,
                escalated);
    }

    private Approval ballot(int newRevision, boolean open, List<String> newPanel, List<Vote> newVotes) {
        return new Approval(
                newRevision,
                submittedBy,
                submittedAt,
                decisionExpectedBy,
                explanation,
                open,
                newPanel,
                newVotes,
                voters,
                agreement,
                comments,
                reminded,
                escalated);
    }

    Approval agreed(@Nullable Agreement newAgreement) {
        return new Approval(
                revision,
                submittedBy,
                submittedAt,
                decisionExpectedBy,
                explanation,
                false,
                panel,
                votes,
                voters,
                newAgreement,
                comments,
                reminded,
                escalated);
    }

    /** The same submission, to be decided on again: with a new ballot where votes have to be cast anew. */
    Approval reopened(boolean anew, @Nullable Instant newDecisionExpectedBy) {
        return new Approval(
                revision,
                submittedBy,
                submittedAt,
                newDecisionExpectedBy,
                explanation,
                anew || ballotOpen,
                panel,
                anew ? List.of() : votes,
                voters,
                anew ? null : agreement,
                comments,
                false,
                false);
    }

    Approval told(boolean nowReminded, boolean nowEscalated) {
        return new Approval(
                revision,
                submittedBy,
                submittedAt,
                decisionExpectedBy,
                explanation,
                ballotOpen,
                panel,
                votes,
                voters,
                agreement,
                comments,
                nowReminded,
                nowEscalated);
    }

    long count(VoteChoice choice) {
        return votes.stream().filter(vote -> vote.choice() == choice).count();
    }
}
