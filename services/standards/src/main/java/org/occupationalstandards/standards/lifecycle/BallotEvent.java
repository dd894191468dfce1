package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened in the panel's ballot. */
public sealed interface BallotEvent extends StandardEvent {

    /**
     * A vote on this revision was cast, in place of an earlier one of the same member.
     *
     * @param member whose vote it is; {@code by} is somebody else where it was delegated
     */
    record VoteCast(
            String member, VoteChoice choice, @Nullable String reason, int revision, String by, Instant at)
            implements BallotEvent {}

    /**
     * The draft was changed; the votes on the revision before count no more, also where it was agreed with conditions.
     *
     * @param revision that is before the panel, or the committee, from now
     * @param votes how many were void
     */
    record VotesInvalidated(int revision, int votes, String by, Instant at) implements BallotEvent {}

    /** The member has an interest, and neither votes nor decides on this standard; a vote of theirs is set aside. */
    record InterestDeclared(String member, String reason, String by, Instant at) implements BallotEvent {}

    /** The member has no interest after all. */
    record InterestCleared(String member, String reason, String by, Instant at) implements BallotEvent {}

    /**
     * Who did this lets another member vote in their place.
     *
     * @param employers ids of the employers that they work for, nothing where it was recorded without
     */
    record VoteDelegated(
            String to, LocalDate until, @Nullable List<UUID> employers, String by, Instant at) implements BallotEvent {}

    /** Who did this votes in person again. */
    record DelegationRevoked(@Nullable String reason, String by, Instant at) implements BallotEvent {}

    /** The ballot was called off and its votes are void. */
    record BallotWithdrawn(String reason, int votes, String by, Instant at) implements BallotEvent {}

    /** The panel is called to vote on this revision; empty for all of the route's panel. */
    record BallotOpened(
            int revision, List<String> panel, @Nullable String reason, String by, Instant at) implements BallotEvent {}
}
