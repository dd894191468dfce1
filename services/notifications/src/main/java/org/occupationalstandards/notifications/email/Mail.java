package org.occupationalstandards.notifications.email;

import org.jspecify.annotations.Nullable;

/**
 * One mail.
 *
 * @param id the same whenever the same is sent again
 * @param unsubscribe address that ends the subscription when something is posted to it; none for mail that was asked for
 */
record Mail(
        String id,
        String recipient,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe) {}
