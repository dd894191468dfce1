package org.occupationalstandards.standards.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.MovedClock;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;

/** Whoever an action says will be told is named when it has been done; so is whoever it has become the turn of. */
class TellingsTest {

    private static final MovedClock CLOCK = new MovedClock();
    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;
    private static Client client;
    private static Journey journey;

    @BeforeAll
    static void start() {
        var properties = RunningStandards.properties(ISSUER, Testbed.freshDatabase(), Testbed.bootstrapServers());
        properties.put("standards.deadlines.look-every", "100ms");
        // The clock is moved for longer than they are usually kept.
        properties.put("standards.worklist.tellings-kept", "3650d");
        service = RunningStandards.start(ISSUER, properties, CLOCK);
        client = service.client();
        journey = new Journey(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void what_an_action_says_before_it_is_given_is_what_happens() {
        var reference = journey.propose("OCC8601");
        var employers = IntStream.range(0, 12)
                .mapToObj("{\"name\": \"Employer %d\", \"size\": \"small\"}"::formatted)
                .collect(Collectors.joining(", "));
        var proposal = """
                {"employers": [%s], "duties": ["Builds."], "expectedDurationMonths": 18, "expectedLevel": 3,
                 "offTheJobPercent": 20, "transferability": "Every region needs it.", "fit": "No other covers it."}""".formatted(employers);
        told(client.chair(), reference, "submit-proposal", proposal);
        told(client.official(), reference, "confirm-readiness", "{}");
        told(client.panel(5), reference, "recommend-proposal", "{\"agree\": true}");
        var conditional =
                told(client.committee(), reference, "accept-proposal", "{\"conditions\": [\"Ask the small ones.\"]}");
        told(client.chair(), reference, "evidence-condition", "{\"condition\": 1, \"evidence\": \"They agree.\"}");
        var closed = told(
                client.as("official-2", Map.of("roles", List.of("official"))),
                reference,
                "close-condition",
                "{\"condition\": 1}");

        assertThat(conditional.at("/turns/0/who").asString()).isEqualTo("owning-group");
        assertThat(closed.path("does").asString())
                .as("one telling of both its events")
                .contains("with the last one");
        assertThat(closed.path("told").valueStream().map(JsonNode::asString))
                .contains("committee")
                .doesNotContain("panel");
        assertThat(closed.at("/turns/0/what").asString()).isEqualTo("complete the draft");
        told(client.official(), reference, "withdraw", "{\"reason\": \"Nobody goes on with it.\"}");
    }

    @Test
    void whose_turn_it_has_become_is_named_once_with_who_is_not_asked() {
        var reference = journey.submit("OCC8602");
        var submitted = last(reference);
        var turn = submitted.path("turns").get(0);

        assertThat(turn.path("who").asString()).isEqualTo("panel");
        assertThat(turn.path("roles").toString()).isEqualTo("[\"panel-member\"]");
        assertThat(turn.path("what").asString()).isEqualTo("vote on the draft (0 of at least 3 have voted)");
        assertThat(turn.path("dueBy").asString()).isNotBlank();
        assertThat(turn.path("exempt").valueStream().map(JsonNode::asString)).contains("chair");
        assertThat(submitted.path("by").asString()).isEqualTo("chair");
        assertThat(submitted.path("route").asInt()).isEqualTo(8);
        assertThat(submitted.path("owner").asString()).isEqualTo(Client.GROUP);

        journey.command(client.panel(1), reference, "cast-vote", "{\"choice\": \"yes\"}");
        assertThat(last(reference).path("turns")).as("it is their turn already").isEmpty();
    }

    @Test
    void a_deadline_that_comes_is_told() {
        var reference = journey.submit("OCC8603");
        var following = service.bean(Following.class);
        await().until(() -> following.names().stream()
                .allMatch(name -> following.behind(name).orElse(1) == 0));
        CLOCK.pass(Duration.ofDays(36));
        await().untilAsserted(() ->
                assertThat(last(reference).path("command").asString()).isEqualTo("remind-of-decision"));
        assertThat(last(reference).path("told").toString()).isEqualTo("[\"panel\",\"committee\",\"officials\"]");

        CLOCK.pass(Duration.ofDays(7));
        await().untilAsserted(() ->
                assertThat(last(reference).path("command").asString()).isEqualTo("escalate-decision"));
        var escalated = last(reference);
        assertThat(escalated.path("told").toString()).isEqualTo("[\"officials\",\"committee\",\"owning-group\"]");
        assertThat(escalated.path("by").asString()).isEqualTo("system");
    }

    @Test
    void a_command_whose_events_come_one_by_one_is_told_of_once() {
        var reference = journey.submit("OCC8605");
        caughtUp();
        var following = service.bean(Following.class);
        following.stop();
        var standard = "/standards/" + reference;
        var saved = client.chair()
                .put(
                        standard + "/draft",
                        Journey.DRAFT.replace("Works in stone.", "Works in stone and brick."),
                        "If-Match",
                        "*");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        var stored = service.bean(StandardStore.class).history(reference);
        var events = stored.subList(stored.size() - 2, stored.size());
        assertThat(events).extracting(Recorded::command).containsOnly("change-draft");

        events.forEach(event -> service.bean(TurnFollower.class).take(List.of(event)));
        following.start();

        var told = last(reference);
        assertThat(told.path("sequence").asLong()).isEqualTo(events.getLast().sequence());
        assertThat(all(reference).stream()
                        .filter(each -> each.path("command").asString().equals("change-draft")
                                && each.path("sequence").asLong()
                                        >= events.getFirst().sequence()))
                .hasSize(1);
    }

    @Test
    void nobody_is_told_again_when_the_worklist_is_made_again() {
        journey.submit("OCC8604");
        caughtUp();
        var before = all("OCC8604");
        assertThat(client.official()
                        .post("/operations/registers/worklist/rebuild", null)
                        .status())
                .isEqualTo(202);
        caughtUp();

        assertThat(all("OCC8604")).isEqualTo(before);
    }

    /** What was told of a command, which is what its action said of it before. */
    private static JsonNode told(Client by, String reference, String command, String body) {
        var said = by.get("/standards/" + reference)
                .json()
                .path("actions")
                .valueStream()
                .filter(action -> action.path("name").asString().equals(command))
                .findFirst()
                .orElseThrow(() -> new AssertionError(command + " is not among the actions"))
                .path("told")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        journey.command(by, reference, command, body);
        var telling = last(reference);
        assertThat(telling.path("command").asString()).isEqualTo(command);
        assertThat(telling.path("told")
                        .valueStream()
                        .map(audience -> Audience.valueOf(audience.asString()
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_'))
                                .says()))
                .as(command)
                .isEqualTo(said);
        return telling;
    }

    private static JsonNode last(String reference) {
        caughtUp();
        return all(reference).getLast();
    }

    private static List<JsonNode> all(String reference) {
        var teller = client.as("a-service", Map.of("roles", List.of("service")));
        var found = new ArrayList<JsonNode>();
        long after = 0;
        while (true) {
            var page = teller.get("/tellings?limit=3&after=" + after);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (var item : page.json().path("items")) {
                assertThat(item.path("number").asLong()).isEqualTo(++after);
                found.add(item.path("telling"));
            }
            if (after >= page.json().path("last").asLong()) {
                return found.stream()
                        .filter(telling -> telling.path("reference").asString().equals(reference))
                        .toList();
            }
        }
    }

    private static void caughtUp() {
        await().until(() ->
                service.bean(Following.class).behind(TurnFollower.NAME).orElse(1) == 0);
    }
}
