package org.occupationalstandards.identity.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.security.Role;

/**
 * What somebody may do; what is left out is none.
 *
 * @param roles in wire form
 */
record Access(
        @Schema(example = "[\"panel-member\"]") List<String> roles,

        @Schema(description = "Ids of the employer groups that they act for")
        List<UUID> groups,

        @Schema(description = "Ids of the routes on whose panels they sit")
        List<Integer> routes,

        @Schema(description = "Ids of the employers that they work for, as the register of employers has them")
        List<UUID> employers) {

    /** As many routes as the occupational map has. */
    private static final int ROUTES = 15;

    Access {
        roles = Objects.requireNonNullElse(roles, List.of());
        groups = Objects.requireNonNullElse(groups, List.of());
        routes = Objects.requireNonNullElse(routes, List.of());
        employers = Objects.requireNonNullElse(employers, List.of());
    }

    static Access of(Person person) {
        return new Access(person.roles(), person.groups(), person.routes(), person.employers());
    }

    /**
     * What is wrong with it. A role that people cannot be given, such as that of a service, can stay with whoever has it.
     *
     * @param present roles that the person has now
     */
    List<Fault> faults(List<String> present) {
        var faults = new ArrayList<Fault>();
        if (roles.stream()
                .anyMatch(role -> role == null
                        || !present.contains(role) && Role.ofWireName(role).isEmpty())) {
            faults.add(Fault.at(
                    "/roles",
                    Arrays.stream(Role.values())
                            .map(Role::wireName)
                            .collect(Collectors.joining(", ", "must be among: ", "."))));
        }
        if (routes.stream().anyMatch(route -> route == null || route < 1 || route > ROUTES)) {
            faults.add(Fault.at("/routes", "must be from 1 to " + ROUTES + "."));
        }
        if (groups.stream().anyMatch(Objects::isNull) || employers.stream().anyMatch(Objects::isNull)) {
            faults.add(Fault.at("", "groups and employers are lists of ids."));
        }
        return faults;
    }
}
