/** What mail says, without a server that takes it. */
@NullMarked
package org.occupationalstandards.notifications.email;

import org.jspecify.annotations.NullMarked;
