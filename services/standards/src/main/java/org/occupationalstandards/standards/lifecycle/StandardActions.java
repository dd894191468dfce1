package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** What a caller may do with a standard now, and what each would do: read before confirming, and for the worklist. */
public final class StandardActions {

    /**
     * One thing that can be done.
     *
     * @param does what it will do
     * @param told who will be told of it
     * @param permitted whether this caller may do it now, if what they say is in order
     * @param unless what stands against it, none where it is permitted
     */
    public record Action(CommandName name, String does, List<Audience> told, boolean permitted, List<Problem> unless) {}

    /** Every command that concerns an existing standard, permitted to this caller or not, in the order of the table. */
    public static List<Action> of(StandardState state, Circumstances circumstances) {
        List<Action> actions = new ArrayList<>();
        for (CommandName name : CommandName.values()) {
            if (name.creates() == state.exists()) {
                continue;
            }
            List<Problem> unless = unless(name, state, circumstances);
            actions.add(new Action(name, does(name, state), told(name, state), unless.isEmpty(), unless));
        }
        return List.copyOf(actions);
    }

    /** Whoever decides on a proposal sees how the panel stands to it; whoever submits, what has to be explained. */
    private static String does(CommandName name, StandardState state) {
        return switch (name) {
            case ACCEPT_PROPOSAL, REJECT_PROPOSAL ->
                state.proposal().recommended() == null
                        ? name.does()
                        : name.does()
                                + " Of the panel, %d recommend it and %d do not."
                                        .formatted(
                                                state.proposal().recommending(true),
                                                state.proposal().recommending(false));
            case SUBMIT ->
                state.changedSinceConsultation().isEmpty()
                        ? name.does()
                        : name.does() + " It has changed since it was consulted on: “explanation” says what, and why.";
            case CLOSE_CONDITION -> name.does() + agreed(state);
            case DECIDE_REVIEW ->
                state.decision().isOnProposalSavedAnew(state)
                        ? name.does() + " The group has saved its proposal anew: that is decided on when it submits it."
                        : name.does();
            default -> name.does();
        };
    }

    /** Nobody votes on what was changed since the committee agreed: whoever closes a condition looks at it. */
    private static String agreed(StandardState state) {
        Approval.Agreement agreement = state.approval().agreement();
        List<String> places = agreement == null
                ? List.of()
                : agreement.changes(state.draft()).stream()
                        .map(Change::place)
                        .distinct()
                        .toList();
        return places.isEmpty()
                ? ""
                : " The panel has not voted on what was changed since the draft was agreed: %s."
                        .formatted(String.join(", ", places));
    }

    /** Who is told of a command on a standard in that state: a link that was never public goes without the public. */
    public static List<Audience> told(CommandName name, StandardState state) {
        boolean quietly = name == CommandName.REMOVE_PROGRESSION
                && state.progression().stream().noneMatch(ProgressionLink::confirmed);
        return name.told().stream()
                .filter(audience -> !quietly || audience != Audience.PUBLIC)
                .toList();
    }

    private static List<Problem> unless(CommandName name, StandardState state, Circumstances circumstances) {
        try {
            Guards.admit(name, state, circumstances);
            return List.of();
        } catch (CommandRefused refused) {
            return refused.problems().isEmpty()
                    ? List.of(new Problem("", refused.refusal().says()))
                    : refused.problems();
        }
    }

    private StandardActions() {}
}
