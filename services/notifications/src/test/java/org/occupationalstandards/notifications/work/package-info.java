/** Parts of mail about work, without a service around them. */
@NullMarked
package org.occupationalstandards.notifications.work;

import org.jspecify.annotations.NullMarked;
