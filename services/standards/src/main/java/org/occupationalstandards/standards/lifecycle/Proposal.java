package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the proposal to develop a standard has come.
 *
 * @param proposers opaque ids of all who proposed the occupation or submitted a proposal for it
 * @param decisionExpectedBy when a decision is expected, where a proposal was submitted
 * @param ready whether an official has confirmed that it is ready
 * @param recommended whether more of the panel who recommended are for it than against it, nothing before any did
 * @param recommendation the reason that was given last
 * @param recommendations what each member of the panel recommends, in the order in which they did last
 * @param recommenders opaque ids of all who recommended on this proposal, also before it was decided on anew
 * @param agreed whether it is agreed with conditions
 * @param reasons those of the last return or rejection, for the group to answer
 * @param reminded whether it was said that the decision is due soon
 * @param escalated whether it was said that it is overdue
 * @param profile what the group says for it, saved or submitted last
 */
public record Proposal(
        List<String> proposers,
        @Nullable Instant decisionExpectedBy,
        boolean ready,
        @Nullable Boolean recommended,
        @Nullable String recommendation,
        List<Recommendation> recommendations,
        List<String> recommenders,
        boolean agreed,
        List<String> reasons,
        boolean reminded,
        boolean escalated,
        Profile profile) {
    public Proposal {
        proposers = List.copyOf(proposers);
        recommendations = List.copyOf(recommendations);
        recommenders = List.copyOf(recommenders);
        reasons = List.copyOf(reasons);
    }

    static Proposal none() {
        return new Proposal(
                List.of(),
                null,
                false,
                null,
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                false,
                false,
                Profile.none());
    }

    Proposal by(String proposer, @Nullable Instant newDecisionExpectedBy) {
        return new Proposal(
                and(proposers, proposer),
                newDecisionExpectedBy,
                false,
                null,
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                false,
                false,
                profile);
    }

    Proposal confirmed() {
        return new Proposal(
                proposers,
                decisionExpectedBy,
                true,
                recommended,
                recommendation,
                recommendations,
                recommenders,
                agreed,
                reasons,
                reminded,
                escalated,
                profile);
    }

    /** What a member recommends, in the place of what the same member did before. */
    Proposal with(Recommendation last) {
        List<Recommendation> others = recommendations.stream()
                .filter(other -> !other.member().equals(last.member()))
                .toList();
        List<Recommendation> all = Evolution.and(others, last);
        return new Proposal(
                proposers,
                decisionExpectedBy,
                ready,
                count(all, true) > count(all, false),
                last.reason(),
                all,
                and(recommenders, last.member()),
                agreed,
                reasons,
                reminded,
                escalated,
                profile);
    }

    Proposal agreed(boolean nowAgreed) {
        return new Proposal(
                proposers,
                decisionExpectedBy,
                ready,
                recommended,
                recommendation,
                recommendations,
                recommenders,
                nowAgreed,
                reasons,
                reminded,
                escalated,
                profile);
    }

    Proposal told(boolean nowReminded, boolean nowEscalated) {
        return new Proposal(
                proposers,
                decisionExpectedBy,
                ready,
                recommended,
                recommendation,
                recommendations,
                recommenders,
                agreed,
                reasons,
                nowReminded,
                nowEscalated,
                profile);
    }

    /** The same proposal, to be decided on again: without what the panel said where it has to say it anew. */
    Proposal reopened(boolean anew, @Nullable Instant newDecisionExpectedBy) {
        return new Proposal(
                proposers,
                newDecisionExpectedBy,
                ready,
                anew ? null : recommended,
                anew ? null : recommendation,
                anew ? List.of() : recommendations,
                recommenders,
                agreed && !anew,
                reasons,
                false,
                false,
                profile);
    }

    /** The proposal after it was given back: what was said on it is void, who proposed is not forgotten. */
    Proposal ended(List<String> newReasons) {
        return new Proposal(
                proposers, null, false, null, null, List.of(), List.of(), false, newReasons, false, false, profile);
    }

    Proposal saying(Profile newProfile) {
        return new Proposal(
                proposers,
                decisionExpectedBy,
                ready,
                recommended,
                recommendation,
                recommendations,
                recommenders,
                agreed,
                reasons,
                reminded,
                escalated,
                newProfile);
    }

    /** How many of the panel recommend that. */
    public long recommending(boolean agree) {
        return count(recommendations, agree);
    }

    private static long count(List<Recommendation> recommendations, boolean agree) {
        return recommendations.stream().filter(each -> each.agree() == agree).count();
    }

    static List<String> and(List<String> people, String another) {
        return List.copyOf(
                new TreeSet<>(Stream.concat(people.stream(), Stream.of(another)).toList()));
    }
}
