package org.occupationalstandards.notifications.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param deliveries finished deliveries with their attempts, from their end on; and notices
 * @param mail what the page shows in place of a mail server
 * @param unconfirmed subscriptions whose mailbox gives no answer
 */
@ConfigurationProperties("notifications.keep")
record KeepSettings(
        @DefaultValue("90d") Duration deliveries,
        @DefaultValue("30d") Duration mail,
        @DefaultValue("7d") Duration unconfirmed) {}
