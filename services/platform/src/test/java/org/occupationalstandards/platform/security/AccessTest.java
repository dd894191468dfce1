package org.occupationalstandards.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.occupationalstandards.testbed.access.EndpointWalk.ANYBODY;
import static org.occupationalstandards.testbed.access.EndpointWalk.SIGNED_IN;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.platform.ProbeService;
import org.occupationalstandards.testbed.access.EndpointWalk;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.json.JsonMapper;

/** Over real HTTP, with tokens of a real issuer: who gets in, and what the others are told. */
class AccessTest {

    private static final Map<String, Set<String>> WHO_MAY = Map.of(
            "POST /open/orders", ANYBODY,
            "POST /large", ANYBODY,
            "GET /open/parameters/{id}", ANYBODY,
            "GET /open/refused", ANYBODY,
            "GET /open/broken", ANYBODY,
            "GET /open/unanswerable", ANYBODY,
            "GET /open/me", ANYBODY,
            "GET /forgotten", Set.of(),
            "GET /officials", Set.of("official"),
            "GET /me", SIGNED_IN);

    private static TestIssuer issuer;
    private static TestIssuer stranger;
    private static ProbeService.Running service;

    @BeforeAll
    static void start() {
        issuer = TestIssuer.start();
        stranger = TestIssuer.start();
        service = ProbeService.run("--platform.security.issuers[0].uri=" + issuer.uri());
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
        stranger.close();
    }

    @Test
    void everyAddressLetsInExactlyItsRoles() {
        assertThat(EndpointWalk.in(service.context(), service.port(), issuer).surprises(WHO_MAY))
                .isEmpty();
    }

    @Test
    void theWalkNoticesAForgottenAddressAndAWrongLine() {
        var table = new java.util.HashMap<>(WHO_MAY);
        table.remove("GET /open/refused");
        table.put("GET /officials", Set.of("official", "committee"));
        table.put("GET /gone", ANYBODY);

        assertThat(EndpointWalk.in(service.context(), service.port(), issuer).surprises(table))
                .containsExactly(
                        "GET /gone is in the table, but the service does not have it",
                        "GET /officials: committee should get in, but got 403",
                        "GET /open/refused is not in the table");
    }

    @Test
    void theCallerIsReadFromTheToken() throws Exception {
        var group = "6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218";
        var token = issuer.token(
                "an-opaque-id",
                Map.of(
                        "roles", List.of("panel-member", "role-of-others"),
                        "groups", List.of(group, "no-uuid"),
                        "routes", List.of(7, 10)));

        var caller =
                JsonMapper.shared().readTree(service.send(bearing("/me", token)).body());

        assertThat(caller.path("subject").asString()).isEqualTo("an-opaque-id");
        assertThat(caller.path("roles").valueStream().map(Object::toString)).containsExactly("\"PANEL_MEMBER\"");
        assertThat(caller.path("groups").valueStream().map(Object::toString)).containsExactly("\"" + group + "\"");
        assertThat(caller.path("routes").valueStream().map(Object::toString)).containsExactlyInAnyOrder("7", "10");
        assertThat(service.send(bearing("/open/me", token)).body()).isEqualTo("true");
        assertThat(service.send(service.request("/open/me")).body()).isEqualTo("false");
    }

    @Test
    void tokensThatAreNotGoodAreRefusedWithAProblemAndAChallenge() throws Exception {
        var good = issuer.token("official");
        var tampered = good.substring(0, good.length() - 8) + "AAAAAAAA";
        var expired = issuer.token(
                "x", Map.of("roles", List.of("official")), Instant.now().minusSeconds(300));
        var noSubject = issuer.token(null, Map.of("roles", List.of("official")));
        var unsigned = "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + ".";

        for (var token : List.of(stranger.token("official"), tampered, expired, noSubject, unsigned, "nonsense")) {
            var answer = service.send(bearing("/officials", token));
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).contains("Bearer", "invalid_token"));
        }
        assertThat(service.send(bearing("/officials", good)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusalsAreProblems() throws Exception {
        var nobody = service.send(service.request("/officials"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(JsonMapper.shared().readTree(nobody.body()).path("type").asString())
                .endsWith(":unauthenticated");

        var member = service.send(bearing("/officials", issuer.token("committee")));
        assertThat(member.statusCode()).isEqualTo(403);
        assertThat(member.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("insufficient_scope"));
        assertThat(JsonMapper.shared().readTree(member.body()).path("type").asString())
                .endsWith(":forbidden");
        assertThat(JsonMapper.shared().readTree(member.body()).path("detail").asString())
                .isEqualTo("This takes one of these roles: official. The caller has committee.");
    }

    @Test
    void anAddressThatDoesNotExistIsNotFoundAndNotForbidden() throws Exception {
        assertThat(service.send(service.request("/nowhere")).statusCode()).isEqualTo(404);
        assertThat(service.send(bearing("/nowhere", issuer.token())).statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyAnswerHasStrictHeaders() throws Exception {
        for (var path : List.of("/open/me", "/officials", "/nowhere", "/actuator/health/readiness")) {
            var headers = service.send(service.request(path)).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        }
    }

    @Test
    void healthAndMetricsAreOpenAndNothingElseOfTheActuator() throws Exception {
        assertThat(service.send(service.request("/actuator/health/readiness")).body())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(service.send(service.request("/actuator/health/liveness")).statusCode())
                .isEqualTo(200);
        assertThat(service.send(service.request("/actuator/prometheus")).body()).contains("jvm_memory_used_bytes");
        for (var closed : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/shutdown")) {
            assertThat(service.send(service.request(closed)).statusCode())
                    .as(closed)
                    .isIn(401, 404);
        }
    }

    @Test
    void aServiceStartsWithoutItsIssuerAndSaysSoUntilItIsThere() throws Exception {
        var late = TestIssuer.start();
        var token = late.token("official");
        var uri = late.uri();
        late.close();
        try (var alone = ProbeService.run("--platform.security.issuers[0].uri=" + uri)) {
            assertThat(alone.send(alone.request("/open/me")).statusCode()).isEqualTo(200);
            var answer = alone.send(alone.request("/officials").header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void keysCanBeReadFromAnotherAddress() throws Exception {
        try (var inside = ProbeService.run(
                "--platform.security.issuers[0].uri=" + issuer.uri(),
                "--platform.security.issuers[0].jwk-set-uri=http://127.0.0.1:"
                        + java.net.URI.create(issuer.uri()).getPort() + "/jwks",
                "--platform.security.audience=occupational-standards")) {
            var wanted =
                    issuer.token("x", Map.of("roles", List.of("official"), "aud", List.of("occupational-standards")));
            var elsewhere = issuer.token("x", Map.of("roles", List.of("official"), "aud", List.of("another")));
            assertThat(inside.send(inside.request("/officials").header("Authorization", "Bearer " + wanted))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(inside.send(inside.request("/officials").header("Authorization", "Bearer " + elsewhere))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static HttpRequest.Builder bearing(String path, String token) {
        return service.request(path).header("Authorization", "Bearer " + token);
    }
}
