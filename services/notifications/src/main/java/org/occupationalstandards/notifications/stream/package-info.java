/** The change feed for those who stay connected: server-sent events, resumed by cursor. */
@NullMarked
package org.occupationalstandards.notifications.stream;

import org.jspecify.annotations.NullMarked;
