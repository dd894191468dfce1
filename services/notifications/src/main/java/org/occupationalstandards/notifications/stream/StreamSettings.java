package org.occupationalstandards.notifications.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stream of server-sent events.
 *
 * @param heartbeat longest silence; shorter than what proxies put up with
 * @param clients most that are connected to one instance at once
 * @param clientsPerAddress of these from one address
 */
@ConfigurationProperties("notifications.stream")
record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5000") int clients,
        @DefaultValue("100") int clientsPerAddress) {}
