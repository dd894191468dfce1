package org.occupationalstandards.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.occupationalstandards.identity.RunningIdentity.claims;
import static org.occupationalstandards.identity.RunningIdentity.json;
import static org.occupationalstandards.testbed.access.EndpointWalk.ANYBODY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.EndpointWalk;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;

/** The directory: names for ids, for those who may ask, until somebody is erased. */
class PeopleTest {

    private static Database database;
    private static TestIssuer issuer;
    private static RunningIdentity identity;

    @BeforeAll
    static void start() {
        database = Testbed.freshDatabase();
        issuer = TestIssuer.start();
        identity = RunningIdentity.on(database, "--platform.security.issuers[0].uri=" + issuer.uri());
    }

    @AfterAll
    static void stop() {
        identity.close();
        issuer.close();
    }

    @Test
    void everyAddressLetsInExactlyItsRoles() {
        assertThat(EndpointWalk.in(identity.context, identity.port(), issuer)
                        .surprises(Map.of(
                                "GET /", ANYBODY,
                                "GET /login", ANYBODY,
                                "GET /people", Set.of("official"),
                                "GET /people/{id}", Set.of("official"),
                                "GET /people/{id}/access", Set.of("official"),
                                "GET /people/{id}/access/changes", Set.of("official"),
                                "PUT /people/{id}/access", Set.of("official"),
                                "POST /people/{id}/erase", Set.of("official"))))
                .isEmpty();
    }

    @Test
    void anIdHasAName() throws Exception {
        var chair = claims(identity.token("chair")).path("sub").asString();
        var panel = claims(identity.token("panel-3")).path("sub").asString();

        var one = json(identity.bearing("GET", "/people/" + chair, identity.token("official")));
        assertThat(one.path("name").asString()).isEqualTo("Chair of the example group");
        assertThat(one.path("erased").asBoolean()).isFalse();

        var several = json(identity.bearing(
                "GET",
                "/people?id=" + chair + "&id=" + panel + "&id=00000000-0000-0000-0000-000000000000",
                identity.token("service")));
        assertThat(several.valueStream().map(entry -> entry.path("name").asString()))
                .containsExactlyInAnyOrder("Chair of the example group", "Panel member 3");
    }

