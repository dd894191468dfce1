package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on besides the command and the standard: who asks, when, under which policy.
 *
 * @param caller in the roles that count here: in a registered group, those that it gives
 * @param claims the groups that the caller's token names, whatever those groups say
 * @param groupEmployers ids of the employers that belong to the owning group now: who works for one has an interest
 * @param standards whether there is a standard of a reference
 * @param groups the registered groups among the owning one, the one that the command names and those that the caller acts
 *     for
 */
public record Circumstances(
        Caller caller,
        Set<UUID> claims,
        Instant now,
        LifecyclePolicy policy,
        Set<UUID> groupEmployers,
        Map<UUID, EmployerGroup> groups,
        Predicate<String> standards) {
    public Circumstances {
        claims = Set.copyOf(claims);
        groupEmployers = Set.copyOf(groupEmployers);
        groups = Map.copyOf(groups);
    }

    public Circumstances(Caller caller, Instant now, LifecyclePolicy policy, Set<UUID> groupEmployers) {
        this(caller, caller.groups(), now, policy, groupEmployers, Map.of(), reference -> true);
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
                GroupRoles.of(caller, owner, groups),
                caller.groups(),
                now,
                policy,
                owning == null ? Set.of() : owning.employers(),
                groups,
                standards);
    }

    /** Whether the caller's token names that group. */
    boolean claims(UUID group) {
        return claims.contains(group);
    }

    /** The group that a standard belongs to, where it is registered. */
    @Nullable
    EmployerGroup owner(StandardState state) {
        return state.owner() == null ? null : groups.get(state.owner());
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
