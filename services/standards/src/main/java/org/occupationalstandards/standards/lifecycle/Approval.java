package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The submission that is with the approvers, or the last.
 *
 * @param revision of the draft that was submitted, 0 for none
 * @param votes on this revision, one for each member
 * @param voters opaque ids of all who ever voted on this submission, also on a revision before
 * @param returnedWith comments with which the last one was returned, for the group to answer
 */
public record Approval(
        int revision,
        @Nullable String submittedBy,
        @Nullable Instant decisionExpectedBy,
        List<Vote> votes,
        List<String> voters,
        List<String> returnedWith) {
    public Approval {
        votes = List.copyOf(votes);
        voters = List.copyOf(voters);
        returnedWith = List.copyOf(returnedWith);
    }

    static Approval none() {
        return new Approval(0, null, null, List.of(), List.of(), List.of());
    }

    Approval with(Vote vote) {
        List<Vote> now = Stream.concat(
                        votes.stream().filter(other -> !other.by().equals(vote.by())), Stream.of(vote))
                .toList();
        return new Approval(
                revision, submittedBy, decisionExpectedBy, now, Proposal.and(voters, vote.by()), returnedWith);
    }

    Approval onRevision(int newRevision) {
        return new Approval(newRevision, submittedBy, decisionExpectedBy, List.of(), voters, returnedWith);
    }

    Approval returned(List<String> comments) {
        return new Approval(0, null, null, List.of(), List.of(), comments);
    }

    long count(VoteChoice choice) {
        return votes.stream().filter(vote -> vote.choice() == choice).count();
    }

    boolean tookPart(String person) {
        return person.equals(submittedBy) || voters.contains(person);
    }
}
