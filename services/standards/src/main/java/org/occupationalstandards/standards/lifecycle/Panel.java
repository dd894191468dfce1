package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What concerns the people who vote and decide, whichever draft is before them. */
public record Panel(List<Interest> interests, List<Delegation> delegations) {
    public Panel {
        interests = List.copyOf(interests);
        delegations = List.copyOf(delegations);
    }

    static Panel none() {
        return new Panel(List.of(), List.of());
    }

    boolean interested(String member) {
        return interests.stream().anyMatch(interest -> interest.member().equals(member));
    }

    Panel with(Interest interest) {
        return new Panel(
                Stream.concat(without(interest.member()).interests.stream(), Stream.of(interest))
                        .toList(),
                delegations);
    }

    Panel without(String member) {
        return new Panel(
                interests.stream()
                        .filter(interest -> !interest.member().equals(member))
                        .toList(),
                delegations);
    }

    @Nullable
    Delegation delegationOf(String member) {
        return delegations.stream()
                .filter(delegation -> delegation.from().equals(member))
                .findFirst()
                .orElse(null);
    }

    Panel with(Delegation delegation) {
        return new Panel(
                interests,
                Stream.concat(undelegated(delegation.from()).delegations.stream(), Stream.of(delegation))
                        .toList());
    }

    Panel undelegated(String member) {
        return new Panel(
                interests,
                delegations.stream()
                        .filter(delegation -> !delegation.from().equals(member))
                        .toList());
    }
}
