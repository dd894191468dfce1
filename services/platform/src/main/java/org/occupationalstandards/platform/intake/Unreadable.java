package org.occupationalstandards.platform.intake;

/** A message that no later attempt could make sense of: it goes to the dead letters and its standard waits. */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param explanation for the operator who looks at the dead letters: what was expected and what was found */
    public Unreadable(Reason reason, String explanation) {
        super(explanation);
        this.reason = reason;
    }

    /** Which kind of trouble. */
    public Reason reason() {
        return reason;
    }
}
