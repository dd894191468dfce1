package org.occupationalstandards.notifications.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.occupationalstandards.notifications.PublicAddresses;
import org.occupationalstandards.notifications.webhook.Secrets;
import org.springframework.stereotype.Component;

/** The links in mail, which work without signing in: who holds one was sent it. */
@Component
class EmailLinks {

    private final PublicAddresses addresses;
    private final Secrets secrets;

    EmailLinks(PublicAddresses addresses, Secrets secrets) {
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** What a link is for; one never works for the other. */
    enum Purpose {
        CONFIRM("confirm"),
        UNSUBSCRIBE("unsubscribe");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }
    }

    String link(Purpose purpose, UUID subscription, byte[] sealedSecret) {
        return addresses.publicUrl() + "/email/" + purpose.path + "?subscription=" + subscription + "&token="
                + token(purpose, subscription, sealedSecret);
    }

    boolean matches(Purpose purpose, UUID subscription, byte[] sealedSecret, String token) {
        return MessageDigest.isEqual(bytes(token), bytes(token(purpose, subscription, sealedSecret)));
    }

    private String token(Purpose purpose, UUID subscription, byte[] sealedSecret) {
        return secrets.derive(sealedSecret, purpose.path + " " + subscription);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
