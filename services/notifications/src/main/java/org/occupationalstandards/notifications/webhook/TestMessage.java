package org.occupationalstandards.notifications.webhook;

import java.time.Instant;
import java.util.UUID;
import org.occupationalstandards.notifications.delivery.Consignment;
import org.occupationalstandards.notifications.delivery.Consignment.Item;

/** The CloudEvent that a test delivery carries: it is about a subscription, and announces nothing. */
record TestMessage(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Said data) {

    record Said(UUID subscription, String message) {}

    static TestMessage of(Consignment consignment, Item item) {
        var subscription = consignment.subscription();
        return new TestMessage(
                "1.0",
                item.eventId(),
                "/subscriptions",
                item.type(),
                subscription.toString(),
                item.plannedAt(),
                "application/json",
                new Said(subscription, "This is a test. Nothing has changed."));
    }
}
