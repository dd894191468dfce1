package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who had a hand in what is decided on, beside those whom a proposal and a submission name themselves; all opaque ids.
 *
 * @param writers those who wrote the draft of the version under way
 * @param requestedBy who asked for the change that is under way
 * @param confirmers those who confirmed that the proposal was ready
 * @param endProposedBy who proposed that the standard end
 * @param overruled those whose decision on this proposal or submission did not stand
 */
public record Hands(
        List<String> writers,
        @Nullable String requestedBy,
        List<String> confirmers,
        @Nullable String endProposedBy,
        List<String> overruled) {
    public Hands {
        writers = List.copyOf(writers);
        confirmers = List.copyOf(confirmers);
        overruled = List.copyOf(overruled);
    }

    static Hands none() {
        return new Hands(List.of(), null, List.of(), null, List.of());
    }

    /** Whether that person wrote the draft or asked for it. */
    boolean wrote(String person) {
        return writers.contains(person) || person.equals(requestedBy);
    }

    /** These hands after one more event on a standard that was in that state before. */
    Hands after(StandardState before, StandardEvent event) {
        return switch (event) {
            case DraftEvent.DraftChanged changed ->
                new Hands(Proposal.and(writers, changed.by()), requestedBy, confirmers, endProposedBy, overruled);
            case VersionEvent.RevisionStarted started ->
                new Hands(List.of(), asked(before, started), confirmers, endProposedBy, List.of());
            case ProposalEvent.ProposalSubmitted submitted ->
                new Hands(writers, requestedBy, List.of(), endProposedBy, List.of());
            case ProposalEvent.ReadinessConfirmed confirmed ->
                new Hands(writers, requestedBy, Proposal.and(confirmers, confirmed.by()), endProposedBy, overruled);
            case ApprovalEvent.SubmittedForApproval submitted ->
                new Hands(writers, requestedBy, confirmers, endProposedBy, List.of());
            case EndOfLifeEvent.RetirementProposed proposed ->
                new Hands(writers, requestedBy, confirmers, proposed.by(), overruled);
            case ReviewEvent.DecisionReopened reopened ->
                reopened.anew()
                        ? new Hands(
                                writers,
                                requestedBy,
                                confirmers,
                                endProposedBy,
                                Proposal.and(overruled, before.decision().by()))
                        : this;
            case EndOfLifeEvent.StandardReinstated reinstated -> none();
            case StandardRegistered registered -> none();
            default -> this;
        };
    }

    private static @Nullable String asked(StandardState before, VersionEvent.RevisionStarted started) {
        ChangeRequest request = before.changeRequests().numbered(started.request());
        return request == null ? null : request.by();
    }
}
