package org.occupationalstandards.standards.policy;

/**
 * A planned look at a standard.
 *
 * @param sequence of the last event when it was planned: each state of a standard has a look of its own
 */
record Look(String reference, long sequence) {

    /** What the look is called in the table. */
    String instance() {
        return reference + "@" + sequence;
    }

    static Look of(String instance) {
        int at = instance.indexOf('@');
        return new Look(instance.substring(0, at), Long.parseLong(instance.substring(at + 1)));
    }
}
