package org.occupationalstandards.notifications.email;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail. The server is configured as {@code spring.mail}.
 *
 * @param from sender of all mail
 * @param outboxPage whether mail is kept and shown at {@code /outbox} where no server is configured: for trying out only
 */
@ConfigurationProperties("notifications.email")
record EmailSettings(
        @DefaultValue("Occupational standards <no-reply@localhost>")
        String from,

        @DefaultValue("false") boolean outboxPage) {}
