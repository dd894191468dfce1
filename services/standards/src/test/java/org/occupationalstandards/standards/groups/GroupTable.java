package org.occupationalstandards.standards.groups;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Role;

/** Every command on an employer group, by everybody, wherever a group can be: with its event, or with its refusal. */
public final class GroupTable {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID GROUP = new UUID(1, 1);
    private static final UUID HOSPITAL = new UUID(2, 1);
    private static final UUID LABORATORY = new UUID(2, 2);
    private static final Caller OFFICIAL = caller("official", Role.OFFICIAL, Set.of());
    private static final Caller CHAIR = caller("ann", Role.EMPLOYER_GROUP_CHAIR, Set.of(GROUP));

    /** What comes of each command, of each caller, in each situation: as the page says it. */
    public static Map<GroupCommandName, Map<String, Map<String, String>>> of() {
        Map<GroupCommandName, Map<String, Map<String, String>>> table = new LinkedHashMap<>();
        for (GroupCommandName name : GroupCommandName.values()) {
            Map<String, Map<String, String>> callers = new LinkedHashMap<>();
            callers().forEach((who, caller) -> {
                Map<String, String> outcomes = new LinkedHashMap<>();
                situations().forEach((situation, state) -> outcomes.put(situation, outcome(name, state, caller)));
                callers.put(who, outcomes);
            });
            table.put(name, callers);
        }
        return table;
    }

    private static String outcome(GroupCommandName name, GroupState state, Caller caller) {
        try {
            List<GroupEvent> led = GroupRules.decide(command(name), state, by(caller));
            return led.isEmpty()
                    ? "nothing changes"
                    : led.stream()
                            .map(event -> "**" + event.getClass().getSimpleName() + "**")
                            .collect(Collectors.joining(", "));
        } catch (CommandRefused refused) {
            return "`" + refused.refusal() + "`";
        }
    }

    static Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("official", OFFICIAL);
        callers.put("chair", CHAIR);
        callers.put("co-chair", caller("ben", Role.EMPLOYER_GROUP_CHAIR, Set.of(GROUP)));
        callers.put("member of the group", caller("cat", Role.EMPLOYER_GROUP_MEMBER, Set.of(GROUP)));
        callers.put("chair of another group", caller("dan", Role.EMPLOYER_GROUP_CHAIR, Set.of(new UUID(1, 2))));
        callers.put("panel member", caller("eve", Role.PANEL_MEMBER, Set.of()));
        callers.put("committee", caller("fin", Role.COMMITTEE, Set.of()));
        callers.put("subscriber", caller("gus", Role.SUBSCRIBER, Set.of()));
        callers.put("the system", Caller.system());
        return callers;
    }

    static Map<String, GroupState> situations() {
        Map<String, GroupState> situations = new LinkedHashMap<>();
        situations.put("no such group", GroupState.none());
        GroupState formed = after(GroupState.none(), OFFICIAL, new GroupCommand.FormGroup(GROUP, "Healthcare science"));
        situations.put("formed, nobody in it", formed);
        GroupState chaired = after(
                formed,
                OFFICIAL,
                new GroupCommand.AdmitEmployer(HOSPITAL, "A hospital", EmployerSize.LARGE),
                new GroupCommand.AdmitEmployer(LABORATORY, "A laboratory", EmployerSize.SMALL),
                new GroupCommand.AdmitPerson("ann", HOSPITAL),
                new GroupCommand.AdmitPerson("ben", LABORATORY),
                new GroupCommand.AdmitPerson("cat", LABORATORY),
                new GroupCommand.AppointChair("ann"),
                new GroupCommand.AppointCoChair("ben"));
        situations.put("with employers, chair, co-chair and a member", chaired);
        situations.put(
                "one employer's support withdrawn",
                after(chaired, CHAIR, new GroupCommand.WithdrawSupport(LABORATORY, "Budget")));
        situations.put("dissolved", after(chaired, OFFICIAL, new GroupCommand.DissolveGroup("The standard is done")));
        return situations;
    }

    private static GroupState after(GroupState state, Caller caller, GroupCommand... commands) {
        GroupState after = state;
        for (GroupCommand command : commands) {
            for (GroupEvent event : GroupRules.decide(command, after, by(caller))) {
                after = after.after(event);
            }
        }
        return after;
    }

    /** A command of that name that is fine wherever the rules permit it. */
    static GroupCommand command(GroupCommandName name) {
        return switch (name) {
            case FORM -> new GroupCommand.FormGroup(GROUP, "Name");
            case RENAME -> new GroupCommand.RenameGroup("Another");
            case ADMIT_EMPLOYER -> new GroupCommand.AdmitEmployer(new UUID(2, 9), "Stranger", EmployerSize.SMALL);
            case RELEASE_EMPLOYER -> new GroupCommand.ReleaseEmployer(LABORATORY, "Left");
            case WITHDRAW_SUPPORT -> new GroupCommand.WithdrawSupport(LABORATORY, "Budget");
            case RESTORE_SUPPORT -> new GroupCommand.RestoreSupport(LABORATORY);
            case ADMIT_PERSON -> new GroupCommand.AdmitPerson("fay", HOSPITAL);
            case RELEASE_PERSON -> new GroupCommand.ReleasePerson("cat");
            case APPOINT_CHAIR -> new GroupCommand.AppointChair("cat");
            case APPOINT_CO_CHAIR -> new GroupCommand.AppointCoChair("cat");
            case HAND_OVER_CHAIR -> new GroupCommand.HandOverChair("cat");
            case DISSOLVE -> new GroupCommand.DissolveGroup("Done");
        };
    }

    private static Caller caller(String id, Role role, Set<UUID> groups) {
        return new Caller(id, Set.of(role), groups, Set.of());
    }

    static Circumstances by(Caller caller) {
        return new Circumstances(caller, NOW, LifecyclePolicy.defaults());
    }

    private GroupTable() {}
}
