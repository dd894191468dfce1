package org.occupationalstandards.standards.eventsourcing;

/**
 * A standard, a group or an employer after one of its events.
 *
 * @param sequence of that event, counted from 1; 0 before the first
 */
public record StateAt<S>(String reference, long sequence, S state) {

    /** It after its next event, which leads to that state. */
    public StateAt<S> after(Recorded<?> next, S after) {
        if (next.sequence() != sequence + 1) {
            throw new IllegalArgumentException(
                    "%s is at %d and cannot go on to %d".formatted(reference, sequence, next.sequence()));
        }
        return new StateAt<>(reference, next.sequence(), after);
    }
}
