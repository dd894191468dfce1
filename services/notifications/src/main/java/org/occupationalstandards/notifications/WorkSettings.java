package org.occupationalstandards.notifications;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail about work. Without a client it is switched off, and nobody can ask for it.
 *
 * @param clientId of this service at the issuer; its tokens say that it is one of the project's services
 * @param tokens where the issuer gives out tokens
 * @param standards address of the service that says who is told of what
 * @param directory address of the directory of people; without one, and of people of another issuer, what their token said when
 *     they asked for mail counts
 * @param checkedFor how long what the directory says of somebody counts
 */
@ConfigurationProperties("notifications.work")
public record WorkSettings(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("http://localhost:8084/oauth2/token") URI tokens,
        @DefaultValue("http://localhost:8081") URI standards,
        @Nullable URI directory,
        @DefaultValue("5m") Duration checkedFor) {

    /** Whether it is switched on. */
    public boolean isOn() {
        return !clientId.isEmpty();
    }
}
