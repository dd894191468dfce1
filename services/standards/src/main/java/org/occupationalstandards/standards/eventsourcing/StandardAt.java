package org.occupationalstandards.standards.eventsourcing;

import org.occupationalstandards.standards.lifecycle.StandardState;

/**
 * A standard after one of its events.
 *
 * @param sequence of that event, counted from 1; 0 before the first
 */
public record StandardAt(String reference, long sequence, StandardState state) {

    static StandardAt beforeAll(String reference) {
        return new StandardAt(reference, 0, StandardState.none());
    }

    /** The standard after its next event. */
    public StandardAt after(Recorded next) {
        if (next.sequence() != sequence + 1) {
            throw new IllegalArgumentException(
                    "%s is at %d and cannot go on to %d".formatted(reference, sequence, next.sequence()));
        }
        return new StandardAt(reference, next.sequence(), state.after(next.event()));
    }
}
