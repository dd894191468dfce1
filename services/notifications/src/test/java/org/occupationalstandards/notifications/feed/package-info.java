/** Tests of the feed that need no service. */
@NullMarked
package org.occupationalstandards.notifications.feed;

import org.jspecify.annotations.NullMarked;
