package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a role reaches: a chair or member to the standards of their group until it is dissolved, a panel member to those
 * of their routes.
 */
final class Reach {

    /** Refuses a caller who has none of the roles of a command, or has one that does not reach this standard. */
    static void admit(CommandName command, StandardState state, Circumstances circumstances) {
        Refusal refusal = Refusal.ROLE_NOT_PERMITTED;
        for (Role role : command.roles()) {
            if (circumstances.caller().acts(role)) {
                Refusal objection = objection(role, command, state, circumstances);
                if (objection == null) {
                    return;
                }
                refusal = objection;
            }
        }
        throw new CommandRefused(refusal, List.of());
    }

    private static @Nullable Refusal objection(
            Role role, CommandName command, StandardState state, Circumstances circumstances) {
        Caller caller = circumstances.caller();
        if (command.creates() || forEverybody(command)) {
            return null;
        }
        return switch (role) {
            case EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER -> {
                boolean mine = state.owner() == null
                        ? command == CommandName.SUBMIT_PROPOSAL
                        : caller.groups().contains(state.owner());
                EmployerGroup group = circumstances.owner(state);
                if (mine && group != null && group.dissolved()) {
                    yield Refusal.GROUP_DISSOLVED;
                }
                yield mine ? null : Refusal.NOT_YOUR_GROUP;
            }
            case PANEL_MEMBER ->
                caller.routes().contains(state.classification().route()) ? null : Refusal.NOT_YOUR_ROUTE;
            case OFFICIAL, COMMITTEE, SUBSCRIBER, SYSTEM -> null;
        };
    }

    /** What even a subscriber may do, everybody may do to any standard. */
    private static boolean forEverybody(CommandName command) {
        return command.roles().contains(Role.SUBSCRIBER);
    }

    private Reach() {}
}
