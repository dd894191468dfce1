package org.occupationalstandards.notifications.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the question whether mail is wanted from being a way to send unwanted mail. What was asked counts for a day, even
 * when the subscription that it was asked for is gone. Everything here happens in the caller's transaction, one at a time.
 */
@Component
class Confirmations {

    private static final Duration COUNTS_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final SubscriptionSettings settings;

    Confirmations(JdbcClient jdbc, SubscriptionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Notes that this mailbox is asked. Refused where its answer is awaited, or it has been asked often enough. */
    void ask(String owner, String address) {
        var mailbox = hash(address);
        if (awaited(owner, address)) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "confirmation-awaited",
                    "A confirmation is awaited",
                    "You have a subscription for this address that its owner has not confirmed yet. Confirm or delete it.");
        }
        jdbc.sql("delete from confirmation where asked_at < now() - interval '1 day'")
                .update();
        if (count("mailbox = :it", mailbox) >= settings.mostConfirmationsPerAddress()
                || count("owner = :it", owner) >= settings.mostConfirmationsPerOwner()) {
            throw ProblemException.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-confirmations",
                            "Too many confirmations were asked for",
                            "Enough mail that asks for a confirmation was sent for now. Try again tomorrow.")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(COUNTS_FOR.toSeconds()));
        }
        jdbc.sql("insert into confirmation (mailbox, owner) values (:mailbox, :owner)")
                .param("mailbox", mailbox)
                .param("owner", owner)
                .update();
    }

    private boolean awaited(String owner, String address) {
        return jdbc.sql("""
                        select exists (select from subscription
                            where owner = :owner and channel = 'email' and status = 'unconfirmed'
                              and lower(target) = :address)""")
                .param("owner", owner)
                .param("address", address.toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    private int count(String whose, Object it) {
        return jdbc.sql("select count(*) from confirmation where " + whose)
                .param("it", it)
                .query(Integer.class)
                .single();
    }

    private static byte[] hash(String address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
