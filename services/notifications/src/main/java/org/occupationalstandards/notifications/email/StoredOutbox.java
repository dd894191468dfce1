package org.occupationalstandards.notifications.email;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Keeps mail where there is no server, to be looked at. */
class StoredOutbox implements Outbox {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;

    StoredOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail as it was kept. */
    record Kept(UUID id, String recipient, String subject, String textBody, String htmlBody, OffsetDateTime sentAt) {

        private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

        /** The text with its addresses as links; everything else escaped. */
        public String linkedText() {
            return ADDRESS.matcher(HtmlUtils.htmlEscape(textBody))
                    .replaceAll(found ->
                            Matcher.quoteReplacement("<a href=\"" + found.group() + "\">" + found.group() + "</a>"));
        }
    }

    @Override
    public void send(Mail mail) {
        jdbc.sql("""
                insert into sent_mail (recipient, subject, text_body, html_body, unsubscribe)
                values (:recipient, :subject, :text, :html, :unsubscribe)""")
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("unsubscribe", mail.unsubscribe())
                .update();
    }

    /** The newest first. */
    List<Kept> newest() {
        return jdbc.sql("select * from sent_mail order by id desc limit " + SHOWN)
                .query(Kept.class)
                .list();
    }

    Optional<Kept> one(UUID id) {
        return jdbc.sql("select * from sent_mail where id = :id")
                .param("id", id)
                .query(Kept.class)
                .optional();
    }
}
