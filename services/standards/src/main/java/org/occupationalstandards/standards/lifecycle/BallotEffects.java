package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** What events in a ballot make of a standard. */
final class BallotEffects {

    static StandardState after(StandardState state, BallotEvent event) {
        Approval approval = state.approval();
        Panel panel = state.panel();
        return switch (event) {
            case BallotEvent.VoteCast cast ->
                state.next()
                        .approval(approval.with(new Vote(cast.member(), cast.choice(), cast.reason(), cast.by())))
                        .done();
            case BallotEvent.VotesInvalidated invalidated ->
                state.next()
                        .approval(approval.onRevision(invalidated.revision()))
                        .done();
            case BallotEvent.InterestDeclared declared ->
                state.next()
                        .panel(panel.with(new Interest(declared.member(), declared.reason())))
                        .approval(approval.without(declared.member()))
                        .done();
            case BallotEvent.InterestCleared cleared ->
                state.next().panel(panel.without(cleared.member())).done();
            case BallotEvent.VoteDelegated delegated ->
                state.next()
                        .panel(panel.with(new Delegation(
                                delegated.by(), delegated.to(), delegated.until(), delegated.employers())))
                        .done();
            case BallotEvent.DelegationRevoked revoked ->
                state.next().panel(panel.undelegated(revoked.by())).done();
            case BallotEvent.BallotWithdrawn withdrawn ->
                state.next().approval(approval.ballot(false, List.of())).done();
            case BallotEvent.BallotOpened opened ->
                state.next().approval(approval.ballot(true, opened.panel())).done();
        };
    }

    private BallotEffects() {}
}
