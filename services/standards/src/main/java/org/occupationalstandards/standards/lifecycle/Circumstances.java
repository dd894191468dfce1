package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;

/** What a decision depends on besides the command and the standard: who asks, when, and under which policy. */
public record Circumstances(Caller caller, Instant now, LifecyclePolicy policy) {

    /** Today where the standards are in force: dates of decisions and effect are dates there. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, policy.zone());
    }

    String by() {
        return caller.id();
    }
}
