package org.occupationalstandards.notifications.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Filter;

/**
 * A subscription as its owner sees it.
 *
 * @param secret only in the answer that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
        UUID id,
        String channel,
        String url,
        Filter filter,
        String status,
        @Nullable String statusReason,
        Instant statusSince,
        Instant createdAt,
        @Nullable Instant previousSecretUntil,
        @Nullable String secret) {

    static SubscriptionView of(Subscription subscription, @Nullable String secret) {
        return new SubscriptionView(
                subscription.id(),
                Subscription.wireName(subscription.channel()),
                subscription.target(),
                subscription.filter(),
                Subscription.wireName(subscription.status()),
                subscription.statusReason(),
                subscription.statusSince(),
                subscription.createdAt(),
                subscription.previousSecretUntil(),
                secret);
    }
}
