package org.occupationalstandards.notifications.delivery;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Nothing more can be delivered to a subscription until its owner does something.
 *
 * @param since when it got the status that it had when the attempt began: with another one, the verdict is of the past
 * @param reason for the owner
 */
public record SubscriptionFailed(UUID subscription, OffsetDateTime since, String reason) {}
