package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** What events about a challenged or reopened decision make of a standard. */
final class ReviewEffects {

    static StandardState after(StandardState state, ReviewEvent event) {
        Decision decision = state.decision();
        return switch (event) {
            case ReviewEvent.ReviewRequested requested ->
                state.next()
                        .decision(decision.challenged(requested.grounds(), requested.by()))
                        .done();
            case ReviewEvent.ReviewDecided decided ->
                state.next()
                        .decision(decided.upheld() ? decision.challenged(null, null) : Decision.none())
                        .reviews(Evolution.and(
                                state.reviews(),
                                new Review(
                                        decision.kind(),
                                        decision.grounds(),
                                        decided.upheld(),
                                        decided.reasons(),
                                        decided.by(),
                                        decided.role(),
                                        decided.at())))
                        .done();
            case ReviewEvent.DecisionReopened reopened -> reopened(state, reopened);
        };
    }

    /** What people have said meanwhile stays said: what the group saves for its next proposal, its wish to give up. */
    private static StandardState reopened(StandardState state, ReviewEvent.DecisionReopened event) {
        Decision decision = state.decision();
        return state.next()
                .stage(decision.from())
                .proposal(decision.proposal()
                        .saying(state.proposal().profile())
                        .reopened(event.anew(), event.decisionExpectedBy()))
                .approval(ofTheDisinterested(
                        decision.approval().reopened(event.anew(), event.decisionExpectedBy()), state.panel()))
                .conditions(event.anew() ? List.of() : decision.conditions())
                .decision(Decision.none())
                .done();
    }

    /** Who has declared an interest since the decision has no vote in it any more. */
    private static Approval ofTheDisinterested(Approval approval, Panel panel) {
        Approval without = approval;
        for (Interest interest : panel.interests()) {
            without = without.without(interest.member());
        }
        return without;
    }

    private ReviewEffects() {}
}
