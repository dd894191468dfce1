package org.occupationalstandards.faults.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One command of the run and how it ended.
 *
 * @param id unique in the run; also its Idempotency-Key, so that asking again after a crash asks the same
 * @param name the command, such as {@code propose}
 * @param outcome {@link Outcome#UNKNOWN} where no answer came: it may or may not have happened
 * @param status of the answer, 0 where none came
 * @param toBeRefused whether the rules are against it
 * @param reference of the standard, where known
 * @param before sequence of the standard that it was given on
 * @param sequence that the answer gave, where it was acknowledged: its events are those after {@code before} up to here
 */
public record Command(
        String id,
        String name,
        Instant invoked,
        Outcome outcome,
        @Nullable Instant completed,
        int status,
        boolean toBeRefused,
        @Nullable String reference,
        long before,
        @Nullable Long sequence) {

    /** How a command ended, as its sender saw it. */
    public enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }
}
