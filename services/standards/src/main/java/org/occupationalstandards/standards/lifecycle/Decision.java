package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last decision, kept while it can be challenged or taken back.
 *
 * @param by opaque id of who decided
 * @param participants opaque ids of all who took part, the decider among them: none of them can review it
 * @param from where the standard was before
 * @param to where it was after
 * @param revision of the draft that was decided on
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
        int revision,
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
        WITHDRAWN;

        /** Whether it ends something, so that it can be challenged. */
        boolean reviewable() {
            return this == PROPOSAL_REJECTED || this == REJECTED || this == APPROVED;
        }

        /** Whether the committee decides it, and no official. */
        boolean byCommittee() {
            return this == PROPOSAL_REJECTED || this == RETURNED || this == REJECTED || this == APPROVED;
        }

        /** Whether it can be taken back; what was approved is announced and stays. */
        boolean reversible() {
            return this != NONE && this != APPROVED;
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
                0,
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
                Independence.tookPart(before, event.by()),
                before.stage(),
                to,
                before.draft().revision(),
                before.proposal(),
                before.approval(),
                before.conditions(),
                null,
                null);
    }

    Decision challenged(@Nullable String newGrounds, @Nullable String by) {
        return new Decision(
                kind, this.by, at, participants, from, to, revision, proposal, approval, conditions, newGrounds, by);
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

    /** Whether nothing has happened since that would be lost if it were taken back. */
    public boolean reversibleFor(StandardState state) {
        return kind.reversible() && state.stage() == to && state.draft().revision() == revision;
    }
}
