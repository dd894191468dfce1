package org.occupationalstandards.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every announcement says, flat beside the parts of its own.
 *
 * @param version that stands after the event, 0.0 before the first approval; of an approval the one approved
 * @param statusBefore nothing for the first announcement of a standard
 * @param changeClass where the event makes a version
 * @param decidedOn day of the decision, where the event is one; not the day on which it was recorded
 * @param effectiveFrom first day on which the decision has effect
 * @param recordedAt when the system of record stored the event
 * @param changes the semantic difference: which fields, statements and duties changed, and how
 */
public record Facts(
        String reference,
        String title,
        long sequence,
        String version,
        @Nullable Status statusBefore,
        Status statusAfter,
        @Nullable ChangeClass changeClass,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate effectiveFrom,
        Instant recordedAt,
        int level,
        Route route,
        List<Change> changes) {
    public Facts {
        changes = List.copyOf(changes);
    }
}
