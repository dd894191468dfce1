package org.occupationalstandards.notifications;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where outsiders reach what links point to.
 *
 * @param publicUrl of this service, without a slash at the end
 * @param catalogueUrl of the public catalogue, without a slash at the end
 * @param standardsUrl of the service that takes commands, without a slash at the end
 * @param kafka a bootstrap server that outsiders reach
 */
@ConfigurationProperties("notifications")
public record PublicAddresses(
        @DefaultValue("http://localhost:8082") URI publicUrl,
        @DefaultValue("http://localhost:8080") URI catalogueUrl,
        @DefaultValue("http://localhost:8081") URI standardsUrl,
        @DefaultValue("localhost:9092") String kafka) {

    /** The page of one occupation. */
    public String occupation(String reference) {
        return catalogueUrl + "/occupations/" + reference;
    }

    /** What whoever asks may do about one standard now, and what it will lead to. */
    public String actions(String reference) {
        return standardsUrl + "/standards/" + reference;
    }
}
