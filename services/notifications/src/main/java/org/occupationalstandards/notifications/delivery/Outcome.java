package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt. */
public sealed interface Outcome {

    /** Status of HTTP, when there was an answer. */
    @Nullable
    Integer status();

    /** The beginning of what was answered, for the log. */
    @Nullable
    String response();

    /** Taken in by the receiver. */
    record Delivered(@Nullable Integer status, @Nullable String response) implements Outcome {}

    /**
     * Not this time.
     *
     * @param problem why, for the owner of the subscription
     * @param retryAfter what the receiver asked for, if it did
     */
    record Failed(
            String problem,
            @Nullable Integer status,
            @Nullable String response,
            @Nullable Duration retryAfter) implements Outcome {

        /** No answer came. */
        public static Failed withoutAnswer(String problem) {
            return new Failed(problem, null, null, null);
        }
    }

    /** The receiver wants nothing more, ever. */
    record Gone(@Nullable Integer status, @Nullable String response) implements Outcome {}
}
