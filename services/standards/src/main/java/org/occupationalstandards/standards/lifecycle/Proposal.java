package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the proposal to develop a standard has come.
 *
 * @param proposers opaque ids of all who proposed the occupation or submitted a proposal for it
 * @param ready whether an official has confirmed that it is ready
 * @param recommended what the panel recommends, nothing before it has
 * @param recommenders opaque ids of those who recommended on the proposal as it is
 * @param rejectedFor reasons of the last rejection, for the group to answer
 */
public record Proposal(
        List<String> proposers,
        boolean ready,
        @Nullable Boolean recommended,
        List<String> recommenders,
        List<String> rejectedFor) {
    public Proposal {
        proposers = List.copyOf(proposers);
        recommenders = List.copyOf(recommenders);
        rejectedFor = List.copyOf(rejectedFor);
    }

    static Proposal none() {
        return new Proposal(List.of(), false, null, List.of(), List.of());
    }

    Proposal by(String proposer) {
        return new Proposal(and(proposers, proposer), false, null, List.of(), List.of());
    }

    Proposal confirmed() {
        return new Proposal(proposers, true, recommended, recommenders, rejectedFor);
    }

    Proposal recommended(boolean agree, String by) {
        return new Proposal(proposers, ready, agree, and(recommenders, by), rejectedFor);
    }

    Proposal rejected(List<String> reasons) {
        return new Proposal(proposers, false, null, List.of(), reasons);
    }

    boolean tookPart(String person) {
        return proposers.contains(person) || recommenders.contains(person);
    }

    static List<String> and(List<String> people, String another) {
        return List.copyOf(
                new TreeSet<>(Stream.concat(people.stream(), Stream.of(another)).toList()));
    }
}
