package org.occupationalstandards.faults.history;

import java.time.Instant;

/**
 * From the beginning of a fault until what had been decided by its end was everywhere.
 *
 * @param fault its name
 */
public record Window(String fault, Instant from, Instant to) {

    public boolean includes(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }
}
