package org.occupationalstandards.notifications.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import org.occupationalstandards.notifications.delivery.Channel;
import org.occupationalstandards.notifications.delivery.Consignment;
import org.occupationalstandards.notifications.delivery.Consignment.Item;
import org.occupationalstandards.notifications.delivery.DeliverySettings;
import org.occupationalstandards.notifications.delivery.Outcome;
import org.occupationalstandards.notifications.feed.CloudEvents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers by HTTP as Standard Webhooks has it: the body is the CloudEvent in structured mode, {@code webhook-id} its id,
 * the same on every attempt; while a secret is being rotated, both sign.
 */
@Component
class WebhookChannel implements Channel {

    private final CloudEvents announcements;
    private final Secrets secrets;
    private final WebhookClient client;
    private final JsonMapper json;
    private final Clock clock;
    private final int atOnce;

    WebhookChannel(
            CloudEvents announcements,
            Secrets secrets,
            WebhookClient client,
            JsonMapper json,
            Clock clock,
            DeliverySettings settings) {
        this.announcements = announcements;
        this.secrets = secrets;
        this.client = client;
        this.json = json;
        this.clock = clock;
        this.atOnce = settings.inFlight();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public Outcome attempt(Consignment consignment) {
        var item = consignment.items().getFirst();
        byte[] body = item.position() == null ? test(consignment, item) : announcements.at(item.position());
        long timestamp = clock.instant().getEpochSecond();
        return client.post(
                consignment.target(),
                body,
                item.eventId(),
                timestamp,
                signatures(consignment, item.eventId(), timestamp, body));
    }

    private String signatures(Consignment consignment, String id, long timestamp, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var signatures = new ArrayList<String>();
        signatures.add(sign(Objects.requireNonNull(consignment.secret()), id, timestamp, text));
        if (consignment.previousSecret() != null) {
            signatures.add(sign(consignment.previousSecret(), id, timestamp, text));
        }
        return String.join(" ", signatures);
    }

    String sign(byte[] sealed, String id, long timestamp, String body) {
        try {
            return new Webhook(secrets.open(sealed)).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] test(Consignment consignment, Item item) {
        return json.writeValueAsBytes(TestMessage.of(consignment, item));
    }
}
