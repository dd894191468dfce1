package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A mail server, and the mailboxes of those who read it. */
final class MailServer implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailServer() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    List<MimeMessage> await(String address, int count) {
        return Awaitility.await(address).atMost(SOON).until(() -> to(address), mails -> mails.size() == count);
    }

    static String text(MimeMessage mail) {
        try {
            return part(mail, 0);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Part 0 is the text, part 1 the HTML. */
    static String part(MimeMessage mail, int index) throws MessagingException, IOException {
        var mixed = (MimeMultipart) mail.getContent();
        var related = (MimeMultipart) mixed.getBodyPart(0).getContent();
        var alternative = (MimeMultipart) related.getBodyPart(0).getContent();
        return alternative.getBodyPart(index).getContent().toString();
    }

    /** The path of the first link in a mail that leads there. */
    static String link(String text, String path) {
        var matcher = Pattern.compile("http://localhost:8082(" + path + "\\S+)").matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Override
    public void close() {
        server.stop();
    }
}
