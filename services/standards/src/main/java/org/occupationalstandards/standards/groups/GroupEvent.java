package org.occupationalstandards.standards.groups;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.Fact;

/** A plain fact about one employer group: no validation, people as opaque ids. */
public sealed interface GroupEvent extends Fact {

    record GroupFormed(UUID group, String name, String by, Instant at) implements GroupEvent {}

    record GroupRenamed(String name, String by, Instant at) implements GroupEvent {}

    /** The employer belongs to the group, under this name and of this size. */
    record EmployerAdmitted(UUID employer, String name, EmployerSize size, String by, Instant at)
            implements GroupEvent {}

    /** The employer and the people who acted for it have left. */
    record EmployerReleased(UUID employer, String reason, String by, Instant at) implements GroupEvent {}

    record SupportWithdrawn(UUID employer, String reason, String by, Instant at) implements GroupEvent {}

    record SupportRestored(UUID employer, String by, Instant at) implements GroupEvent {}

    record PersonAdmitted(String person, UUID employer, String by, Instant at) implements GroupEvent {}

    record PersonReleased(String person, String by, Instant at) implements GroupEvent {}

    /** This person is the chair; whoever was before is not any more. */
    record ChairAppointed(String person, String by, Instant at) implements GroupEvent {}

    /** This person is the co-chair, or nobody is. */
    record CoChairAppointed(@Nullable String person, String by, Instant at) implements GroupEvent {}

    /** The chair has handed over to this person. */
    record ChairHandedOver(String person, String by, Instant at) implements GroupEvent {}

    record GroupDissolved(String reason, String by, Instant at) implements GroupEvent {}
}
