package org.occupationalstandards.catalogue.entry;

import java.time.LocalDate;
import java.util.List;

/**
 * The decision against a potential occupation, for as long as it stands.
 *
 * @param on day of the decision
 * @param reasons that were given for it
 */
public record Rejection(Kind kind, LocalDate on, List<String> reasons) {

    public Rejection {
        reasons = List.copyOf(reasons);
    }

    /** What was decided against. */
    public enum Kind {
        /** That a standard is developed. */
        PROPOSAL,
        /** The standard as it was developed, before any version of it was approved. */
        STANDARD
    }
}
