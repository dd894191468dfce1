package org.occupationalstandards.notifications.intake;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.notifications.feed.FeedEntry;

/**
 * A message as it was read.
 *
 * @param announcement nothing where this version does not know the type
 */
record Received(FeedEntry entry, @Nullable Announcement announcement) {}
