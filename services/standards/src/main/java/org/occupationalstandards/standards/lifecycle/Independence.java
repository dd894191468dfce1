package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.TreeSet;

/** Who took part in what, as opaque ids, and who has an interest: what bars people from voting and deciding. */
final class Independence {

    /** Everybody who took part in what was decided on, and who decided. */
    static List<String> tookPart(StandardState state, String decider) {
        TreeSet<String> people = new TreeSet<>(state.proposal().proposers());
        people.addAll(state.proposal().recommenders());
        people.addAll(state.approval().voters());
        String submitter = state.approval().submittedBy();
        if (submitter != null) {
            people.add(submitter);
        }
        people.add(decider);
        return List.copyOf(people);
    }

    /** The committee decides, never through somebody who proposed, recommended, submitted, voted or has an interest. */
    static void mayDecide(StandardState state, Circumstances circumstances) {
        String by = circumstances.by();
        if (state.proposal().tookPart(by) || state.approval().tookPart(by)) {
            throw new CommandRefused(Refusal.TOOK_PART, List.of());
        }
        disinterested(state, circumstances);
    }

    /** The hard bar: a declared interest, or an employer that is in the group. */
    static void disinterested(StandardState state, Circumstances circumstances) {
        disinterested(state, circumstances.by());
        if (circumstances.caller().employers().stream().anyMatch(circumstances.groupEmployers()::contains)) {
            throw new CommandRefused(
                    Refusal.INTEREST, "Your employer is one of those in the employer group of this standard.");
        }
        EmployerGroup group =
                state.owner() == null ? null : circumstances.groups().get(state.owner());
        if (group != null && group.people().contains(circumstances.by())) {
            throw new CommandRefused(Refusal.INTEREST, "You belong to the employer group of this standard.");
        }
    }

    static void disinterested(StandardState state, String person) {
        for (Interest interest : state.panel().interests()) {
            if (interest.member().equals(person)) {
                throw new CommandRefused(Refusal.INTEREST, "An interest was declared: " + interest.reason());
            }
        }
    }

    private Independence() {}
}
