package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are attempted.
 *
 * @param ladder pauses after the first, second … failure, three days in all; after the last one no further attempt is made
 *     by itself
 * @param jitter greatest part of a pause that is added at random, so that receivers that come back are not flooded
 * @param longestRetryAfter how long a receiver may ask to be left alone
 * @param attempt how long one attempt may take at most, whatever the channel allows itself; less than {@code claim}
 * @param claim after how long another instance believes an attempt lost of one that is there and stands still
 * @param perSubscription attempts under way at once for one subscription, so that a slow receiver slows nobody else
 * @param ownerShare of the places of each channel that all subscriptions of one owner may have, for the same reason
 * @param inFlight webhooks under way at once in this instance
 * @param mailsInFlight mails under way at once in this instance
 */
@ConfigurationProperties("notifications.delivery")
public record DeliverySettings(
        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "2h", "4h", "7h", "10h", "13h", "16h", "19h"})
        List<Duration> ladder,

        @DefaultValue("0.2") double jitter,
        @DefaultValue("12h") Duration longestRetryAfter,
        @DefaultValue("45s") Duration attempt,
        @DefaultValue("60s") Duration claim,
        @DefaultValue("8") int perSubscription,
        @DefaultValue("0.1") double ownerShare,
        @DefaultValue("500") int inFlight,
        @DefaultValue("20") int mailsInFlight) {

    public DeliverySettings {
        ladder = List.copyOf(ladder);
        if (attempt.compareTo(claim) >= 0) {
            throw new IllegalArgumentException(
                    "notifications.delivery.attempt must be shorter than notifications.delivery.claim");
        }
        if (perSubscription < 1) {
            throw new IllegalArgumentException("notifications.delivery.per-subscription must be 1 at least");
        }
        checkShare(ownerShare, inFlight, "in-flight");
        checkShare(ownerShare, mailsInFlight, "mails-in-flight");
    }

    private static void checkShare(double share, int places, String name) {
        if (share < 1 && share * places >= 1) return;
        throw new IllegalArgumentException(
                "notifications.delivery.owner-share must be less than 1, and 1 place at least of" + " the " + places
                        + " of notifications.delivery." + name);
    }

    /** How many of that many places one owner may have. */
    int perOwner(int places) {
        return Math.toIntExact(Math.round(ownerShare * places));
    }

    /** How long something is tried before it is given up, without what chance and receivers add. */
    public Duration wholeLadder() {
        return ladder.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
