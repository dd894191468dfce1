package org.occupationalstandards.standards.importing.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.occupationalstandards.standards.importing.DataFiles;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Files about the same standards, sent one after the other: each adds what it tells, none takes away what it does not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuccessiveImportsTest {

    private static TestIssuer issuer;
    private static RunningStandards service;
    private static Client official;

    @BeforeAll
    static void start() {
        issuer = TestIssuer.start();
        service = RunningStandards.start(issuer);
        official = service.client().official();
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @Test
    @Order(1)
    void theOccupationsOfFactAreRegisteredButForTheImpossibleOne() {
        JsonNode result = imported("text/csv", DataFiles.example("occupations.csv"));

        assertThat(result.path("total").asInt()).isEqualTo(685);
        assertThat(result.path("accepted").asInt()).isEqualTo(684);
        assertThat(result.path("refused")).hasSize(1);
        assertThat(result.at("/refused/0/record").asString()).isEqualTo("OCC0381");
        assertThat(result.at("/refused/0/problems/0/message").asString()).isEqualTo("The level is 2 to 7, not “0”");
        assertThat(result.path("notes").toString())
                .contains("The LARS code, 61, is left out: in 2026 it is that of OCC1431")
                .contains("The LARS code, 188, is left out: in 2026 it is that of OCC1378");
        assertThat(official.get("/standards/OCC1431")
                        .json()
                        .at("/products/0/larsCode")
                        .asInt())
                .isEqualTo(61);
        assertThat(official.get("/standards/OCC0113").json().at("/products/0").has("larsCode"))
                .isFalse();
        JsonNode standard = official.get("/standards/OCC0001").json();
        assertThat(standard.path("status").asString()).isEqualTo("approved");
        assertThat(standard.path("version").asString()).isEqualTo("1.0");
    }

    @Test
    @Order(2)
    void theSameFileAgainChangesNothing() {
        long before = official.get("/standards/OCC0001").sequence();

        JsonNode result = imported("text/csv", DataFiles.example("occupations.csv"));

        assertThat(result.path("unchanged").asInt()).isEqualTo(684);
        assertThat(official.get("/standards/OCC0001").sequence()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void aPageTextAddsWhatTheFactsDidNotTell() {
        JsonNode result = imported("text/plain; charset=utf-8", DataFiles.example("OCC0218.txt"));

        assertThat(result.path("accepted").asInt()).as(result.toString()).isEqualTo(1);
        var history =
                service.client().official().get("/standards/OCC0218/history").json();
        assertThat(history.path("events").size()).isEqualTo(2);
        assertThat(imported("text/plain", DataFiles.example("OCC0218.txt"))
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void theFeedFindsStandardsByWhatIsKnownAndImportsOnlyOnce() {
        String feed = """
                {"list": [
                  {"title": "Accountancy / Taxation Professional", "larsCode": 204, "level": 7, "maxFunding": 21000,
                   "route": "Legal, finance and accounting",
                   "knowledges": [{"knowledgeId": "11111111-0000-4000-8000-000000000001", "detail": "Tax law."}],
                   "skills": [{"skillId": "22222222-0000-4000-8000-000000000001", "detail": "Count."}],
                   "duties": [{"dutyID": "44444444-0000-4000-8000-000000000001", "dutyDetail": "Advise.",
                     "isThisACoreDuty": 1, "mappedKnowledge": ["11111111-0000-4000-8000-000000000001"],
                     "mappedSkills": ["22222222-0000-4000-8000-000000000001"]}]},
                  {"title": "Broken", "larsCode": 999, "level": 9, "route": "Nowhere", "skills": []}]}
                """;

        JsonNode result = imported("application/json", feed);

        assertThat(result.path("accepted").asInt()).as(result.toString()).isEqualTo(1);
        assertThat(result.at("/refused/0/record").asString()).isEqualTo("Broken");
        assertThat(result.at("/refused/0/problems")).hasSize(4);
        assertThat(imported("application/json", feed).path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void outsideFeedsAreRegistered() throws Exception {
        for (var expected :
                List.of(List.of("standards-with-ksbs.json", 158, 4), List.of("standards-with-duties.json", 44, 9))) {
            String file = Files.readString(DataFiles.shared((String) expected.getFirst()));

            JsonNode result = imported("application/json", file);

            assertThat(result.path("accepted").asInt()).as(refusals(result)).isEqualTo(expected.get(1));
            assertThat(result.path("refused")).hasSize((Integer) expected.get(2));
            assertThat(imported("application/json", file).path("unchanged").asInt())
                    .isEqualTo(expected.get(1));
        }
    }

    private static String refusals(JsonNode result) {
        return String.join(
                "\n",
                StreamSupport.stream(result.path("refused").spliterator(), false)
                        .map(JsonNode::toString)
                        .toList());
    }

    private static JsonNode imported(String mediaType, String file) {
        var answer = official.post("/imports", file, "Content-Type", mediaType);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String location = requireNonNull(answer.header("Location"));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        official.get(location).json().path("state").asString().equals("done"));
        return official.get(location).json();
    }
}
