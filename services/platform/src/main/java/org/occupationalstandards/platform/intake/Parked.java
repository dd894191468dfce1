package org.occupationalstandards.platform.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A standard whose messages wait.
 *
 * @param since when the first of them was set aside
 * @param reason why the first of them was
 * @param explanation what was expected and what was found
 * @param eventId id of the first, where it could be read
 * @param sequence of the first, where it could be read
 * @param messages how many wait, the first included
 */
public record Parked(
        String topic,
        String reference,
        Instant since,
        Reason reason,
        @Nullable String explanation,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable Long sequence,
        long messages) {}
