package org.occupationalstandards.standards.employers;

import java.util.UUID;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/**
 * An employer of the register that may be the one that is meant.
 *
 * @param because why, as a sentence
 */
public record Candidate(UUID id, String name, EmployerSize size, Match match, String because) {

    /** How sure it is, the surest first. */
    public enum Match {
        /** Written otherwise, perhaps. */
        SAME_NAME,
        /** A name that it went by before. */
        FORMER_NAME,
        SIMILAR_NAME,
        /** What is asked for is a part of its name. */
        PART_OF_NAME
    }
}
