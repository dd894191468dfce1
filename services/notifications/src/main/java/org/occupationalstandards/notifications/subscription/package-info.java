/** Who wants to hear of what, by which channel, and whether they may. */
@NullMarked
package org.occupationalstandards.notifications.subscription;

import org.jspecify.annotations.NullMarked;
