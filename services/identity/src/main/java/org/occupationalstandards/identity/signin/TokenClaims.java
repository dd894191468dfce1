package org.occupationalstandards.identity.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.occupationalstandards.identity.keys.SigningKeys;
import org.occupationalstandards.identity.people.People;
import org.occupationalstandards.identity.people.Person;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What stands in a token. An access token says what its bearer may do and not who they are; an ID token says who they are, for the
 * client that signed them in, and carries no role, so that it opens no door where it does not belong.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The audience of every access token: the services of this project. */
    static final String AUDIENCE = "occupational-standards";

    private final People people;
    private final SigningKeys keys;

    TokenClaims(People people, SigningKeys keys) {
        this.people = people;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().keyId(keys.current());
        var person = person(context);
        var claims = context.getClaims().subject(person.id().toString());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            // Lists of the plain kind: the store of authorizations reads back no others.
            claims.audience(new ArrayList<>(List.of(AUDIENCE)))
                    .claim("roles", new ArrayList<>(person.roles()))
                    .claim(
                            "groups",
                            new ArrayList<>(
                                    person.groups().stream().map(UUID::toString).toList()))
                    .claim("routes", new ArrayList<>(person.routes()))
                    .claim(
                            "employers",
                            new ArrayList<>(person.employers().stream()
                                    .map(UUID::toString)
                                    .toList()));
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            claims.claim("name", person.shownName());
        }
    }

    private Person person(JwtEncodingContext context) {
        var id = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())
                ? ClientPerson.of(context.getRegisteredClient())
                        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT))
                : signedIn(context);
        return people.active(id).orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }

    private static UUID signedIn(JwtEncodingContext context) {
        Authentication person = Objects.requireNonNull(context.getPrincipal(), "a code is given to somebody");
        return UUID.fromString(person.getName());
    }
}
