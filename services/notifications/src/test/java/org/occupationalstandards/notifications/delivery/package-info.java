/** Parts of delivering, without a service around them. */
@NullMarked
package org.occupationalstandards.notifications.delivery;

import org.jspecify.annotations.NullMarked;
