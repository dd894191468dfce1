package org.occupationalstandards.standards.eventsourcing;

import org.occupationalstandards.standards.lifecycle.Fact;

/** What the caller wants to change has moved on since the caller looked at it. Nothing was done. */
public final class StaleSequence extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Class<? extends Fact> facts;
    private final String reference;
    private final long expected;
    private final long current;

    StaleSequence(Class<? extends Fact> facts, String reference, long expected, long current) {
        super("%s is at sequence %d by now".formatted(reference, current), null, false, false);
        this.facts = facts;
        this.reference = reference;
        this.expected = expected;
        this.current = current;
    }

    /** What the events of its kind have in common. */
    public Class<? extends Fact> facts() {
        return facts;
    }

    public String reference() {
        return reference;
    }

    /** What the caller saw. */
    public long expected() {
        return expected;
    }

    /** Where it is now. */
    public long current() {
        return current;
    }
}
