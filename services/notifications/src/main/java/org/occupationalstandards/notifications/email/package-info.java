/** Deliveries by mail: confirmed addresses, one mail for all that waits, one click to end it. */
@NullMarked
package org.occupationalstandards.notifications.email;

import org.jspecify.annotations.NullMarked;
