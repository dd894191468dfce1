package org.occupationalstandards.standards.employers;

import java.time.Instant;
import java.util.UUID;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.Fact;

/** A plain fact about one employer: no validation. Employers are organisations; people are opaque ids. */
public sealed interface EmployerEvent extends Fact {

    record EmployerRegistered(UUID employer, String name, EmployerSize size, String by, Instant at)
            implements EmployerEvent {}

    /** It goes by this name and is of this size from now on; the names before still find it. */
    record EmployerCorrected(String name, EmployerSize size, String reason, String by, Instant at)
            implements EmployerEvent {}

    /** This entry is the same employer as that one, which stands for both from now on. */
    record EmployerMerged(UUID into, String reason, String by, Instant at) implements EmployerEvent {}

    /** It is an employer of its own again, as it was before it was merged. */
    record EmployerSeparated(UUID from, String reason, String by, Instant at) implements EmployerEvent {}

    /** That entry was merged into this one. */
    record EmployerTakenIn(UUID employer, String reason, String by, Instant at) implements EmployerEvent {}

    /** That entry is an employer of its own again. */
    record EmployerLetGo(UUID employer, String reason, String by, Instant at) implements EmployerEvent {}
}
