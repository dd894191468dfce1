package org.occupationalstandards.notifications.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are called.
 *
 * @param allowPrivateAddresses whether receivers may be on this machine or in a private network: for trying out only
 * @param allowHttp whether they may be called without TLS; unless said otherwise, where private addresses are allowed
 * @param connectTimeout for one address of the receiver
 * @param totalTimeout for one attempt from beginning to end, however slowly the answer trickles in
 * @param lookupTimeout for the address of a name
 * @param secretOverlap how long the secret before a rotation still signs beside the new one
 * @param secretKeys base64 of 32 bytes each: the first one encrypts the secrets of subscriptions at rest, all of them
 *     decrypt; with none, secrets are stored as they are
 * @param rehearsals how often a delivery is rehearsed within this process after it has started
 */
@ConfigurationProperties("notifications.webhooks")
public record WebhookSettings(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @Nullable Boolean allowHttp,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration totalTimeout,
        @DefaultValue("5s") Duration lookupTimeout,
        @DefaultValue("24h") Duration secretOverlap,
        @DefaultValue List<String> secretKeys,
        @DefaultValue("200") int rehearsals) {

    boolean httpAllowed() {
        return allowHttp == null ? allowPrivateAddresses : allowHttp;
    }
}
