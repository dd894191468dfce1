package org.occupationalstandards.testbed;

/** Containers cannot be used on this machine, for the reason it gives. */
final class NoContainers extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NoContainers(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
