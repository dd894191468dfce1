package org.occupationalstandards.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who sent the request, as their token says. A controller method takes it as an argument: {@code CurrentCaller} where a token is
 * needed, {@code Optional<CurrentCaller>} where there may be none.
 *
 * @param subject opaque and stable id of the person or machine; the only thing about a person that an event may hold
 * @param roles what they are; roles that this project does not know are left out
 * @param groups employer groups that they act for
 * @param routes ids of the routes whose panel they sit on
 * @param employers ids of the employers that they work for, as the register of employers has them
 */
public record CurrentCaller(
        String subject, Set<Role> roles, Set<UUID> groups, Set<Integer> routes, Set<UUID> employers) {

    public CurrentCaller {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        routes = Set.copyOf(routes);
        employers = Set.copyOf(employers);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
