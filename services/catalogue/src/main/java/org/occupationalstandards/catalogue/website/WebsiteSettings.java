package org.occupationalstandards.catalogue.website;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the site's links depend on.
 *
 * @param standardsUrl where comments on drafts are sent, as readers reach it
 * @param notificationsUrl where readers can follow changes, as their browsers reach it
 * @param accountsUrl of the OpenID provider that gives readers accounts and tokens
 */
@ConfigurationProperties("catalogue")
record WebsiteSettings(
        @DefaultValue("http://localhost:8081") URI standardsUrl,
        @DefaultValue("http://localhost:8082") URI notificationsUrl,
        @DefaultValue("http://localhost:8084") URI accountsUrl) {}
