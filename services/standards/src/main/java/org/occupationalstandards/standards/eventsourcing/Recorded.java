package org.occupationalstandards.standards.eventsourcing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Fact;

/**
 * An event as it is stored.
 *
 * @param id for ever and everywhere the same
 * @param sequence position in its stream, counted from 1
 * @param recordedAt when it was stored; decisions and effects have days of their own inside the event
 * @param command name of the command that led to it; nothing in what was stored before that was kept
 * @param traceparent W3C trace context of the request that caused it, where there was one
 */
public record Recorded<E extends Fact>(
        String id,
        String reference,
        long sequence,
        Instant recordedAt,
        @Nullable String command,
        @Nullable String traceparent,
        E event) {}
