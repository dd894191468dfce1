package org.occupationalstandards.platform.security;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Checks a token against the issuer that it names, if that one is trusted. Nothing is fetched before the first token comes. */
class TrustedIssuers implements AuthenticationManagerResolver<String> {

    private final Map<String, SecuritySettings.Issuer> trusted;
    private final @Nullable String audience;
    private final TokenCaller caller;
    private final Map<String, AuthenticationManager> managers = new ConcurrentHashMap<>();

    TrustedIssuers(SecuritySettings settings, TokenCaller caller, Stream<LocalIssuer> local) {
        this.trusted = settings.issuers().stream()
                .collect(Collectors.toMap(issuer -> issuer.uri().toString(), Function.identity()));
        this.audience = settings.audience();
        this.caller = caller;
        local.forEach(issuer -> managers.put(issuer.uri(), manager(issuer.uri(), issuer.decoder())));
    }

    @Override
    public AuthenticationManager resolve(String issuer) {
        return managers.computeIfAbsent(issuer, this::configured);
    }

    private AuthenticationManager configured(String uri) {
        var issuer = trusted.get(uri);
        if (issuer == null) {
            throw new InvalidBearerTokenException("Issuer not trusted");
        }
        return manager(uri, decoder(issuer));
    }

    private AuthenticationManager manager(String issuer, JwtDecoder decoder) {
        var provider = new JwtAuthenticationProvider(new RememberedTokens(decoder));
        provider.setJwtAuthenticationConverter(caller);
        return token -> {
            try {
                return provider.authenticate(token);
            } catch (JwtDecoderInitializationException down) {
                throw new AuthenticationServiceException("Issuer " + issuer + " does not answer", down);
            }
        };
    }

    private JwtDecoder decoder(SecuritySettings.Issuer issuer) {
        var keys = issuer.jwkSetUri();
        if (keys != null) {
            return validating(
                    NimbusJwtDecoder.withJwkSetUri(keys.toString())
                            .jwsAlgorithms(algorithms -> {
                                algorithms.add(SignatureAlgorithm.RS256);
                                algorithms.add(SignatureAlgorithm.PS256);
                                algorithms.add(SignatureAlgorithm.ES256);
                            })
                            .validateType(false)
                            .build(),
                    issuer);
        }
        return new SupplierJwtDecoder(() -> validating(
                NimbusJwtDecoder.withIssuerLocation(issuer.uri().toString())
                        .validateType(false)
                        .build(),
                issuer));
    }

    private NimbusJwtDecoder validating(NimbusJwtDecoder decoder, SecuritySettings.Issuer issuer) {
        // Access tokens are typed "at+jwt" by RFC 9068 and "JWT" by older servers.
        var types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        validators.add(types);
        validators.add(JwtValidators.createDefaultWithIssuer(issuer.uri().toString()));
        validators.add(new JwtClaimValidator<>(JwtClaimNames.SUB, Objects::nonNull));
        if (audience != null) {
            validators.add(new JwtAudienceValidator(audience));
        }
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(validators));
        return decoder;
    }
}
