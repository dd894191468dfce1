/** Planned deliveries: whose turn it is, attempts, growing pauses, the log. Knows no channel in detail. */
@NullMarked
package org.occupationalstandards.notifications.delivery;

import org.jspecify.annotations.NullMarked;
