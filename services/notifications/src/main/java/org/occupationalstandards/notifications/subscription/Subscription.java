package org.occupationalstandards.notifications.subscription;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Filter;

/**
 * Somebody's wish to be told.
 *
 * @param owner subject of the token that made it
 * @param target address of the webhook, or of the mailbox
 * @param statusReason why it is not active, where it is not
 * @param previousSecretUntil how long the secret before the last rotation still signs
 * @param contact mailbox that hears of what happens to a webhook
 * @param contactStatus whether that mailbox has said yes
 */
record Subscription(
        UUID id,
        String owner,
        Channel channel,
        String target,
        About about,
        Cadence cadence,
        Filter filter,
        Status status,
        @Nullable String statusReason,
        Instant statusSince,
        Instant createdAt,
        @Nullable Instant previousSecretUntil,
        @Nullable String contact,
        @Nullable Status contactStatus) {

    enum Channel {
        WEBHOOK,
        EMAIL
    }

    /** What it tells. */
    enum About {
        /** Public changes of standards. */
        CHANGES,
        /** What becomes its owner's to do, and what they are told of in the capacity in which they work. */
        WORK
    }

    /** How often there is mail. */
    enum Cadence {
        IMMEDIATE,
        DAILY,
        WEEKLY
    }

    enum Status {
        /** The owner of the mailbox has not said yes yet: nothing is planned. */
        UNCONFIRMED,
        ACTIVE,
        /** Stopped by its owner; what is announced meanwhile is planned when it goes on. */
        PAUSED,
        /** Stopped because nothing arrives; what is announced meanwhile is planned when it goes on. */
        DISABLED
    }

    /** The name of such a constant in JSON and in the database. */
    static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
