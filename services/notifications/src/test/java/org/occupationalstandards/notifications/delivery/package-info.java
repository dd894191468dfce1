@NullMarked
package org.occupationalstandards.notifications.delivery;

import org.jspecify.annotations.NullMarked;
