/** One attempt to deliver by HTTP: which addresses are allowed, how it is signed, what the answer means. */
@NullMarked
package org.occupationalstandards.notifications.webhook;

import org.jspecify.annotations.NullMarked;
