package org.occupationalstandards.notifications.email;

import org.springframework.mail.MailException;

/** Where mail goes. */
interface Outbox {

    /** @throws MailException where it could not be handed over */
    void send(Mail mail);
}
