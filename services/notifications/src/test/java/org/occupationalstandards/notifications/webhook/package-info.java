/** Parts of sending to webhooks, without a service around them. */
@NullMarked
package org.occupationalstandards.notifications.webhook;

import org.jspecify.annotations.NullMarked;