    @Test
    void anUnknownIdAndAWrongOneAreProblems() throws Exception {
        var official = identity.token("official");
        assertThat(identity.bearing("GET", "/people/00000000-0000-0000-0000-000000000000", official)
                        .statusCode())
                .isEqualTo(404);
        assertThat(identity.bearing("POST", "/people/00000000-0000-0000-0000-000000000000/erase", official)
                        .statusCode())
                .isEqualTo(404);
        var wrong = identity.bearing("GET", "/people/chair", official);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void anOfficialSaysWhatSomebodyMayDoAndTheirNextTokenSaysSo() throws Exception {
        var panel = claims(identity.token("panel-4")).path("sub").asString();
        var official = identity.token("official");
        var address = "/people/" + panel + "/access";
        var employer = "00000000-0000-0000-0000-000000000007";

        var said = identity.putting(address, official, """
                {"roles": ["panel-member", "committee"], "routes": [7], "employers": ["%s"]}""".formatted(employer));

        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(json(identity.bearing("GET", address, official))).isEqualTo(json(said));
        var claims = claims(identity.token("panel-4"));
        assertThat(claims.path("roles").valueStream().map(JsonNode::asString))
                .containsExactly("panel-member", "committee");
        assertThat(claims.path("routes").valueStream().map(JsonNode::asInt)).containsExactly(7);
        assertThat(claims.path("groups")).isEmpty();
        assertThat(claims.path("employers").valueStream().map(JsonNode::asString))
                .containsExactly(employer);

        for (var wrong : List.of("{\"roles\": [\"king\"]}", "{\"roles\": [\"service\"]}", "{\"routes\": [16]}")) {
            assertThat(identity.putting(address, official, wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(identity.putting(address, identity.token("committee"), "{}").statusCode())
                .isEqualTo(403);
        assertThat(identity.putting("/people/00000000-0000-0000-0000-000000000000/access", official, "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodySaysWhatTheyMayDoThemselves() throws Exception {
        var official = identity.token("official");
        var own = "/people/" + claims(official).path("sub").asString() + "/access";
        var before = identity.bearing("GET", own, official).body();

        var refused = identity.putting(own, official, "{\"roles\": [\"official\", \"committee\"]}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(json(refused).path("type").asString()).endsWith(":own-access");
        assertThat(identity.bearing("GET", own, official).body()).isEqualTo(before);
        assertThat(json(identity.bearing("GET", own + "/changes", official))).isEmpty();
    }

    @Test
    void whatIsReadOfAnybodyCanBeSaidAgainAndChangesNothing() throws Exception {
        var official = identity.token("official");
        for (var name : List.of("service", "chair", "panel-5", "committee-2")) {
            var address = "/people/" + claims(identity.token(name)).path("sub").asString() + "/access";
            var read = identity.bearing("GET", address, official);

            var said = identity.putting(address, official, read.body());

            assertThat(said.statusCode()).as(name + said.body()).isEqualTo(200);
            assertThat(json(said)).as(name).isEqualTo(json(read));
            assertThat(json(identity.bearing("GET", address + "/changes", official)))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void everyChangeIsRecordedAndOfAnErasedPersonOnlyThatThereWasOne() throws Exception {
        var official = identity.token("official");
        var by = claims(official).path("sub").asString();
        var person = claims(identity.token("other-subscriber")).path("sub").asString();
        var address = "/people/" + person + "/access";

        identity.putting(address, official, "{\"roles\": [\"subscriber\", \"panel-member\"], \"routes\": [7]}");
        identity.putting(address, official, "{\"roles\": [\"subscriber\"]}");

        var changes = json(identity.bearing("GET", address + "/changes", official));
        assertThat(changes).hasSize(2);
        assertThat(changes.at("/0/by").asString()).isEqualTo(by);
        assertThat(java.time.Instant.parse(changes.at("/0/at").asString())).isBefore(java.time.Instant.now());
        assertThat(changes.at("/0/before/roles").toString()).isEqualTo("[\"subscriber\"]");
        assertThat(changes.at("/0/after/roles").toString()).isEqualTo("[\"subscriber\",\"panel-member\"]");
        assertThat(changes.at("/0/after/routes").toString()).isEqualTo("[7]");
        assertThat(changes.at("/1/before")).isEqualTo(changes.at("/0/after"));
        assertThat(changes.at("/1/after/routes")).isEmpty();

        identity.bearing("POST", "/people/" + person + "/erase", official);

        var left = json(identity.bearing("GET", address + "/changes", official));
        assertThat(left).hasSize(2);
        for (var change : left) {
            assertThat(change.path("by").asString()).isEqualTo(by);
            assertThat(change.path("before").isNull() || change.path("before").isMissingNode())
                    .isTrue();
            assertThat(change.path("after").isNull() || change.path("after").isMissingNode())
                    .isTrue();
        }
        assertThat(identity.bearing("GET", "/people/00000000-0000-0000-0000-000000000000/access/changes", official)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPanelMemberOfTheExampleWorksForAnEmployerOfTheExampleGroup() throws Exception {
        assertThat(claims(identity.token("panel-5"))
                        .path("employers")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("97ab46a6-059d-3c91-b0ac-41f986d4b68d");
        assertThat(claims(identity.token("panel-1")).path("employers")).isEmpty();
    }

    @Test
    void whoIsErasedHasNoNameAndNoWayInAnyMoreEvenAfterARestart() throws Exception {
        var member = claims(identity.token("member")).path("sub").asString();
        var official = identity.token("official");

        var erased = identity.bearing("POST", "/people/" + member + "/erase", official);
        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(json(erased).path("name").asString()).isEqualTo("erased person");

        assertErased(identity, member);
        assertThat(identity.bearing("POST", "/people/" + member + "/erase", official)
                        .statusCode())
                .isEqualTo(200);
        try (var again = RunningIdentity.on(database)) {
            assertErased(again, member);
        }
    }

    private static void assertErased(RunningIdentity service, String id) throws Exception {
        var entry = json(service.bearing("GET", "/people/" + id, service.token("official")));
        assertThat(entry.path("erased").asBoolean()).isTrue();
        assertThat(entry.path("name").asString()).isEqualTo("erased person");
        assertThat(service.tokenFor("member", "member").statusCode()).isEqualTo(401);
        assertThat(service.signIn("member", "member").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login?failed"));
    }

    @Test
    void theServiceDescribesItselfAndSaysWhenItIsReady() throws Exception {
        var api = json(identity.get("/v3/api-docs"));
        assertThat(api.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/people",
                        "/people/{id}",
                        "/people/{id}/access",
                        "/people/{id}/access/changes",
                        "/people/{id}/erase");
        assertThat(identity.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(identity.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(identity.get("/people").statusCode()).isEqualTo(401);
    }
}
