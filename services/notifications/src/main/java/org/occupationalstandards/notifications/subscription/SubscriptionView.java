package org.occupationalstandards.notifications.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Filter;

/**
 * A subscription as its owner sees it.
 *
 * @param url of a webhook
 * @param email address of a mailbox
 * @param about what mail tells: {@code changes} or {@code work}
 * @param cadence of mail
 * @param contact mailbox that hears when a webhook is disabled or has refused something for good
 * @param contactConfirmed whether its owner has said yes; before that it is sent nothing but the question
 * @param secret of a webhook, only in the answer that made it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
        UUID id,
        String channel,
        @Nullable String url,
        @Nullable String email,
        @Nullable String about,
        @Nullable String cadence,
        Filter filter,
        String status,
        @Nullable String statusReason,
        Instant statusSince,
        Instant createdAt,
        @Nullable Instant previousSecretUntil,
        @Nullable String contact,
        @Nullable Boolean contactConfirmed,
        @Nullable String secret) {

    static SubscriptionView of(Subscription subscription, @Nullable String secret) {
        boolean mail = subscription.channel() == Subscription.Channel.EMAIL;
        return new SubscriptionView(
                subscription.id(),
                Subscription.wireName(subscription.channel()),
                mail ? null : subscription.target(),
                mail ? subscription.target() : null,
                mail ? Subscription.wireName(subscription.about()) : null,
                mail ? Subscription.wireName(subscription.cadence()) : null,
                subscription.filter(),
                Subscription.wireName(subscription.status()),
                subscription.statusReason(),
                subscription.statusSince(),
                subscription.createdAt(),
                subscription.previousSecretUntil(),
                subscription.contact(),
                subscription.contactStatus() == null
                        ? null
                        : subscription.contactStatus() == Subscription.Status.ACTIVE,
                secret);
    }
}
