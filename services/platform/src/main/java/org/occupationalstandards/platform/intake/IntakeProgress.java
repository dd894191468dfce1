package org.occupationalstandards.platform.intake;

/**
 * How far an intake has come.
 *
 * @param takenIn messages of the topic that are behind it
 * @param total messages on the topic when it was last looked at
 */
public record IntakeProgress(long takenIn, long total) {

    /** Messages still to come. */
    public long behind() {
        return Math.max(0, total - takenIn);
    }
}
