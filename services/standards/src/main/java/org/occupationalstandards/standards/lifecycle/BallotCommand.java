package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** The panel's ballot on a submitted draft. */
public sealed interface BallotCommand extends StandardCommand {

    /**
     * Votes, or votes differently: the last vote before the decision counts.
     *
     * @param revision of the draft that was read; refused when the draft is another by now
     * @param onBehalfOf the member who delegated the vote, where the vote is not the caller's own
     */
    record CastVote(
            @Required @Nullable VoteChoice choice,
            @Nullable String reason,
            @Nullable Integer revision,
            @Nullable String onBehalfOf)
            implements BallotCommand, OnRevision {}

    /**
     * Declares an interest: the member votes and decides on this standard no more, and a vote already cast is set aside.
     *
     * @param member the person who has it, where an official declares it for somebody else
     */
    record DeclareInterest(
            @Nullable String member, @Required @Nullable String reason) implements BallotCommand {}

    /** Finds that a declared interest does not exist, or no longer. */
    record ClearInterest(
            @Required @Nullable String member,
            @Required @Nullable String reason) implements BallotCommand {}

    /**
     * Lets another member of the panel vote on this standard in one's place.
     *
     * @param until last day on which they may
     */
    record DelegateVote(
            @Required @Nullable String to,
            @Required @Nullable LocalDate until) implements BallotCommand {}

    /** Takes the delegation back; votes cast under it stay. */
    record RevokeDelegation(@Nullable String reason) implements BallotCommand {}

    /** Calls a ballot off that should not have been, or not like this; its votes are void. */
    record WithdrawBallot(@Required @Nullable String reason) implements BallotCommand {}

    /**
     * Calls the panel to vote again, or before anybody has voted names its members.
     *
     * @param panel opaque ids of the members called to vote, nothing for all of the route's panel; where they are
     *     named, those with an interest leave the quorum
     */
    record OpenBallot(
            @Nullable List<String> panel, @Nullable String reason) implements BallotCommand {}
}
