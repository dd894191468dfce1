package org.occupationalstandards.notifications.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery as the owner of the subscription sees it.
 *
 * @param eventId the {@code webhook-id} of every attempt; the id of the announcement on every channel
 * @param cursor place in the feed; none for a test
 * @param state {@code pending}, {@code delivered} or {@code failed}
 * @param nextAttemptAt for one that is next in its lane
 * @param attempts the newest last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedDelivery(
        UUID id,
        String eventId,
        String type,
        @Nullable String reference,
        @Nullable String cursor,
        String state,
        Instant plannedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant nextAttemptAt,
        List<Attempt> attempts) {

    public PlannedDelivery {
        attempts = List.copyOf(attempts);
    }

    /**
     * One attempt.
     *
     * @param status of HTTP, when there was an answer
     * @param problem why it failed, when it did
     * @param response the beginning of what was answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            int number,
            Instant startedAt,
            int durationMs,
            @Nullable Integer status,
            @Nullable String problem,
            @Nullable String response) {}
}
