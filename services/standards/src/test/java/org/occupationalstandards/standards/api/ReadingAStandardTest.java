package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Client.Answer;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever has to act on a standard finds what they need in what GET says of it. */
class ReadingAStandardTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;
    private static Client client;
    private static Journey journey;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(ISSUER);
        client = service.client();
        journey = new Journey(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void conditions_can_be_met_by_what_is_read() {
        var reference = journey.submitProposal("OCC8601");
        journey.command(client.official(), reference, "confirm-readiness", "{}");
        journey.command(client.panel(5), reference, "recommend-proposal", "{\"agree\": true}");
        journey.command(client.committee(), reference, "accept-proposal", "{\"conditions\": [\"Two more employers\"]}");

        var condition = read(reference).at("/conditions/0");
        assertThat(condition.path("text").asString()).isEqualTo("Two more employers");
        assertThat(condition.path("closed").asBoolean()).isFalse();
        journey.command(client.chair(), reference, "evidence-condition", """
                {"condition": %d, "evidence": "Two letters"}""".formatted(
                        condition.path("number").asInt()));

        assertThat(read(reference).at("/conditions/0/evidence").asString()).isEqualTo("Two letters");
    }

    @Test
    void an_agreement_says_how_the_draft_differs_from_it() {
        var reference = approvedWithCondition("OCC8602");
        assertThat(read(reference).at("/approval/agreement/changes").size()).isZero();
        var draft = read(reference).path("draft").path("summary").asString();
        assertThat(draft).isEqualTo("Cuts, carves and fixes stone.");

        done(client.chair()
                .put(
                        "/standards/" + reference + "/draft",
                        Journey.DRAFT.replace("Cuts, carves", "Carves"),
                        "If-Match",
                        "*"));

        var standard = read(reference);
        assertThat(standard.at("/approval/agreement/changes/0/field").asString())
                .isEqualTo("summary");
        assertThat(standard.at("/changedSinceConsultation/0/after").asString()).isEqualTo("Carves and fixes stone.");
        journey.command(client.chair(), reference, "evidence-condition", "{\"condition\": 1, \"evidence\": \"Done\"}");
        var refused = otherOfficial().command(reference, "close-condition", "{\"condition\": 1}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.json().path("type").asString()).endsWith(":agreed-draft-changed");
        journey.command(client.committee(), reference, "close-condition", "{\"condition\": 1}");
        assertThat(read(reference).at("/versions/0/changeNote").asString()).isEqualTo("The first version");
    }

    @Test
    void change_requests_reviews_interests_and_the_end_are_read_too() {
        var reference = approvedWithCondition("OCC8603");
        journey.command(client.chair(), reference, "evidence-condition", "{\"condition\": 1, \"evidence\": \"Done\"}");
        journey.command(otherOfficial(), reference, "close-condition", "{\"condition\": 1}");
        journey.command(client.panel(1), reference, "request-change", "{\"what\": \"Reword K1\"}");
        journey.command(client.panel(4), reference, "declare-interest", "{\"reason\": \"My brother works there\"}");
        var decision = read(reference).path("decision");
        assertThat(decision.path("kind").asString()).isEqualTo("approved");
        assertThat(decision.has("challengeableUntil")).isTrue();
        journey.command(client.panel(1), reference, "ask-for-review", "{\"grounds\": \"Nobody was heard\"}");

        var standard = read(reference);

        assertThat(standard.at("/changeRequests/0/number").asInt()).isEqualTo(1);
        assertThat(standard.at("/changeRequests/0/what").asString()).isEqualTo("Reword K1");
        assertThat(standard.at("/panel/interests/0/member").asString()).isEqualTo("panel-4");
        assertThat(standard.at("/decision/challenge/grounds").asString()).isEqualTo("Nobody was heard");
        assertThat(standard.at("/decision/challenge/by").asString()).isEqualTo("panel-1");
        assertThat(standard.at("/turn/0/dueBy").isMissingNode()).isFalse();
    }

    @Test
    void the_wish_to_withdraw_and_a_proposed_end_are_read() {
        var given = journey.propose("OCC8604");
        journey.command(client.official(), given, "assign-group", """
                {"group": "%s", "reason": "Theirs"}""".formatted(Client.GROUP));
        journey.command(client.chair(), given, "request-withdrawal", "{\"reason\": \"No members left\"}");
        assertThat(read(given).at("/endOfLife/withdrawalReason").asString()).isEqualTo("No members left");
        journey.command(client.official(), given, "decline-withdrawal", "{\"reasons\": [\"Others join\"]}");
        assertThat(read(given).at("/endOfLife/withdrawalReason").isMissingNode())
                .isTrue();
    }

    @Test
    void people_who_cannot_read_a_standard_comment_without_knowing_its_state() {
        var reference = journey.draft("OCC8605");
        journey.command(client.chair(), reference, "open-consultation", "{}");
        var subscriber = client.as("subscriber", Map.of("roles", List.of("subscriber")));
        var path = "/standards/" + reference + "/commands/comment";

        var first = subscriber.post(path, "{\"text\": \"Good\"}");
        var second = subscriber.post(path, "{\"text\": \"Very good\"}");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
        var stale = subscriber.post(path, "{\"text\": \"Best\"}", "If-Match", "\"1\"");
        assertThat(stale.status()).as("what is sent is still checked").isEqualTo(412);
        var extended = client.official().post("/standards/" + reference + "/commands/extend-consultation", "{}");
        assertThat(extended.status()).isEqualTo(428);
        var documented = client.get("/v3/api-docs").json().path("paths");
        assertThat(ifMatchRequired(documented, "comment")).isFalse();
        assertThat(ifMatchRequired(documented, "extend-consultation")).isTrue();
    }

    @Test
    void a_proposal_is_saved_in_parts_and_each_part_says_what_it_overlaps() {
        var reference = journey.propose("OCC8606");
        journey.command(client.official(), reference, "assign-group", """
                {"group": "%s", "reason": "Theirs"}""".formatted(Client.GROUP));

        var saved = client.chair().command(reference, "save-proposal", """
                {"title": "Stonemason and carver", "duties": ["Cuts stone."], "expectedLevel": 3}""");

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.json().path("overlaps").isArray()).isTrue();
        var standard = read(reference);
        assertThat(standard.path("title").asString()).isEqualTo("Stonemason and carver");
        assertThat(standard.at("/proposal/profile/duties/0").asString()).isEqualTo("Cuts stone.");
        var refused = client.chair().command(reference, "submit-proposal", "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .contains("/fit", "/transferability")
                .doesNotContain("/duties", "/expectedLevel");
    }

    /** Who spotted the occupation decides nothing on it. */
    private static Client otherOfficial() {
        return client.as("official-2", Map.of("roles", List.of("official")));
    }

    private String approvedWithCondition(String reference) {
        journey.submit(reference);
        for (int member = 1; member <= 3; member++) {
            journey.command(client.panel(member), reference, "cast-vote", "{\"choice\": \"yes\"}");
        }
        return journey.command(client.committee(), reference, "approve", """
                {"conditions": ["Map B1"], "changeNote": "The first version"}""");
    }

    private JsonNode read(String reference) {
        var answer = client.official().get("/standards/" + reference);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static boolean ifMatchRequired(JsonNode paths, String command) {
        return paths.path("/standards/{reference}/commands/" + command)
                .path("post")
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString().equals("If-Match"))
                .findFirst()
                .orElseThrow()
                .path("required")
                .asBoolean();
    }

    @Test
    void a_reference_is_given_only_to_a_proposal_that_is_taken() {
        var jdbc = service.bean(JdbcClient.class);
        var body = "{\"title\": \"Cooper\", \"level\": 3, \"route\": 8}";
        var first = client.official().post("/standards", body, "Idempotency-Key", "cooper");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        var given = lastGiven(jdbc);

        assertThat(client.official()
                        .post("/standards", "{\"title\": \"Cooper\", \"level\": 9, \"route\": 8}")
                        .status())
                .isEqualTo(400);
        assertThat(client.official()
                        .post("/standards", body, "Idempotency-Key", "cooper")
                        .json())
                .isEqualTo(first.json());
        assertThat(lastGiven(jdbc)).isEqualTo(given);

        jdbc.sql("SELECT setval('next_reference', 9999)").query(Long.class).single();
        var none = client.official().post("/standards", body);
        assertThat(none.status()).as(none.text()).isEqualTo(409);
        assertThat(none.json().path("type").asString()).endsWith(":references-used-up");
        jdbc.sql("SELECT setval('next_reference', ?)")
                .param(given)
                .query(Long.class)
                .single();
    }

    private static long lastGiven(JdbcClient jdbc) {
        return jdbc.sql("SELECT last_value FROM next_reference")
                .query(Long.class)
                .single();
    }

    @Test
    void a_product_code_and_a_lars_code_belong_to_one_standard() {
        var one = journey.propose("OCC8610");
        var other = journey.propose("OCC8611");
        journey.command(client.official(), one, "add-product", """
                {"type": "apprenticeship", "code": "ST8610", "larsCode": 86101}""");

        var taken = client.official().command(other, "add-product", """
                {"type": "apprenticeship", "code": "ST8610", "larsCode": 86101}""");

        assertThat(taken.status()).as(taken.text()).isEqualTo(409);
        assertThat(taken.json().path("type").asString()).endsWith(":product-taken");
        assertThat(taken.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/code", "/larsCode");
        assertThat(client.official().get("/standards/" + other).sequence()).isEqualTo(1);
        journey.command(client.official(), other, "add-product", """
                {"type": "apprenticeship", "code": "ST8611"}""");
        journey.command(client.official(), one, "change-product", """
                {"code": "ST8610", "larsCode": 86102, "reason": "A slip"}""");
        journey.command(client.official(), other, "change-product", """
                {"code": "ST8611", "larsCode": 86101}""");
    }

    @Test
    void a_link_goes_to_a_standard_that_there_is() {
        var reference = journey.propose("OCC8612");

        var refused = client.official().command(reference, "propose-progression", """
                {"reference": "OCC8699", "kind": "occupational"}""");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.text()).contains("OCC8699; there is no such standard");
    }
}
