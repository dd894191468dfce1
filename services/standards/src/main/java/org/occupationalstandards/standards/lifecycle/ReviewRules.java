package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of looking at a decision again: challenged on grounds of process, or taken back as a slip. */
final class ReviewRules {

    static void guard(CommandName name, StandardState state, Circumstances circumstances) {
        Decision decision = state.decision();
        switch (name) {
            case ASK_FOR_REVIEW -> challengeable(decision, state, circumstances);
            case DECIDE_REVIEW -> {
                if (!decision.challenged()) {
                    throw new CommandRefused(Refusal.NOTHING_TO_REVIEW, List.of());
                }
                String by = circumstances.by();
                if (decision.participants().contains(by) || by.equals(decision.challengedBy())) {
                    throw new CommandRefused(Refusal.TOOK_PART, List.of());
                }
                Independence.disinterested(state, circumstances);
            }
            default -> {
                settled(state);
                reversible(decision, state);
                Independence.mayReopen(state, circumstances);
            }
        }
    }

    private static void reversible(Decision decision, StandardState state) {
        if (!decision.reversibleFor(state)) {
            boolean there = decision.kind().reversible() && decision.to() == state.stage();
            throw new CommandRefused(Refusal.NOTHING_TO_REOPEN, there ? decision.movedOn(state) : List.of());
        }
    }

    private static void challengeable(Decision decision, StandardState state, Circumstances circumstances) {
        if (!decision.kind().reviewable() || decision.to() != state.stage()) {
            throw new CommandRefused(Refusal.NOTHING_TO_REVIEW, List.of());
        }
        settled(state);
        Instant until = decision.at().plus(circumstances.policy().decisions().reviewWithin());
        if (circumstances.now().isAfter(until)) {
            throw new CommandRefused(Refusal.REVIEW_TOO_LATE, "It was over at " + until + ".");
        }
    }

    /** Nothing new starts while the last decision is challenged. */
    static void settled(StandardState state) {
        if (state.decision().challenged()) {
            throw new CommandRefused(Refusal.REVIEW_OPEN, List.of());
        }
    }

    static List<StandardEvent> decide(ReviewCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ReviewCommand.AskForReview ask -> ask(ask, circumstances);
            case ReviewCommand.DecideReview decide -> decideReview(decide, state, circumstances);
            case ReviewCommand.ReopenDecision reopen -> reopen(reopen, state, circumstances);
        };
    }

    private static List<StandardEvent> ask(ReviewCommand.AskForReview command, Circumstances circumstances) {
        var objections = new Objections();
        String grounds = objections.text(
                command.grounds(), "/grounds", circumstances.policy().reason());
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ReviewEvent.ReviewRequested(grounds, circumstances.by(), circumstances.now()));
    }

    /**
     * A rejection that does not stand is decided anew, or, where the group goes on with its proposal, when it submits that.
     * What was approved is in the world: it changes by a new version. An end that was decided is declined by the committee
     * before its day, and undone by reinstating the standard after it.
     */
    private static List<StandardEvent> decideReview(
            ReviewCommand.DecideReview command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        boolean upheld = objections.given(command.upheld(), "/upheld", false);
        List<String> reasons = objections.reasons(command.reasons(), "/reasons", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        List<StandardEvent> events = new ArrayList<>();
        events.add(new ReviewEvent.ReviewDecided(
                upheld,
                reasons,
                circumstances.caller().acts(Role.COMMITTEE) ? Role.COMMITTEE : Role.OFFICIAL,
                circumstances.by(),
                circumstances.now()));
        if (upheld && state.decision().repeatableFor(state)) {
            events.add(reopened("Review upheld", true, state, circumstances));
        }
        return List.copyOf(events);
    }

    private static List<StandardEvent> reopen(
            ReviewCommand.ReopenDecision command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(reopened(reason, false, state, circumstances));
    }

    private static StandardEvent reopened(
            String reason, boolean anew, StandardState state, Circumstances circumstances) {
        Stage from = state.decision().from();
        @Nullable
        Instant expectedBy = from == Stage.PROPOSED || from == Stage.SUBMITTED
                ? circumstances.now().plus(circumstances.policy().decisions().expectedWithin())
                : null;
        return new ReviewEvent.DecisionReopened(reason, anew, expectedBy, circumstances.by(), circumstances.now());
    }

    private ReviewRules() {}
}
