package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/**
 * A registered employer group, as far as decisions on standards depend on it.
 *
 * @param employers ids of its employers, whether they stand behind its proposals or not
 * @param people opaque ids of those who act for them
 * @param chair opaque id of its chair, where there is one
 * @param coChair opaque id of who may act as its chair beside the chair, where there is somebody
 * @param supporting the employers that stand behind its proposals
 */
public record EmployerGroup(
        UUID id,
        String name,
        Set<UUID> employers,
        Set<String> people,
        @Nullable String chair,
        @Nullable String coChair,
        List<GroupEmployer> supporting,
        boolean dissolved) {
    public EmployerGroup {
        employers = Set.copyOf(employers);
        people = Set.copyOf(people);
        supporting = List.copyOf(supporting);
    }

    /** Whether that person acts as its chair; a dissolved group has no co-chair. */
    boolean chairs(String person) {
        return person.equals(chair) || !dissolved && person.equals(coChair);
    }

    /** Opaque ids of those who act as its chair. */
    public Set<String> chairs() {
        return people.stream().filter(this::chairs).collect(Collectors.toUnmodifiableSet());
    }

    /** What stands against a proposal by this group at present. */
    public List<Problem> lacking(LifecyclePolicy policy) {
        return Membership.lacking(supporting, policy.proposals());
    }
}
