package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who had a hand in what is decided on, beside those whom a proposal and a submission name themselves; all opaque ids.
 *
 * @param writers those who wrote the proposal or the draft of the version under way
 * @param requestedBy who asked for the change that is under way
 * @param confirmers those who confirmed that the proposal was ready
 * @param endProposedBy who proposed that the standard end
 * @param deciders those who agreed with conditions, and who found one met: they may decide further, and not review it
 * @param overruled those whose decision on this proposal or submission did not stand
 * @param links who proposed which progression link
 */
public record Hands(
        List<String> writers,
        @Nullable String requestedBy,
        List<String> confirmers,
        @Nullable String endProposedBy,
        List<String> deciders,
        List<String> overruled,
        List<ProposedLink> links) {

    public Hands {
        writers = List.copyOf(writers);
        confirmers = List.copyOf(confirmers);
        deciders = List.copyOf(deciders);
        overruled = List.copyOf(overruled);
        links = List.copyOf(links);
    }

    static Hands none() {
        return new Hands(List.of(), null, List.of(), null, List.of(), List.of(), List.of());
    }

    /** Whether that person wrote the draft or asked for it. */
    boolean wrote(String person) {
        return writers.contains(person) || person.equals(requestedBy);
    }

    /** Whether that person proposed that link. */
    boolean linked(String person, String reference, ProgressionKind kind) {
        return links.stream()
                .anyMatch(link -> link.links(reference, kind) && link.by().equals(person));
    }

    /** These hands after one more event on a standard that was in that state before. */
    Hands after(StandardState before, StandardEvent event) {
        return switch (event) {
            case ProposalEvent.ProposalDrafted drafted -> written(drafted.by());
            case DraftEvent.DraftChanged changed -> written(changed.by());
            case VersionEvent.RevisionStarted started ->
                new Hands(List.of(), asked(before, started), confirmers, endProposedBy, List.of(), List.of(), links);
            case ProposalEvent.ProposalSubmitted submitted ->
                new Hands(writers, requestedBy, List.of(), endProposedBy, List.of(), List.of(), links);
            case ProposalEvent.ReadinessConfirmed confirmed ->
                new Hands(
                        writers,
                        requestedBy,
                        Proposal.and(confirmers, confirmed.by()),
                        endProposedBy,
                        deciders,
                        overruled,
                        links);
            case ProposalEvent.ProposalAgreedWithConditions agreed -> decided(agreed.by());
            case ApprovalEvent.SubmittedForApproval submitted ->
                new Hands(writers, requestedBy, confirmers, endProposedBy, List.of(), List.of(), links);
            case ApprovalEvent.ApprovalAgreedWithConditions agreed -> decided(agreed.by());
            case ConditionEvent.ConditionClosed closed -> decided(closed.by());
            case EndOfLifeEvent.RetirementProposed proposed ->
                new Hands(writers, requestedBy, confirmers, proposed.by(), deciders, overruled, links);
            case ReviewEvent.DecisionReopened reopened ->
                reopened.anew() ? overruling(before.decision().by()) : this;
            case MapEvent.ProgressionProposed proposed ->
                linking(Evolution.and(links, new ProposedLink(proposed.reference(), proposed.kind(), proposed.by())));
            case MapEvent.ProgressionRemoved removed -> linking(without(removed.reference(), removed.kind()));
            case EndOfLifeEvent.StandardReinstated reinstated -> none().linking(links);
            case StandardRegistered registered -> none();
            default -> this;
        };
    }

    private Hands written(String by) {
        return new Hands(Proposal.and(writers, by), requestedBy, confirmers, endProposedBy, deciders, overruled, links);
    }

    private Hands decided(String by) {
        return new Hands(writers, requestedBy, confirmers, endProposedBy, Proposal.and(deciders, by), overruled, links);
    }

    private Hands overruling(String by) {
        return new Hands(writers, requestedBy, confirmers, endProposedBy, deciders, Proposal.and(overruled, by), links);
    }

    private Hands linking(List<ProposedLink> newLinks) {
        return new Hands(writers, requestedBy, confirmers, endProposedBy, deciders, overruled, newLinks);
    }

    private List<ProposedLink> without(String reference, ProgressionKind kind) {
        return links.stream().filter(link -> !link.links(reference, kind)).toList();
    }

    private static @Nullable String asked(StandardState before, VersionEvent.RevisionStarted started) {
        ChangeRequest request = before.changeRequests().numbered(started.request());
        return request == null ? null : request.by();
    }
}
