@NullMarked
package org.occupationalstandards.notifications.webhook;

import org.jspecify.annotations.NullMarked;
