package org.occupationalstandards.notifications.email;

import org.occupationalstandards.notifications.delivery.Channel;
import org.occupationalstandards.notifications.delivery.Consignment;
import org.occupationalstandards.notifications.delivery.DeliverySettings;
import org.occupationalstandards.notifications.delivery.Outcome;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.stereotype.Component;

/** Delivers by mail, all that waits in one. */
@Component
class EmailChannel implements Channel {

    private final Letters letters;
    private final Outbox outbox;
    private final int atOnce;

    EmailChannel(Letters letters, Outbox outbox, DeliverySettings settings) {
        this.letters = letters;
        this.outbox = outbox;
        this.atOnce = settings.mailsInFlight();
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public boolean gathers() {
        return true;
    }

    @Override
    public Outcome attempt(Consignment consignment) {
        try {
            outbox.send(letters.write(consignment));
            return new Outcome.Delivered(null, null);
        } catch (MailException refused) {
            return Outcome.Failed.withoutAnswer(explain(refused));
        }
    }

    private static String explain(MailException refused) {
        return switch (refused) {
            case MailPreparationException malformed -> "The mail could not be written: the address may be wrong.";
            case MailAuthenticationException rejected -> "Our mail server does not let us in.";
            default -> "The mail server did not take the mail.";
        };
    }
}
