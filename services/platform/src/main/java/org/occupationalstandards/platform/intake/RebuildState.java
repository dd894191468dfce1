package org.occupationalstandards.platform.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild is getting on, or how the last one ended.
 *
 * @param read messages that are in the new model
 * @param total messages on the topic when it was last looked at
 * @param perSecond messages a second since it was begun, or continued
 * @param begunAt when it was begun from zero
 * @param continuedAt when it was continued after an interruption, if it was
 * @param problem why it stopped, if it did
 */
record RebuildState(
        State state,
        long read,
        long total,
        long perSecond,
        @Nullable Instant begunAt,
        @Nullable Instant continuedAt,
        @Nullable Instant finishedAt,
        @Nullable String problem) {

    /** Where it stands. */
    enum State {
        /** The model in use was never rebuilt. */
        @JsonProperty("never")
        NEVER,
        @JsonProperty("running")
        RUNNING,
        /** It ended with the process that ran it. The model in use is the old one; starting again goes on. */
        @JsonProperty("interrupted")
        INTERRUPTED,
        /** It gave up. The model in use is the old one; starting again goes on. */
        @JsonProperty("failed")
        FAILED,
        /** The model in use is the rebuilt one. */
        @JsonProperty("done")
        DONE
    }

    static RebuildState never() {
        return new RebuildState(State.NEVER, 0, 0, 0, null, null, null, null);
    }
}
