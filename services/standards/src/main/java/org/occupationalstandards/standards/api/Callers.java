package org.occupationalstandards.standards.api;

import java.util.stream.Collectors;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Role;

/** The caller of a request as the rulebook knows callers. */
final class Callers {

    static Caller of(CurrentCaller caller) {
        return new Caller(
                caller.subject(),
                caller.roles().stream().map(Callers::role).collect(Collectors.toSet()),
                caller.groups(),
                caller.routes(),
                caller.employers());
    }

    /** Nobody can sign in as {@link Role#SYSTEM}. */
    private static Role role(org.occupationalstandards.platform.security.Role role) {
        return Role.valueOf(role.name());
    }

    private Callers() {}
}
