package org.occupationalstandards.standards.eventsourcing;

/** The standard has moved on since the caller looked at it. Nothing was done. */
public final class StaleSequence extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reference;
    private final long expected;
    private final long current;

    StaleSequence(String reference, long expected, long current) {
        super("%s is at sequence %d by now".formatted(reference, current), null, false, false);
        this.reference = reference;
        this.expected = expected;
        this.current = current;
    }

    public String reference() {
        return reference;
    }

    /** What the caller saw. */
    public long expected() {
        return expected;
    }

    /** Where the standard is now. */
    public long current() {
        return current;
    }
}
