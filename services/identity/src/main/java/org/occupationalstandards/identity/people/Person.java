package org.occupationalstandards.identity.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or machine, as far as it is known here.
 *
 * @param id opaque and stable; what tokens and events hold
 * @param name how they are shown to others; null once erased
 * @param roles in wire form, such as {@code panel-member}
 * @param groups employer groups that they act for
 * @param routes ids of the routes whose panel they sit on
 * @param employers ids of the employers that they work for, as the register of employers has them
 */
public record Person(
        UUID id,
        @Nullable String name,
        List<String> roles,
        List<UUID> groups,
        List<Integer> routes,
        List<UUID> employers) {

    /** What is shown in the place of a name that was erased. */
    public static final String ERASED = "erased person";

    public Person {
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
        routes = List.copyOf(routes);
        employers = List.copyOf(employers);
    }

    public boolean erased() {
        return name == null;
    }

    public String shownName() {
        return Optional.ofNullable(name).orElse(ERASED);
    }
}
