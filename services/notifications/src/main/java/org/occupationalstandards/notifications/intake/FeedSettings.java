package org.occupationalstandards.notifications.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is taken into the feed.
 *
 * @param furthestAhead positions that an announcement may be ahead of the horizon. Everybody waits for what is missing below
 *     it, so one with an absurd position would stop the feed for good; it goes to the dead letters. What lies between are
 *     messages of other partitions that are not read yet: even a feed that begins from nothing, and reads one partition to
 *     its end before all others, is not further ahead than there are announcements in all. Ten million is decades of them
 */
@ConfigurationProperties("notifications.feed")
record FeedSettings(@DefaultValue("10000000") long furthestAhead) {}
