package org.occupationalstandards.standards.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.MovedClock;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everybody finds what they have to do, and nobody what is not theirs. */
class WorklistTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final MovedClock CLOCK = new MovedClock();
    private static RunningStandards service;
    private static Client client;
    private static Journey journey;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(
                ISSUER,
                RunningStandards.properties(ISSUER, Testbed.freshDatabase(), Testbed.bootstrapServers()),
                CLOCK);
        client = service.client();
        journey = new Journey(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void a_standard_goes_from_worklist_to_worklist() {
        var reference = journey.submitProposal("OCC8501");
        assertThat(item(client.official(), reference).path("what").asString())
                .isEqualTo("confirm that the proposal is ready");
        assertThat(references(client.panel(1))).doesNotContain(reference);
        assertThat(references(client.chair())).doesNotContain(reference);

        journey.command(client.official(), reference, "confirm-readiness", "{}");
        assertThat(references(client.official())).doesNotContain(reference);
        var forPanel = item(client.panel(1), reference);
        assertThat(forPanel.at("/action/href").asString()).isEqualTo("/standards/OCC8501/commands/recommend-proposal");
        assertThat(forPanel.at("/action/does").asString()).isNotBlank();
        assertThat(forPanel.at("/action/told").valueStream().map(JsonNode::asString))
                .contains("the approvals committee");
        assertThat(forPanel.path("href").asString()).isEqualTo("/standards/OCC8501");
        assertThat(forPanel.at("/route/id").asInt()).isEqualTo(8);
        assertThat(references(digitalPanel())).doesNotContain(reference);

        journey.command(client.panel(1), reference, "recommend-proposal", "{\"agree\": true}");
        assertThat(references(client.panel(1))).doesNotContain(reference);
        assertThat(item(client.committee(), reference).path("what").asString()).isEqualTo("decide on the proposal");

        journey.command(client.committee(), reference, "accept-proposal", "{}");
        assertThat(item(client.chair(), reference).path("what").asString()).isEqualTo("complete the draft");
        assertThat(item(member(), reference).at("/action/method").asString()).isEqualTo("PUT");
        assertThat(references(client.otherChair())).doesNotContain(reference);
    }

    @Test
    void who_has_voted_is_not_asked_again_and_who_must_not_is_not_asked() {
        var reference = journey.submit("OCC8502");
        journey.command(client.official(), reference, "declare-interest", """
                {"member": "panel-3", "reason": "Their firm is in the group."}""");
        assertThat(references(client.panel(1))).contains(reference);
        assertThat(references(client.panel(3))).doesNotContain(reference);

        journey.command(client.panel(1), reference, "cast-vote", "{\"choice\": \"yes\"}");
        assertThat(references(client.panel(1))).doesNotContain(reference);
        var since = item(client.panel(2), reference).path("since").asString();

        journey.command(client.panel(2), reference, "cast-vote", "{\"choice\": \"yes\"}");
        assertThat(item(client.panel(4), reference).path("since").asString())
                .as("a vote that comes in begins no new turn")
                .isEqualTo(since);
        assertThat(item(client.panel(4), reference).path("what").asString()).contains("2 of at least 3");

        journey.command(client.panel(4), reference, "cast-vote", "{\"choice\": \"yes\"}");
        assertThat(references(client.panel(5))).doesNotContain(reference);
        var deciders = client.as("committee-2", Map.of("roles", List.of("committee")));
        assertThat(references(deciders)).contains(reference);
        var alsoVoted = client.as("panel-2", Map.of("roles", List.of("committee")));
        assertThat(references(alsoVoted)).doesNotContain(reference);
    }

    @Test
    void officials_see_what_is_overdue_and_with_whom() {
        var reference = journey.submitProposal("OCC8503");
        journey.command(client.official(), reference, "confirm-readiness", "{}");
        CLOCK.pass(Duration.ofDays(43));

        caughtUp();
        var overdue = client.official().get("/worklist?whose=everybody&overdue=true&size=500");

        var item = item(overdue.json(), reference);
        assertThat(item.path("says").asString()).isEqualTo("the panel of the route");
        assertThat(item.path("overdue").asBoolean()).isTrue();
        assertThat(Instant.parse(item.path("dueBy").asString())).isBefore(CLOCK.instant());
        assertThat(client.chair().get("/worklist?whose=everybody").status()).isEqualTo(403);
    }

    @Test
    void the_list_comes_in_pages_what_is_due_first_first() {
        journey.submitProposal("OCC8504");
        journey.submitProposal("OCC8505");
        caughtUp();

        var first = client.official().get("/worklist?whose=everybody&size=1").json();
        var all = client.official().get("/worklist?whose=everybody&size=500").json();

        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(first.path("total").asInt()).isEqualTo(all.path("items").size());
        var dues = all.path("items")
                .valueStream()
                .map(each -> each.path("dueBy").asString("9999"))
                .toList();
        assertThat(dues).isSorted();
        var wrong = client.official().get("/worklist?whose=nobody&page=-1&size=0");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").size()).isEqualTo(3);
    }

    @Test
    void a_standard_itself_says_whose_turn_it_is() {
        var reference = journey.submitProposal("OCC8506");

        var turn = client.chair().get("/standards/" + reference).json().path("turn");

        assertThat(turn.size()).isEqualTo(1);
        assertThat(turn.at("/0/who").asString()).isEqualTo("officials");
        assertThat(turn.at("/0/roles/0").asString()).isEqualTo("official");
        assertThat(turn.at("/0/what").asString()).isEqualTo("confirm that the proposal is ready");
        assertThat(turn.at("/0/command").asString()).isEqualTo("confirm-readiness");
        assertThat(turn.at("/0/dueBy").asString()).isNotBlank();
    }

    @Test
    void the_worklists_come_back_as_they_were_when_they_are_made_anew() {
        var reference = journey.submit("OCC8507");
        journey.command(client.panel(1), reference, "cast-vote", "{\"choice\": \"yes\"}");
        caughtUp();
        var before = turns();

        var standard = service.bean(StandardStore.class);
        var follower = new TurnFollower(
                standard, service.bean(Turns.class), service.bean(Tellings.class), LifecyclePolicy.defaults());
        service.bean(JdbcClient.class)
                .sql("DELETE FROM turn WHERE reference = ?")
                .param(reference)
                .update();
        standard.history(reference).forEach(event -> {
            follower.take(List.of(event));
            follower.kept();
        });

        assertThat(turns()).isEqualTo(before);
    }

    private static List<Map<String, Object>> turns() {
        return service.bean(JdbcClient.class)
                .sql("SELECT reference, place, what, since, due_by, exempt::text FROM turn ORDER BY reference, place")
                .query()
                .listOfRows();
    }

    private static Client digitalPanel() {
        return client.as("panel-digital", Map.of("roles", List.of("panel-member"), "routes", List.of(7)));
    }

    private static Client member() {
        return client.as("member", Map.of("roles", List.of("employer-group-member"), "groups", List.of(Client.GROUP)));
    }

    private static List<String> references(Client who) {
        return worklist(who)
                .path("items")
                .valueStream()
                .map(each -> each.path("reference").asString())
                .toList();
    }

    private static JsonNode item(Client who, String reference) {
        return item(worklist(who), reference);
    }

    private static JsonNode item(JsonNode worklist, String reference) {
        return worklist.path("items")
                .valueStream()
                .filter(each -> each.path("reference").asString().equals(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " is not in " + worklist));
    }

    private static JsonNode worklist(Client who) {
        caughtUp();
        var answer = who.get("/worklist?size=500");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void caughtUp() {
        await().until(() ->
                service.bean(Following.class).behind(TurnFollower.NAME).orElse(1) == 0);
    }
}
