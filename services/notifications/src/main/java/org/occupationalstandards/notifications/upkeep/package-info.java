/** Deletes what nobody needs any more. */
@NullMarked
package org.occupationalstandards.notifications.upkeep;

import org.jspecify.annotations.NullMarked;
