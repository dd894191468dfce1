package org.occupationalstandards.faults.injecting;

/** Something that goes wrong, and is over again when it returns. */
public interface Fault {

    /** What it is called in reports. */
    String name();

    /** How many processes are killed by it. */
    default int kills() {
        return 0;
    }

    /**
     * Lets it happen, sees to it that the system can recover, and says what proves that it happened.
     *
     * @throws IllegalStateException where it did not happen, or the system did not recover in time
     */
    String inject(Scene scene);
}
