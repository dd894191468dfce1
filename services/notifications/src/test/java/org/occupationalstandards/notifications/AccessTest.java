package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.testbed.access.EndpointWalk;

class AccessTest {

    private static final Set<String> WITH_A_ROLE = Set.of(
            "employer-group-chair", "employer-group-member", "official", "panel-member", "committee", "subscriber");

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyRoleGetsInWhereItMayAndNowhereElse() {
        var allowed = new TreeMap<String, Set<String>>();
        for (var open : List.of(
                "/",
                "/asyncapi.yaml",
                "/schemas/{name}",
                "/examples/{name}",
                "/guide/{name}",
                "/changes",
                "/changes/stream",
                "/changes.atom",
                "/snapshot")) {
            allowed.put("GET " + open, EndpointWalk.ANYBODY);
        }
        for (var link : List.of("/email/confirm", "/email/unsubscribe")) {
            allowed.put("GET " + link, EndpointWalk.ANYBODY);
            allowed.put("POST " + link, EndpointWalk.ANYBODY);
        }
        for (var own : List.of(
                "GET /subscriptions",
                "POST /subscriptions",
                "GET /subscriptions/{id}",
                "PATCH /subscriptions/{id}",
                "DELETE /subscriptions/{id}",
                "POST /subscriptions/{id}/secret",
                "POST /subscriptions/{id}/test",
                "POST /subscriptions/{id}/replay",
                "GET /subscriptions/{id}/deliveries",
                "GET /subscriptions/{id}/deliveries/{delivery}",
                "GET /subscriptions/{id}/notices",
                "POST /subscriptions/{id}/deliveries/{delivery}/redeliver")) {
            allowed.put(own, WITH_A_ROLE);
        }
        for (var operation : List.of(
                "GET /operations/feed",
                "POST /operations/feed/missing/{position}/leave-out",
                "POST /operations/feed/fold-again",
                "GET /operations/parked",
                "POST /operations/parked/{reference}/release",
                "POST /operations/parked/{reference}/drop")) {
            allowed.put(operation, Set.of("official"));
        }

        assertThat(EndpointWalk.in(service.context(), service.port(), RunningService.ISSUER)
                        .surprises(allowed))
                .isEmpty();
    }

