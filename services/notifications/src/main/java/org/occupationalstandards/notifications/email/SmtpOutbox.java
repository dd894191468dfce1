package org.occupationalstandards.notifications.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mail to the configured server. */
class SmtpOutbox implements Outbox {

    private final JavaMailSender server;
    private final EmailSettings settings;

    SmtpOutbox(JavaMailSender server, EmailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void send(Mail mail) {
        var message = server.createMimeMessage();
        try {
            var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.from());
            parts.setTo(mail.recipient());
            parts.setSubject(mail.subject());
            parts.setText(mail.text(), mail.html());
            message.setHeader("Message-ID", "<" + mail.id() + "@" + domain() + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
            if (mail.unsubscribe() != null) {
                // RFC 8058: the reader's mail program ends the subscription without showing them a page.
                message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        } catch (MessagingException malformed) {
            throw new MailPreparationException(malformed);
        }
        server.send(message);
    }

    /** Of the sender. */
    private String domain() throws MessagingException {
        var address = new InternetAddress(settings.from()).getAddress();
        return address.substring(address.indexOf('@') + 1);
    }
}
