package org.occupationalstandards.testbed.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID issuer on a port of its own: it publishes its key, and signs whatever a test asks for.
 *
 * <pre>{@code
 * var issuer = TestIssuer.start();
 * run("--platform.security.issuers[0].uri=" + issuer.uri());
 * issuer.token("official");
 * }</pre>
 */
public final class TestIssuer implements AutoCloseable {

    private final RSAKey key;
    private final HttpServer server;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048)
                    .keyID("test-" + UUID.randomUUID())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA on this machine", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/jwks\",\"subject_types_supported\":[\"public\"]}"
                                .formatted(uri())));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    public static TestIssuer start() {
        return new TestIssuer();
    }

    /** For {@code platform.security.issuers[0].uri}. */
    public String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token of a new caller with these roles, in their wire form such as {@code panel-member}. */
    public String token(String... roles) {
        return token(UUID.randomUUID().toString(), Map.of("roles", List.of(roles)));
    }

    /** A token of this subject with these claims, good for an hour. */
    public String token(@Nullable String subject, Map<String, ?> claims) {
        return token(subject, claims, Instant.now().plus(Duration.ofHours(1)));
    }

    /** A token that runs out at this instant, which may be past; without a subject, if that is null. */
    public String token(@Nullable String subject, Map<String, ?> claims, Instant expires) {
        var body = new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(subject)
                .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(expires));
        claims.forEach(body::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), body.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
