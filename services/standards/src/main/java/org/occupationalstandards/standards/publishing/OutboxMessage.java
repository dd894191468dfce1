package org.occupationalstandards.standards.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finished message.
 *
 * @param number its turn in sending, from 1
 * @param position its place in the public change stream; nothing for a message that is not public
 * @param previousSequence of the message before it on the same channel for the same standard, 0 for none
 * @param eventId of the stored event, and of the message
 * @param data JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxMessage(
        long number,
        Channel channel,
        @Nullable Long position,
        String reference,
        long sequence,
        long previousSequence,
        String eventId,
        String type,
        Instant recordedAt,
        @Nullable String traceparent,
        byte[] data) {

    /** Who listens. */
    enum Channel {
        /** Everybody. */
        EVENTS,
        /** Our own services. */
        WORKFLOW
    }
}
