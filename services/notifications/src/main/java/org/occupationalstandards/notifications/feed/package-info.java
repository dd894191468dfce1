/** The change feed: every announcement by position, read by cursor, and the snapshot to begin with. */
@NullMarked
package org.occupationalstandards.notifications.feed;

import org.jspecify.annotations.NullMarked;
