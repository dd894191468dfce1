package org.occupationalstandards.notifications.delivery;

import java.util.UUID;

/**
 * One delivery is attempted no more, while others go on. Published in the transaction that notes it.
 *
 * @param reason for the owner
 */
public record DeliveryGivenUp(UUID subscription, String reason) {}
