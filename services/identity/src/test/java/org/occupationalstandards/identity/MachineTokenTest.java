package org.occupationalstandards.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.occupationalstandards.identity.RunningIdentity.claims;
import static org.occupationalstandards.identity.RunningIdentity.header;
import static org.occupationalstandards.identity.RunningIdentity.json;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import tools.jackson.databind.JsonNode;

/** Tokens for programs: what stands in them, who gets none, and that they outlive a restart. */
class MachineTokenTest {

    private static final String GROUP = "6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218";
    private static final String OTHER_GROUP = "6f1c7b1e-0999-4a7e-9d52-3c1b6f0a0999";

    private static Database database;
    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        database = Testbed.freshDatabase();
        identity = RunningIdentity.on(database);
    }

    @AfterAll
    static void stop() {
        identity.close();
    }

    @ParameterizedTest
    @CsvSource({
        "chair, employer-group-chair, " + GROUP + ", none",
        "member, employer-group-member, " + GROUP + ", none",
        "other-chair, employer-group-chair, " + OTHER_GROUP + ", none",
        "official, official, none, none",
        "panel-1, panel-member, none, all",
        "panel-5, panel-member, none, all",
        "panel-digital, panel-member, none, digital",
        "committee, committee, none, none",
        "committee-2, committee, none, none",
        "subscriber, subscriber, none, none",
        "other-subscriber, subscriber, none, none"
    })
    void eachExampleClientGetsItsRoleItsGroupAndItsRoutes(String client, String role, String group, String routes)
            throws Exception {
        var answer = json(identity.tokenFor(client, client));
        var claims = claims(answer.path("access_token").asString());

        assertThat(answer.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isBetween(3595, 3600);
        assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:8084");
        assertThat(texts(claims.path("roles"))).containsExactly(role);
        assertThat(texts(claims.path("groups"))).isEqualTo(group.equals("none") ? List.of() : List.of(group));
        assertThat(claims.path("routes").valueStream().map(JsonNode::asInt).toList())
                .isEqualTo(
                        switch (routes) {
                            case "all" -> IntStream.rangeClosed(1, 15).boxed().toList();
                            case "digital" -> List.of(7);
                            default -> List.of();
                        });
        assertThat(claims.path("aud").asString()).isEqualTo("occupational-standards");
    }

    @Test
    void theSubjectIsAnOpaqueIdOfItsOwn() throws Exception {
        var subjects = new HashSet<UUID>();
        for (var client : List.of("chair", "official", "panel-1", "panel-2", "committee")) {
            var subject = claims(identity.token(client)).path("sub").asString();
            assertThat(subject).doesNotContain(client);
            assertThat(claims(identity.token(client)).path("sub").asString()).isEqualTo(subject);
            subjects.add(UUID.fromString(subject));
        }
        assertThat(subjects).hasSize(5);
    }

    @Test
    void theSecretMayAlsoStandInTheHeader() throws Exception {
        var basic = Base64.getEncoder()
                .encodeToString("official:official".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var answer = identity.send(identity.form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + basic));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongSecretAnUnknownClientAndAnotherGrantAreRefused() throws Exception {
        var wrong = identity.tokenFor("chair", "chairman");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).path("error").asString()).isEqualTo("invalid_client");
        assertThat(identity.tokenFor("nobody", "nobody").statusCode()).isEqualTo(401);

        var password = identity.post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "chair",
                        "client_secret",
                        "chair",
                        "username",
                        "official"));
        assertThat(password.statusCode()).isEqualTo(400);
        assertThat(json(password).path("error").asString()).isEqualTo("unsupported_grant_type");

        var workspace =
                identity.post("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", "workspace"));
        assertThat(workspace.statusCode()).isIn(400, 401);
    }

    @Test
    void theDiscoveryDocumentNamesWhatThereIs() throws Exception {
        var discovery = json(identity.get("/.well-known/openid-configuration"));

        assertThat(discovery.path("issuer").asString()).isEqualTo("http://localhost:8084");
        assertThat(discovery.path("jwks_uri").asString()).isEqualTo("http://localhost:8084/oauth2/jwks");
        assertThat(discovery.path("token_endpoint").asString()).isEqualTo("http://localhost:8084/oauth2/token");
        assertThat(discovery.path("userinfo_endpoint").asString()).isEqualTo("http://localhost:8084/userinfo");
        assertThat(texts(discovery.path("code_challenge_methods_supported"))).containsExactly("S256");
    }

    @Test
    void thePublishedKeysArePublicHalves() throws Exception {
        var keys = json(identity.get("/oauth2/jwks")).path("keys");

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.get(0).propertyNames()).contains("kid", "n", "e").doesNotContain("d", "p", "q");
        assertThat(header(identity.token("chair")).path("kid").asString())
                .isEqualTo(keys.get(0).path("kid").asString());
    }

    @Test
    void tokensOutliveARestart() throws Exception {
        var token = identity.token("official");
        var keys = json(identity.get("/oauth2/jwks"));
        var chair = claims(identity.token("chair")).path("sub").asString();

        try (var again = RunningIdentity.on(database)) {
            assertThat(json(again.get("/oauth2/jwks"))).isEqualTo(keys);
            assertThat(again.bearing("GET", "/people/" + chair, token).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void examplesAreGoneWhereTheyAreSwitchedOff() throws Exception {
        var own = Testbed.freshDatabase();
        try (var with = RunningIdentity.on(own)) {
            assertThat(with.tokenFor("official", "official").statusCode()).isEqualTo(200);
        }
        try (var without = RunningIdentity.on(own, "--identity.examples=false")) {
            assertThat(without.tokenFor("official", "official").statusCode()).isEqualTo(401);
            assertThat(without.signIn("official", "official").headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).endsWith("/login?failed"));
        }
    }

    @Test
    void guessingIsSlowedDownForTheGuesserAlone() throws Exception {
        try (var strict = RunningIdentity.on(Testbed.freshDatabase(), "--identity.attempts.failures-per-account=3")) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(strict.tokenFor("chair", "guess-" + attempt).statusCode())
                        .isEqualTo(401);
            }
            var refused = strict.tokenFor("chair", "chair");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(strict.tokenFor("official", "official").statusCode()).isEqualTo(200);

            for (int attempt = 0; attempt < 3; attempt++) {
                strict.signIn("official", "guess-" + attempt);
            }
            assertThat(strict.post("/login", Map.of("username", "official", "password", "official"))
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void anotherSpellingOfTheAddressIsCountedAndRefusedAlike() throws Exception {
        try (var strict = RunningIdentity.on(Testbed.freshDatabase(), "--identity.attempts.failures-per-account=3")) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(strict.post("/oauth2/toke%6E", machine("chair", "guess-" + attempt))
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(strict.tokenFor("chair", "chair").statusCode()).isEqualTo(429);
            for (var address : List.of("/oauth2/toke%6E", "/%6Fauth2/introspect", "/oauth2/%72evoke")) {
                assertThat(strict.post(address, machine("chair", "chair")).statusCode())
                        .as(address)
                        .isEqualTo(429);
            }

            for (int attempt = 0; attempt < 3; attempt++) {
                strict.post(
                        "/%6Cogin",
                        Map.of(
                                "username",
                                "official",
                                "password",
                                "guess-" + attempt,
                                "_csrf",
                                RunningIdentity.csrf(strict.page("/login"))));
            }
            assertThat(strict.signIn("official", "official").statusCode()).isEqualTo(429);
        }
    }

    private static Map<String, String> machine(String client, String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
    }

    @Test
    void secretsAreStoredHashed() {
        var jdbc = identity.context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class);
        assertThat(jdbc.sql("select client_secret from oauth2_registered_client where client_secret is not null")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(secret).startsWith("{bcrypt}"));
        assertThat(jdbc.sql("select password from person where password is not null")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(password -> assertThat(password).startsWith("{bcrypt}"));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
