package org.occupationalstandards.standards.lifecycle;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is in an employer group: in a registered one that their token names, what the group itself says, so that
 * handing over and leaving count at once; in any other, what the token says.
 */
public final class GroupRoles {

    private static final Set<Role> OF_GROUPS = Set.of(Role.EMPLOYER_GROUP_CHAIR, Role.EMPLOYER_GROUP_MEMBER);

    /** Those of the groups that the caller's token names which the caller chairs. */
    public static Set<UUID> chaired(Caller caller, Map<UUID, EmployerGroup> groups) {
        return caller.groups().stream()
                .filter(group -> roles(caller, group, groups).contains(Role.EMPLOYER_GROUP_CHAIR))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the groups that the caller's token names which the caller belongs to, in whatever role. */
    public static Set<UUID> joined(Caller caller, Map<UUID, EmployerGroup> groups) {
        return caller.groups().stream()
                .filter(group -> !roles(caller, group, groups).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Role> roles(Caller caller, UUID id, Map<UUID, EmployerGroup> groups) {
        EmployerGroup group = groups.get(id);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (group == null) {
            roles.addAll(caller.roles());
            roles.retainAll(OF_GROUPS);
        } else if (group.chairs(caller.id())) {
            roles.add(Role.EMPLOYER_GROUP_CHAIR);
        } else if (group.people().contains(caller.id())) {
            roles.add(Role.EMPLOYER_GROUP_MEMBER);
        }
        return roles;
    }

    /**
     * The caller in the roles that count for a standard.
     *
     * @param owner the group that it belongs to; nothing where it can become that of any group that the caller chairs
     */
    static Caller of(Caller caller, @Nullable UUID owner, Map<UUID, EmployerGroup> groups) {
        if (caller.groups().stream().noneMatch(groups::containsKey)) {
            return caller;
        }
        return owner == null ? chairing(caller, groups) : acting(caller, owner, groups);
    }

    private static Caller chairing(Caller caller, Map<UUID, EmployerGroup> groups) {
        Set<UUID> chaired = chaired(caller, groups);
        Set<Role> roles = new HashSet<>(caller.roles());
        roles.remove(Role.EMPLOYER_GROUP_CHAIR);
        if (!chaired.isEmpty()) {
            roles.add(Role.EMPLOYER_GROUP_CHAIR);
        }
        return as(caller, roles, chaired.isEmpty() ? caller.groups() : chaired);
    }

    /** Whoever does not belong to it keeps their roles, for they may have them elsewhere, and does not reach it. */
    private static Caller acting(Caller caller, UUID owner, Map<UUID, EmployerGroup> groups) {
        if (!caller.groups().contains(owner) || !groups.containsKey(owner)) {
            return caller;
        }
        Set<Role> here = roles(caller, owner, groups);
        if (here.isEmpty()) {
            Set<UUID> others = new HashSet<>(caller.groups());
            others.remove(owner);
            return as(caller, caller.roles(), others);
        }
        Set<Role> roles = new HashSet<>(caller.roles());
        roles.removeAll(OF_GROUPS);
        roles.addAll(here);
        return as(caller, roles, caller.groups());
    }

    private static Caller as(Caller caller, Set<Role> roles, Set<UUID> groups) {
        return new Caller(caller.id(), roles, groups, caller.routes(), caller.employers());
    }

    private GroupRoles() {}
}
