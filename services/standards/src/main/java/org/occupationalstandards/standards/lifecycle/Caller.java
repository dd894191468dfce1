package org.occupationalstandards.standards.lifecycle;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks.
 *
 * @param id opaque; never a name
 * @param groups employer groups that the caller chairs or belongs to
 * @param routes ids of the routes on whose panels the caller sits
 * @param employers ids of the employers that the caller works for: a panel member among them has an interest
 */
public record Caller(String id, Set<Role> roles, Set<UUID> groups, Set<Integer> routes, Set<UUID> employers) {
    public Caller {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        routes = Set.copyOf(routes);
        employers = Set.copyOf(employers);
    }

    public Caller(String id, Set<Role> roles, Set<UUID> groups, Set<Integer> routes) {
        this(id, roles, groups, routes, Set.of());
    }

    /** The system itself, acting because a date has passed. */
    public static Caller system() {
        return new Caller("system", Set.of(Role.SYSTEM), Set.of(), Set.of());
    }

    boolean acts(Role role) {
        return roles.contains(role);
    }
}
