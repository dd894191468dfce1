package org.occupationalstandards.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads a checked token: its roles as authorities, and the {@link CurrentCaller}. Claims of a wrong form count as absent. */
class TokenCaller implements Converter<Jwt, AbstractAuthenticationToken> {

    private final SecuritySettings settings;

    TokenCaller(SecuritySettings settings) {
        this.settings = settings;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var authorities = texts(token, settings.rolesClaim())
                .map(role -> "ROLE_" + role.toUpperCase(Locale.ROOT).replace('-', '_'))
                .distinct()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return new JwtAuthenticationToken(token, authorities, subject(token));
    }

    CurrentCaller caller(Jwt token) {
        return new CurrentCaller(
                subject(token),
                texts(token, settings.rolesClaim())
                        .flatMap(role -> Role.ofWireName(role).stream())
                        .collect(Collectors.toSet()),
                ids(token, settings.groupsClaim()),
                routes(token),
                ids(token, settings.employersClaim()));
    }

    /** Never absent: a token without it is refused by {@link TrustedIssuers}. */
    private static String subject(Jwt token) {
        return Objects.requireNonNull(token.getSubject(), "a checked token has a subject");
    }

    private static Set<UUID> ids(Jwt token, String claim) {
        return texts(token, claim).flatMap(id -> uuid(id).stream()).collect(Collectors.toSet());
    }

    private Set<Integer> routes(Jwt token) {
        return values(token, settings.routesClaim())
                .flatMap(route -> route instanceof Number number ? Stream.of(number.intValue()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Stream<String> texts(Jwt token, String claim) {
        return values(token, claim).flatMap(value -> value instanceof String text ? Stream.of(text) : Stream.empty());
    }

    private static Stream<?> values(Jwt token, String claim) {
        var found = find(token.getClaims(), claim);
        return found instanceof Collection<?> list ? list.stream() : List.of().stream();
    }

    /** A claim by its whole name, or by a path of names with dots between. */
    private static @Nullable Object find(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        var dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }
}
