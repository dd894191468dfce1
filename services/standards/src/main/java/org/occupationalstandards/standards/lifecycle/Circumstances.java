package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a decision depends on besides the command and the standard: who asks, when, under which policy.
 *
 * @param groupEmployers ids of the employers that belong to the owning group now: who works for one has an interest
 */
public record Circumstances(Caller caller, Instant now, LifecyclePolicy policy, Set<UUID> groupEmployers) {
    public Circumstances {
        groupEmployers = Set.copyOf(groupEmployers);
    }

    public Circumstances(Caller caller, Instant now, LifecyclePolicy policy) {
        this(caller, now, policy, Set.of());
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
