/** Mail about one's own work: what has become one's turn, what was done that one is told of, and which deadlines come. */
@NullMarked
package org.occupationalstandards.notifications.work;

import org.jspecify.annotations.NullMarked;
