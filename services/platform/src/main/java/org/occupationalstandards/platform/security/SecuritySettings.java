package org.occupationalstandards.platform.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed, and what is read from them.
 *
 * @param issuers OpenID issuers that are trusted; with none, every token is refused
 * @param audience what a token's {@code aud} must name; null accepts any
 * @param rolesClaim where the roles stand in a token; dots lead inwards ({@code realm_access.roles})
 * @param groupsClaim where the employer groups stand in a token
 * @param routesClaim where the routes of a panel member stand in a token
 * @param employersClaim where the employers that somebody works for stand in a token
 * @param contentSecurityPolicy the header of that name; the default suits an API, a website states its own
 */
@ConfigurationProperties("platform.security")
record SecuritySettings(
        @DefaultValue List<Issuer> issuers,
        @Nullable String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("routes") String routesClaim,
        @DefaultValue("employers") String employersClaim,

        @DefaultValue("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        String contentSecurityPolicy) {

    /**
     * @param uri the issuer exactly as it stands in tokens
     * @param jwkSetUri where its keys are, when they are not to be looked up at the issuer's own address (which may be another from
     *     inside a container); null looks them up
     */
    record Issuer(URI uri, @Nullable URI jwkSetUri) {}
}
