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
}
