package org.occupationalstandards.platform.intake;

/** How far one standard was taken in, while its row in the ledger is locked. */
final class Standing {

    private final String reference;
    private long lastSequence;
    private boolean parked;

    Standing(String reference, long lastSequence, boolean parked) {
        this.reference = reference;
        this.lastSequence = lastSequence;
        this.parked = parked;
    }

    String reference() {
        return reference;
    }

    long lastSequence() {
        return lastSequence;
    }

    boolean parked() {
        return parked;
    }

    boolean hasSeen(Incoming incoming) {
        return incoming.sequence() <= lastSequence;
    }

    /** Whether nothing is missing between what was taken in and this one. */
    boolean isDue(Incoming incoming) {
        return incoming.previousSequence() <= lastSequence;
    }

    void takenInTo(long sequence) {
        lastSequence = Math.max(lastSequence, sequence);
    }

    void park() {
        parked = true;
    }

    void unpark() {
        parked = false;
    }
}