    @Test
    void whatAnybodyMayReadAnybodyMayAskAbout() {
        for (var path : List.of("/", "/changes", "/changes.atom", "/snapshot", "/asyncapi.yaml", "/v3/api-docs")) {
            var head = service.send("HEAD", path, null, null);
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.raw().body()).as(path).isEmpty();
        }
        assertThat(service.send("HEAD", "/changes/stream", null, null).status())
                .as("it would not end")
                .isEqualTo(401);
        assertThat(service.send("HEAD", "/subscriptions", null, null).status()).isEqualTo(401);
    }

    @Test
    void nobodySeesOrTouchesTheSubscriptionOfAnother() {
        try (var receiver = new Receiver()) {
            var owned = service.subscribe(receiver.url(), Map.of());
            var stranger = RunningService.token("stranger");
            var test = service.post(owned.path() + "/test", owned.token(), "");
            var delivery = test.header("Location");
            assertThat(service.get(delivery, owned.token()).status()).isEqualTo(200);

            var answers = List.of(
                    service.get(owned.path(), stranger),
                    service.send("PATCH", owned.path(), stranger, Map.of("status", "paused")),
                    service.send("DELETE", owned.path(), stranger, null),
                    service.post(owned.path() + "/secret", stranger, ""),
                    service.post(owned.path() + "/test", stranger, ""),
                    service.post(owned.path() + "/replay", stranger, Map.of("since", "2026-01-01T00:00:00Z")),
                    service.get(owned.path() + "/deliveries", stranger),
                    service.get(delivery, stranger),
                    service.post(delivery + "/redeliver", stranger, ""));

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
            assertThat(service.get("/subscriptions", stranger).json().get("items"))
                    .isEmpty();
            assertThat(service.get("/subscriptions", owned.token()).json().get("items"))
                    .hasSize(1);
            assertThat(service.get("/subscriptions", owned.token()).raw().body())
                    .doesNotContain("whsec_");
            var other = service.subscribe(receiver.url(), Map.of());
            assertThat(service.get(delivery.replace(owned.path(), other.path()), other.token())
                            .status())
                    .as("somebody's delivery under one's own subscription")
                    .isEqualTo(404);
        }
    }

    @Test
    void everythingThatIsWrongWithASubscriptionIsNamedAtOnce() {
        var answer = service.post(
                "/subscriptions",
                RunningService.token("careless"),
                Map.of(
                        "channel", "pigeon",
                        "url", "ftp://user:secret@localhost/#top",
                        "after", "x",
                        "filter",
                                Map.of(
                                        "references", List.of("OCC1", "OCC0218"),
                                        "routes", List.of(0, 16),
                                        "levels", List.of(9),
                                        "types", List.of("x"))));

        assertThat(answer.status()).isEqualTo(400);
        var pointers = new ArrayList<String>();
        answer.json()
                .get("errors")
                .forEach(error -> pointers.add(error.get("pointer").asString()));
        assertThat(pointers)
                .containsExactlyInAnyOrder(
                        "/channel",
                        "/url",
                        "/url",
                        "/url",
                        "/after",
                        "/filter/references/0",
                        "/filter/routes/0",
                        "/filter/routes/1",
                        "/filter/levels/0",
                        "/filter/types/0");
    }

    @Test
    void unknownFieldsAreRefused() {
        var answer = service.post(
                "/subscriptions",
                RunningService.token("careless"),
                Map.of("channel", "webhook", "url", "http://localhost:1/", "fitler", Map.of()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.raw().body()).contains("/fitler");
    }

    @Test
    void anUnknownFilterIsRefusedWithTheNamesThatThereAre() {
        var answer = service.post(
                "/subscriptions",
                RunningService.token("careless"),
                Map.of(
                        "channel",
                        "webhook",
                        "url",
                        "http://localhost:1/",
                        "filter",
                        Map.of("reference", List.of("OCC0218"))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.raw().body())
                .contains(
                        "/filter/reference\"",
                        "There is no field of the name reference here; there may be references, routes, levels, types.");
    }

    @Test
    void aDeletedSubscriptionIsGone() {
        var owned = service.subscribe("http://localhost:1/hook", Map.of());

        assertThat(service.send("DELETE", owned.path(), owned.token(), null).status())
                .isEqualTo(204);

        assertThat(service.get(owned.path(), owned.token()).status()).isEqualTo(404);
    }

    @Test
    void whatIsPublishedIsThere() {
        assertThat(service.get("/").raw().body())
                .contains("http://localhost:8082/changes?after=$after&amp;limit=100")
                .contains("--bootstrap-server localhost:9092")
                .contains("A <code>sequence</code> that skips is no loss", "<code>previoussequence</code>")
                .contains("\"filter\": {\"routes\": [10]");
        assertThat(service.get("/guide/poll.sh").raw().body())
                .contains("http://localhost:8082/changes?after=$after&limit=100");
        assertThat(service.get("/guide/nothing.sh").status()).isEqualTo(404);
        assertThat(service.get("/asyncapi.yaml").raw().body()).startsWith("asyncapi: 3");
        for (var type : AnnouncementType.values()) {
            assertThat(service.get("/schemas/" + type.wireName() + ".json").status())
                    .isEqualTo(200);
            assertThat(service.get("/examples/" + type.wireName() + ".json").status())
                    .isEqualTo(200);
        }
        assertThat(service.get("/schemas/common.v1.json").status()).isEqualTo(200);
        assertThat(service.get("/schemas/..%2Fasyncapi.yaml").status()).isBetween(400, 404);
        assertThat(service.get("/assets/pages.css").status()).isEqualTo(200);
        assertThat(service.get("/changes.atom?route=10").raw().body()).contains("http://www.w3.org/2005/Atom");
    }
}
