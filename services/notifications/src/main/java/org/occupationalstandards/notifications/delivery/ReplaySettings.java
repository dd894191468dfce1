package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How replays are planned.
 *
 * @param page announcements looked at in one transaction: a moment's work, as intake may wait for its lanes
 * @param lease how long nobody has gone on with a replay before it is taken up, after a crash say
 */
@ConfigurationProperties("notifications.replays")
record ReplaySettings(
        @DefaultValue("1000") int page, @DefaultValue("30s") Duration lease) {}
