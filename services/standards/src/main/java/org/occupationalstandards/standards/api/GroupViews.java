package org.occupationalstandards.standards.api;

import java.util.List;
import java.util.Objects;
import org.occupationalstandards.standards.employers.SameEmployers;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.groups.GroupActions;
import org.occupationalstandards.standards.groups.GroupCommandName;
import org.occupationalstandards.standards.groups.GroupState;
import org.occupationalstandards.standards.groups.MemberEmployer;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.Role;

/** Shows an employer group to a caller. */
final class GroupViews {

    static GroupView of(StateAt<GroupState> group, SameEmployers same, Circumstances circumstances) {
        var state = group.state();
        var id = Objects.requireNonNull(state.id());
        boolean inside = seesPeople(state, circumstances);
        return new GroupView(
                id,
                group.sequence(),
                state.name(),
                state.dissolved(),
                state.employers(),
                inside ? state.chair() : null,
                inside ? state.coChair() : null,
                inside ? state.people() : null,
                merged(state, same),
                Objection.of(state.counting(same).missing(circumstances.policy().proposals())),
                actions(group, circumstances));
    }

    private static List<GroupView.MergedView> merged(GroupState group, SameEmployers same) {
        return group.employers().stream()
                .map(MemberEmployer::id)
                .filter(same.into()::containsKey)
                .map(id -> new GroupView.MergedView(id, same.standingFor(id)))
                .toList();
    }

    /** Even opaque ids of people are nobody's business but their group's and the officials'. */
    static boolean seesPeople(GroupState group, Circumstances circumstances) {
        var caller = circumstances.caller();
        return caller.roles().contains(Role.OFFICIAL)
                || group.id() != null && caller.groups().contains(group.id()) && group.has(caller.id());
    }

    private static List<GroupView.ActionView> actions(StateAt<GroupState> group, Circumstances circumstances) {
        return GroupActions.of(group.state(), circumstances).stream()
                .map(name -> new GroupView.ActionView(
                        name.wireName(), name.does(), "POST", address(group.reference(), name)))
                .toList();
    }

    private static String address(String group, GroupCommandName name) {
        return "/groups/" + group + "/commands/" + name.wireName();
    }

    private GroupViews() {}
}
