package org.occupationalstandards.notifications.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt is to deliver, and to whom.
 *
 * @param owner of the subscription
 * @param since when the subscription got the status that it has
 * @param claim right to work on the lane: whoever finds another one there has lost it
 * @param failures in a row, in this lane, so far
 * @param target address of the webhook, or of the mailbox
 * @param secret as it is stored
 * @param previousSecret as it is stored, while it still counts
 * @param items in order; one, or for a channel that gathers all that wait
 */
public record Consignment(
        UUID subscription,
        String owner,
        OffsetDateTime since,
        String lane,
        UUID claim,
        int failures,
        String target,
        byte @Nullable [] secret,
        byte @Nullable [] previousSecret,
        List<Item> items) {

    public Consignment {
        items = List.copyOf(items);
    }

    /**
     * One announcement to deliver.
     *
     * @param delivery its row
     * @param position in the feed; none for a message about the subscription itself
     * @param about reference of the standard, or what the message is about
     */
    public record Item(
            UUID delivery, @Nullable Long position, String eventId, String type, String about, Instant plannedAt) {}
}
