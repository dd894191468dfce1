package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on besides the command and the standard: who asks, when, under which policy.
 *
 * @param groupEmployers ids of the employers that belong to the owning group now: who works for one has an interest
 * @param standards whether there is a standard of a reference
 * @param groups the registered groups among the owning one and those that the caller acts for
 */
public record Circumstances(
        Caller caller,
        Instant now,
        LifecyclePolicy policy,
        Set<UUID> groupEmployers,
        Map<UUID, EmployerGroup> groups,
        Predicate<String> standards) {
    public Circumstances {
        groupEmployers = Set.copyOf(groupEmployers);
        groups = Map.copyOf(groups);
    }

    public Circumstances(Caller caller, Instant now, LifecyclePolicy policy, Set<UUID> groupEmployers) {
        this(caller, now, policy, groupEmployers, Map.of(), reference -> true);
    }

    public Circumstances(Caller caller, Instant now, LifecyclePolicy policy) {
        this(caller, now, policy, Set.of());
    }

    /**
     * Where groups are registered.
     *
     * @param owner the group that the standard belongs to
     */
    public static Circumstances of(
            Caller caller,
            Instant now,
            LifecyclePolicy policy,
            @Nullable UUID owner,
            Map<UUID, EmployerGroup> groups,
            Predicate<String> standards) {
        EmployerGroup owning = owner == null ? null : groups.get(owner);
        return new Circumstances(
                asChair(caller, owner, groups.values()),
                now,
                policy,
                owning == null ? Set.of() : owning.employers(),
                groups,
                standards);
    }

    /** A co-chair may do what the chair may, in the groups that say so and in no other. */
    private static Caller asChair(Caller caller, @Nullable UUID owner, Collection<EmployerGroup> groups) {
        Set<UUID> coChaired = groups.stream()
                .filter(group -> caller.id().equals(group.coChair())
                        && caller.groups().contains(group.id())
                        && !group.dissolved())
                .map(EmployerGroup::id)
                .collect(Collectors.toUnmodifiableSet());
        boolean concerned = owner == null ? !coChaired.isEmpty() : coChaired.contains(owner);
        if (!concerned || !caller.acts(Role.EMPLOYER_GROUP_MEMBER) || caller.acts(Role.EMPLOYER_GROUP_CHAIR)) {
            return caller;
        }
        Set<Role> roles = new HashSet<>(caller.roles());
        roles.add(Role.EMPLOYER_GROUP_CHAIR);
        return new Caller(caller.id(), roles, coChaired, caller.routes(), caller.employers());
    }

    /** Today where the standards are in force: dates of decisions and effect are dates there. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, policy.zone());
    }

    /** Opaque id of who asks. */
    public String by() {
        return caller.id();
    }
}
