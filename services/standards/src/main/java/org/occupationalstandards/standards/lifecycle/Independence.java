package org.occupationalstandards.standards.lifecycle;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who took part in what, as opaque ids, and who has an interest: what bars people from voting and deciding. */
final class Independence {

    /** Everybody who took part in what is decided on. */
    static Set<String> tookPart(StandardState state) {
        Set<String> people = concerned(state);
        people.addAll(state.proposal().recommenders());
        people.addAll(state.approval().voters());
        people.addAll(state.hands().overruled());
        return people;
    }

    /** The same, and who decided: with conditions, that one was met, and in the end. */
    static List<String> tookPart(StandardState state, String decider) {
        Set<String> people = tookPart(state);
        people.addAll(state.hands().deciders());
        people.add(decider);
        return List.copyOf(people);
    }

    /** Who proposed that it end, and who decided so; the rest is about what the standard says. */
    static List<String> ended(StandardState state, String decider) {
        Set<String> people = new TreeSet<>(Set.of(decider));
        add(people, state.hands().endProposedBy());
        return List.copyOf(people);
    }

    /** Who proposed, wrote, asked for, submitted or cleared the way for it has said what they think. */
    static Set<String> concerned(StandardState state) {
        Set<String> people = authors(state, state.proposal(), state.approval());
        people.addAll(state.hands().confirmers());
        return people;
    }

    private static Set<String> authors(StandardState state, Proposal proposal, Approval approval) {
        Set<String> people = new TreeSet<>(proposal.proposers());
        people.addAll(state.hands().writers());
        add(people, state.hands().requestedBy());
        add(people, approval.submittedBy());
        return people;
    }

    private static void add(Set<String> people, @Nullable String person) {
        if (person != null) {
            people.add(person);
        }
    }

    /** The committee decides, never through somebody who took part before or has an interest. */
    static void mayDecide(StandardState state, Circumstances circumstances) {
        apart(tookPart(state), circumstances);
        disinterested(state, circumstances);
    }

    /** Whether what was agreed is met can also be found by the official who once looked whether the proposal was ready. */
    static void mayFindMet(StandardState state, Circumstances circumstances) {
        Set<String> people = tookPart(state);
        people.removeAll(clerical(state));
        apart(people, circumstances);
        disinterested(state, circumstances);
    }

    /** Those who did nothing but confirm that the proposal was ready. */
    static Set<String> clerical(StandardState state) {
        Set<String> people = new TreeSet<>(state.hands().confirmers());
        people.removeAll(authors(state, state.proposal(), state.approval()));
        people.removeAll(state.proposal().recommenders());
        people.removeAll(state.approval().voters());
        people.removeAll(state.hands().overruled());
        return people;
    }

    /** A slip of the committee is taken back by somebody who had no part in it; one of one's own by whoever made it. */
    static void mayReopen(StandardState state, Circumstances circumstances) {
        Decision decision = state.decision();
        Set<String> people = authors(state, decision.proposal(), decision.approval());
        people.addAll(decision.proposal().recommenders());
        people.addAll(decision.approval().voters());
        if (decision.kind().byCommittee()) {
            people.add(decision.by());
        }
        apart(people, circumstances);
        disinterested(state, circumstances);
    }

    static void apart(Collection<String> people, Circumstances circumstances) {
        if (people.contains(circumstances.by())) {
            throw new CommandRefused(Refusal.TOOK_PART, List.of());
        }
    }

    /** The hard bar: a declared interest, an employer that is in the group, or the group itself. */
    static void disinterested(StandardState state, Circumstances circumstances) {
        disinterested(state, circumstances.by(), circumstances.caller().employers(), circumstances);
        if (state.owner() != null && circumstances.claims(state.owner())) {
            throw ofTheGroup();
        }
    }

    /** The same for somebody who is not here, as far as it is known. */
    static void disinterested(
            StandardState state, String person, Collection<UUID> employers, Circumstances circumstances) {
        for (Interest interest : state.panel().interests()) {
            if (interest.member().equals(person)) {
                throw new CommandRefused(Refusal.INTEREST, "An interest was declared: " + interest.reason());
            }
        }
        if (!Collections.disjoint(employers, circumstances.groupEmployers())) {
            throw new CommandRefused(
                    Refusal.INTEREST, "Whoever works for an employer in the employer group of this standard has one.");
        }
        EmployerGroup group = circumstances.owner(state);
        if (group != null && group.people().contains(person)) {
            throw ofTheGroup();
        }
    }

    private static CommandRefused ofTheGroup() {
        return new CommandRefused(Refusal.INTEREST, "Whoever belongs to the employer group of this standard has one.");
    }

    /** Whether that person cannot vote, as far as it is known without them. */
    static boolean barred(StandardState state, String person, @Nullable EmployerGroup group) {
        if (state.panel().interested(person) || concerned(state).contains(person)) {
            return true;
        }
        if (group == null) {
            return false;
        }
        Delegation delegation = state.panel().delegationOf(person);
        return group.people().contains(person)
                || delegation != null && !Collections.disjoint(delegation.employers(), group.employers());
    }

    private Independence() {}
}
