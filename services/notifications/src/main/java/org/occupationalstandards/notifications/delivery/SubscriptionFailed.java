package org.occupationalstandards.notifications.delivery;

import java.util.UUID;

/**
 * Nothing more can be delivered to a subscription until its owner does something.
 *
 * @param reason for the owner
 */
public record SubscriptionFailed(UUID subscription, String reason) {}
