package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/**
 * The last decision, kept while it can be challenged or taken back.
 *
 * @param by opaque id of who decided
 * @param participants opaque ids of all who took part, the decider among them: none of them can review it
 * @param from where the standard was before
 * @param to where it was after
 * @param subject what it was on, as it was then
 * @param proposal the proposal before
 * @param approval the submission before
 * @param conditions those that were open before
 * @param grounds of a challenge that is not decided
 * @param challengedBy opaque id of who challenges it
 */
public record Decision(
        Kind kind,
        String by,
        Instant at,
        List<String> participants,
        Stage from,
        Stage to,
        Subject subject,
        Proposal proposal,
        Approval approval,
        List<Condition> conditions,
        @Nullable String grounds,
        @Nullable String challengedBy) {

    /** What was decided. */
    public enum Kind {
        NONE,
        PROPOSAL_RETURNED,
        PROPOSAL_REJECTED,
        RETURNED,
        REJECTED,
        APPROVED,
        WITHDRAWN,
        RETIRED;

        /** Whether it ends something, so that it can be challenged. */
        boolean reviewable() {
            return this == PROPOSAL_REJECTED || this == REJECTED || this == APPROVED || this == RETIRED;
        }

        /** Whether the committee decides it, and no official. */
        boolean byCommittee() {
            return this != NONE && this != PROPOSAL_RETURNED && this != WITHDRAWN;
        }

        /** Whether it can be taken back; what was approved or has ended is announced and stays so. */
        boolean reversible() {
            return this != NONE && this != APPROVED && this != RETIRED;
        }
    }

    public Decision {
        participants = List.copyOf(participants);
        conditions = List.copyOf(conditions);
    }

    static Decision none() {
        return new Decision(
                Kind.NONE,
                "",
                Instant.EPOCH,
                List.of(),
                Stage.NONE,
                Stage.NONE,
                Subject.none(),
                Proposal.none(),
                Approval.none(),
                List.of(),
                null,
                null);
    }

    static Decision on(StandardState before, Kind kind, Stage to, StandardEvent event) {
        return new Decision(
                kind,
                event.by(),
                event.at(),
                kind == Kind.RETIRED
                        ? Independence.ended(before, event.by())
                        : Independence.tookPart(before, event.by()),
                before.stage(),
                to,
                Subject.of(before),
                before.proposal(),
                before.approval(),
                before.conditions(),
                null,
                null);
    }

    Decision challenged(@Nullable String newGrounds, @Nullable String by) {
        return new Decision(
                kind, this.by, at, participants, from, to, subject, proposal, approval, conditions, newGrounds, by);
    }

    /** The same decision now that the day has come for which it was taken. */
    Decision carriedOut(Stage stage) {
        return kind == Kind.NONE
                ? this
                : new Decision(
                        kind,
                        by,
                        at,
                        participants,
                        from,
                        stage,
                        subject,
                        proposal,
                        approval,
                        conditions,
                        grounds,
                        challengedBy);
    }

    boolean challenged() {
        return grounds != null;
    }

    /** Until when it can be challenged; nothing where it cannot, or is challenged already. */
    public @Nullable Instant challengeableUntil(StandardState state, LifecyclePolicy policy) {
        return kind.reviewable() && to == state.stage() && !challenged()
                ? at.plus(policy.decisions().reviewWithin())
                : null;
    }

    /** Whether it can be taken back as if it had not been decided. */
    public boolean reversibleFor(StandardState state) {
        return kind.reversible() && to == state.stage() && movedOn(state).isEmpty();
    }

    /**
     * What stands against taking it back: work that would be lost, and, where the panel had said what it thinks, whatever
     * it did not say that about.
     */
    List<Problem> movedOn(StandardState state) {
        List<Problem> movedOn = new ArrayList<>(subject.revisedIn(state));
        if (from == Stage.PROPOSED || from == Stage.SUBMITTED) {
            movedOn.addAll(subject.changedIn(state));
        }
        if (isOnProposalSavedAnew(state)) {
            movedOn.add(new Problem("/proposal", "has been saved anew since it was decided"));
        }
        return List.copyOf(movedOn);
    }

    /**
     * Whether it can be decided anew. The panel says anew what it thinks, on the standard as it is now; but what the group
     * has saved and not submitted is not for the panel yet: it comes when the group submits it.
     */
    boolean repeatableFor(StandardState state) {
        return kind.reviewable()
                && kind.reversible()
                && to == state.stage()
                && subject.revisedIn(state).isEmpty()
                && !isOnProposalSavedAnew(state);
    }

    /** Whether it was on a proposal for which the group has something else to say by now. */
    boolean isOnProposalSavedAnew(StandardState state) {
        return from == Stage.PROPOSED
                && !proposal.profile().equals(state.proposal().profile());
    }
}
