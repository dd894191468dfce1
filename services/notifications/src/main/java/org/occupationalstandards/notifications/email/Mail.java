package org.occupationalstandards.notifications.email;

import org.jspecify.annotations.Nullable;

/**
 * One mail.
 *
 * @param unsubscribe address that ends the subscription when something is posted to it; none for mail that was asked for
 */
record Mail(
        String recipient,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe) {}
