package org.occupationalstandards.standards.register;

import java.time.Instant;
import java.util.UUID;

/**
 * An employer group of the list.
 *
 * @param supporting how many of its employers stand behind its proposals
 * @param small how many of those are small
 */
public record GroupEntry(
        UUID id,
        String name,
        int employers,
        int supporting,
        int small,
        boolean dissolved,
        Instant lastChanged,
        long sequence) {}
