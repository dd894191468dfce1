/** Takes announcements from Kafka into the feed, and plans what is to be delivered in the same transaction. */
@NullMarked
package org.occupationalstandards.notifications.intake;

import org.jspecify.annotations.NullMarked;
