package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are attempted.
 *
 * @param ladder pauses after the first, second … failure; after the last one no further attempt is made by itself
 * @param jitter greatest part of a pause that is added at random, so that receivers that come back are not flooded
 * @param longestRetryAfter how long a receiver may ask to be left alone
 * @param claim how long one attempt may take before another instance believes it lost; well beyond the channels' time-outs
 * @param perSubscription attempts under way at once for one subscription, so that a slow receiver slows nobody else
 * @param inFlight attempts under way at once in this instance
 * @param keepFinished how long the log of finished deliveries is kept
 */
@ConfigurationProperties("notifications.delivery")
public record DeliverySettings(
        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "3h", "6h", "12h", "12h", "12h", "12h", "12h"})
        List<Duration> ladder,

        @DefaultValue("0.2") double jitter,
        @DefaultValue("12h") Duration longestRetryAfter,
        @DefaultValue("60s") Duration claim,
        @DefaultValue("8") int perSubscription,
        @DefaultValue("500") int inFlight,
        @DefaultValue("90d") Duration keepFinished) {}
