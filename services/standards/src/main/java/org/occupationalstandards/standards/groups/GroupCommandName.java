package org.occupationalstandards.standards.groups;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.lifecycle.Role;

/** The one table of commands on employer groups: name on the wire, who may give it, what it leads to. */
public enum GroupCommandName {
    FORM("form", GroupCommand.FormGroup.class, "Forms an employer group.", Role.OFFICIAL),
    RENAME(
            "rename",
            GroupCommand.RenameGroup.class,
            "Gives the group another name.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR),
    ADMIT_EMPLOYER(
            "admit-employer",
            GroupCommand.AdmitEmployer.class,
            "Takes an employer into the group, or says its name or size anew.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR),
    RELEASE_EMPLOYER(
            "release-employer",
            GroupCommand.ReleaseEmployer.class,
            "Lets an employer leave the group, with the people who act for it.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR),
    WITHDRAW_SUPPORT(
            "withdraw-support",
            GroupCommand.WithdrawSupport.class,
            "Records that an employer does not stand behind the group's proposals any more.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR),
    RESTORE_SUPPORT(
            "restore-support",
            GroupCommand.RestoreSupport.class,
            "Records that an employer stands behind the group's proposals again.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR),
    ADMIT_PERSON(
            "admit-person",
            GroupCommand.AdmitPerson.class,
            "Lets a person act for an employer in the group.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR),
    RELEASE_PERSON(
            "release-person",
            GroupCommand.ReleasePerson.class,
            "Lets a person leave the group.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR,
            Role.EMPLOYER_GROUP_MEMBER),
    APPOINT_CHAIR(
            "appoint-chair", GroupCommand.AppointChair.class, "Makes a person of the group its chair.", Role.OFFICIAL),
    APPOINT_CO_CHAIR(
            "appoint-co-chair",
            GroupCommand.AppointCoChair.class,
            "Makes a person of the group its co-chair, or nobody.",
            Role.OFFICIAL,
            Role.EMPLOYER_GROUP_CHAIR),
    HAND_OVER_CHAIR(
            "hand-over-chair",
            GroupCommand.HandOverChair.class,
            "Hands the chair over to another person of the group.",
            Role.EMPLOYER_GROUP_CHAIR),
    DISSOLVE("dissolve", GroupCommand.DissolveGroup.class, "Ends the group.", Role.OFFICIAL);

    private static final Map<Class<?>, GroupCommandName> BY_RECORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(GroupCommandName::record, Function.identity()));
    private static final Map<String, GroupCommandName> BY_WIRE_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(GroupCommandName::wireName, Function.identity()));

    private final String wireName;
    private final Class<? extends GroupCommand> record;
    private final String does;
    private final Set<Role> roles;

    GroupCommandName(String wireName, Class<? extends GroupCommand> record, String does, Role... roles) {
        this.wireName = wireName;
        this.record = record;
        this.does = does;
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(List.of(roles)));
    }

    /** The name in addresses, in kebab-case. */
    public String wireName() {
        return wireName;
    }

    /** The record that a body is read into. */
    public Class<? extends GroupCommand> record() {
        return record;
    }

    /** What it does, for whoever is about to confirm it. */
    public String does() {
        return does;
    }

    /** Who may give it; chairs and members to their own group only. */
    public Set<Role> roles() {
        return roles;
    }

    /** The command of that name in addresses. */
    public static Optional<GroupCommandName> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The name of a command. */
    public static GroupCommandName of(GroupCommand command) {
        GroupCommandName name = BY_RECORD.get(command.getClass());
        if (name == null) {
            throw new IllegalStateException("No line in the table of commands for " + command.getClass());
        }
        return name;
    }
}
