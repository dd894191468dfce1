package org.occupationalstandards.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.testbed.access.EndpointWalk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes wrong on the topic, and what operators do about it. */
class OperationsTest {

    private final Standards standards = new Standards();
    private final RunningCatalogue catalogue = RunningCatalogue.shared();

    @AfterEach
    void close() {
        standards.close();
    }

    private HttpResponse<String> asOfficial(String method, String path) {
        return catalogue.send(catalogue
                .request(path)
                .header("Authorization", "Bearer " + RunningCatalogue.issuer().token("official"))
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode parked(String reference) {
        return await().until(
                        () -> {
                            var list = JsonMapper.shared()
                                    .readTree(asOfficial("GET", "/operations/parked")
                                            .body());
                            for (JsonNode each : list.get("items")) {
                                if (each.get("reference").asString().equals(reference)) return each;
                            }
                            return JsonMapper.shared().nullNode();
                        },
                        each -> !each.isNull());
    }

    private String status(String reference) {
        return catalogue.json("/occupations/" + reference).get("status").asString();
    }

    @Test
    void anOldSliceOfTheTopicChangesNothing() {
        var standard = standards.next();
        var first = standard.next(AnnouncementType.PROPOSED, data -> {});
        var second = standard.next(AnnouncementType.APPROVED, data -> {});
        var third = standard.next(AnnouncementType.RETIRED, data -> {});
        for (var message : new ProducerRecord<?, ?>[] {first, second, third, first, second}) send(message);
        standard.say(AnnouncementType.REINSTATED);

        standards.settle(standard);
        assertThat(status(standard.reference())).isEqualTo("potential");
    }

    @SuppressWarnings("unchecked")
    private void send(ProducerRecord<?, ?> message) {
        standards.announcer().send((ProducerRecord<String, byte[]>) message);
    }

    @Test
    void anOfficialLetsAStandardGoOnOverAGap() {
        var standard = standards.next().say(AnnouncementType.PROPOSED);
        standards.settle(standard);
        standard.next(AnnouncementType.PROPOSAL_SUBMITTED, data -> {});
        standard.say(AnnouncementType.APPROVED);

        JsonNode parked = parked(standard.reference());
        assertThat(parked.get("reason").asString()).isEqualTo("GAP");
        assertThat(status(standard.reference())).isEqualTo("potential");

        var answer = asOfficial("POST", "/operations/parked/" + standard.reference() + "/release");
        assertThat(answer.body()).contains("\"takenIn\":1");
        assertThat(status(standard.reference())).isEqualTo("approved");
        assertThat(asOfficial("POST", "/operations/parked/" + standard.reference() + "/release")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOfficialDropsWhatCannotBeRead() {
        var standard = standards.next().say(AnnouncementType.PROPOSED);
        var broken = standard.next(AnnouncementType.APPROVED, data -> {});
        standards
                .announcer()
                .send(new ProducerRecord<>(
                        Topics.EVENTS,
                        null,
                        null,
                        standard.reference(),
                        "{\"reference\":".getBytes(UTF_8),
                        broken.headers()));
        standard.say(AnnouncementType.WITHDRAWN);

        JsonNode parked = parked(standard.reference());
        assertThat(parked.get("reason").asString()).isEqualTo("MALFORMED_DATA");
        assertThat(parked.get("type").asString()).isEqualTo("standards.standard.approved.v1");
        var dropped = asOfficial("POST", "/operations/parked/" + standard.reference() + "/drop");
        assertThat(dropped.statusCode()).isEqualTo(200);
        standards.settle(standard);
        assertThat(status(standard.reference())).isEqualTo("withdrawn");
    }

    @Test
    void dataAboutAnotherStandardIsNotBelieved() {
        var standard = standards.next();
        standard.say(AnnouncementType.PROPOSED, data -> data.put("reference", "OCC0002"));

        assertThat(parked(standard.reference()).get("explanation").asString()).contains("is about OCC0002");
    }

    @Test
    void aTextThatTheDatabaseCannotHoldIsSetAsideAlone() {
        var standard = standards.approved(content -> content.put("overview", "zero \0 zero"));
        var other = standards.approved(content -> {});

        assertThat(parked(standard.reference()).get("reason").asString()).isEqualTo("NOT_APPLICABLE");
        standards.settle(other);
    }

    @Test
    void everybodyReadsOnlyOfficialsOperate() {
        var table = new TreeMap<String, Set<String>>();
        for (String path : new String[] {
            "/",
            "/about",
            "/accessibility",
            "/api",
            "/consultations",
            "/map",
            "/occupations",
            "/occupations.csv",
            "/occupations.json",
            "/occupations.jsonld",
            "/occupations/{reference}",
            "/occupations/{reference}/compare",
            "/occupations/{reference}/consultation",
            "/occupations/{reference}/progression",
            "/occupations/{reference}/versions",
            "/occupations/{reference}/versions/{number:\\d+\\.\\d+}",
            "/occupations/{reference}/versions/{number:[^.]+\\.[^.]+}",
            "/occupations/{reference}/versions/{from:\\d+\\.\\d+}..{to:\\d+\\.\\d+}",
            "/occupations/{reference}/versions/{from:[^.]+\\.[^.]+}..{to:[^.]+\\.[^.]+}",
            "/routes",
            "/routes/{route}",
            "/routes/{id}"
        }) table.put("GET " + path, EndpointWalk.ANYBODY);
        table.put("GET /operations/parked", Set.of("official"));
        table.put("GET /operations/rebuild", Set.of("official"));
        table.put("POST /operations/rebuild", Set.of("official"));
        table.put("POST /operations/parked/{reference}/release", Set.of("official"));
        table.put("POST /operations/parked/{reference}/drop", Set.of("official"));

        assertThat(EndpointWalk.in(catalogue.context(), catalogue.port(), RunningCatalogue.issuer())
                        .surprises(table))
                .isEmpty();
    }

    @Test
    void nothingElseIsAdmitted() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            assertThat(catalogue
                            .send(catalogue
                                    .request("/occupations/OCC0218")
                                    .method(method, HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isIn(401, 403, 405);
        }
    }
}
