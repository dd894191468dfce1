package org.occupationalstandards.standards.eventsourcing;

/** The caller has used this idempotency key for another request. Nothing was done. */
public final class KeyUsedOtherwise extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyUsedOtherwise(String key) {
        super("The key " + key + " belongs to another request", null, false, false);
    }
}
