package org.occupationalstandards.standards.groups;

import java.util.Arrays;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;

/** What a caller may do with a group now, if what they say is in order. */
public final class GroupActions {

    /** The commands that are permitted, in the order of the table. */
    public static List<GroupCommandName> of(GroupState state, Circumstances circumstances) {
        return Arrays.stream(GroupCommandName.values())
                .filter(name -> permitted(name, state, circumstances))
                .toList();
    }

    private static boolean permitted(GroupCommandName name, GroupState state, Circumstances circumstances) {
        try {
            GroupRules.guard(name, state, circumstances);
            return true;
        } catch (CommandRefused refused) {
            return false;
        }
    }

    private GroupActions() {}
}
