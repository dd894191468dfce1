package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.MovedClock;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Several people at one draft, what was before, and the way back. */
class EditingTogetherTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final MovedClock CLOCK = new MovedClock();
    private static RunningStandards service;
    private static Client chair;
    private static Journey journey;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(
                ISSUER,
                RunningStandards.properties(ISSUER, Testbed.freshDatabase(), Testbed.bootstrapServers()),
                CLOCK);
        chair = service.client().chair();
        journey = new Journey(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void who_comes_second_is_told_what_the_first_has_changed_and_overwrites_nothing() {
        var path = "/standards/" + journey.draft("OCC8601") + "/draft";
        var read = chair.get("/standards/OCC8601");
        var seen = read.header("ETag");
        var first = document(read.json());
        first.put("overview", "Works in stone and brick.");
        ((ObjectNode) first.at("/skills/0")).put("text", "Cut stone to a drawing");
        assertThat(chair.put(path, first.toString(), "If-Match", seen).status()).isEqualTo(200);

        var second = document(read.json());
        second.put("overview", "Works with the hands.");
        var stale = member().put(path, second.toString(), "If-Match", seen);

        assertThat(stale.status()).as(stale.text()).isEqualTo(412);
        assertThat(stale.header("Content-Type")).startsWith("application/problem+json");
        var problem = stale.json();
        long before = Long.parseLong(seen.replace("\"", ""));
        assertThat(problem.path("since").asLong()).isEqualTo(before);
        assertThat(problem.path("sequence").asLong()).isEqualTo(before + 1);
        assertThat(stale.header("ETag")).isEqualTo("\"" + (before + 1) + "\"");
        assertThat(problem.path("changes")
                        .valueStream()
                        .map(change -> change.path("field").asString("")
                                + change.path("labelAfter").asString("") + ": "
                                + change.path("after").asString()))
                .anyMatch(change -> change.endsWith(": Works in stone and brick."))
                .anyMatch(change -> change.contains("S1") && change.endsWith(": Cut stone to a drawing"));
        assertThat(problem.at("/events/0/type").asString()).isEqualTo("draft-changed");
        assertThat(problem.at("/events/0/by").asString()).isEqualTo("chair");
        assertThat(problem.at("/events/0/changes").size()).isEqualTo(2);
        assertThat(standard("OCC8601").at("/draft/overview").asString()).isEqualTo("Works in stone and brick.");
    }

    @Test
    void a_command_that_comes_too_late_is_told_what_happened() {
        journey.submitProposal("OCC8602");
        var seen = chair.get("/standards/OCC8602").header("ETag");
        journey.command(service.client().official(), "OCC8602", "confirm-readiness", "{}");

        var stale = chair.post("/standards/OCC8602/commands/request-withdrawal", """
                {"reason": "Too few of us."}""", "If-Match", seen);

        assertThat(stale.status()).as(stale.text()).isEqualTo(412);
        assertThat(stale.json().path("changes").size()).isZero();
        assertThat(stale.json().at("/events/0/type").asString()).isEqualTo("readiness-confirmed");
        assertThat(stale.json().at("/events/0/by").asString()).isEqualTo("official");
        var ahead = chair.post("/standards/OCC8602/commands/request-withdrawal", """
                {"reason": "Too few of us."}""", "If-Match", "\"99\"");
        assertThat(ahead.status()).isEqualTo(412);
        assertThat(ahead.json().path("events").size()).isZero();
    }

    @Test
    void a_change_is_taken_back_by_another_and_the_one_before_it_by_a_third() {
        var path = "/standards/" + journey.draft("OCC8603") + "/draft";
        var before = standard("OCC8603").path("draft");
        var changed = document(standard("OCC8603"));
        changed.putArray("knowledge").addObject().put("text", "Something else");
        changed.putArray("duties");
        assertThat(chair.put(path, changed.toString(), "If-Match", "*").status())
                .isEqualTo(200);

        journey.command(chair, "OCC8603", "undo-draft-change", "{\"reason\": \"By mistake.\"}");

        var after = standard("OCC8603").path("draft");
        for (var field : List.of("knowledge", "duties", "skills", "overview")) {
            assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
        }
        var last = chair.get("/standards/OCC8603/history")
                .json()
                .path("events")
                .valueStream()
                .toList()
                .getLast();
        assertThat(last.path("type").asString()).isEqualTo("draft-changed");
        assertThat(last.at("/data/undoing").asString()).isEqualTo("By mistake.");
        journey.command(chair, "OCC8603", "undo-draft-change", "{\"reason\": \"All of it.\"}");
        assertThat(standard("OCC8603").at("/draft/knowledge").size()).isZero();
        assertThat(standard("OCC8603").at("/draft/title").asString()).isEqualTo("Stonemason");
    }

    @Test
    void shows_what_was_known_and_what_was_or_will_be_in_force() {
        journey.submit("OCC8604");
        CLOCK.pass(Duration.ofMinutes(1));
        var undecided = CLOCK.instant();
        CLOCK.pass(Duration.ofMinutes(1));
        for (int member = 1; member <= 3; member++) {
            journey.command(service.client().panel(member), "OCC8604", "cast-vote", "{\"choice\": \"yes\"}");
        }
        var inForceFrom =
                LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Europe/London")).plusDays(30);
        var committee = service.client().as("committee-2", Map.of("roles", List.of("committee")));
        journey.command(committee, "OCC8604", "approve", """
                {"effectiveFrom": "%s"}""".formatted(inForceFrom));

        var known = asOf("OCC8604", undecided.toString(), "recorded");
        assertThat(known.path("stage").asString()).isEqualTo("submitted");
        assertThat(known.path("version").asString()).isEqualTo("0.0");
        assertThat(known.at("/asOf/by").asString()).isEqualTo("recorded");
        assertThat(known.path("actions").size()).as("nobody acts in the past").isZero();
        var dayBefore = asOf("OCC8604", inForceFrom.minusDays(1).toString(), "effective");
        assertThat(dayBefore.path("stage").asString()).isEqualTo("approved");
        assertThat(dayBefore.has("inForce")).isFalse();
        var firstDay = asOf("OCC8604", inForceFrom.toString(), "effective");
        assertThat(firstDay.at("/inForce/version").asString()).isEqualTo("1.0");
        assertThat(firstDay.at("/inForce/content/overview").asString()).isEqualTo("Works in stone.");
        assertThat(chair.get("/standards/OCC8604?asOf=" + inForceFrom).status())
                .as("what will be recorded")
                .isEqualTo(400);
        var tooEarly = chair.get("/standards/OCC8604?asOf=2001-01-01");
        assertThat(tooEarly.status()).isEqualTo(404);
        assertThat(tooEarly.json().path("detail").asString()).contains("by 2001-01-01");
    }

    private static JsonNode asOf(String reference, String asOf, String by) {
        var answer = chair.get("/standards/" + reference + "?asOf=" + asOf + "&by=" + by);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode standard(String reference) {
        return chair.get("/standards/" + reference).json();
    }

    private static ObjectNode document(JsonNode standard) {
        return ((ObjectNode) standard.path("draft").deepCopy()).without(List.of("revision", "changeClass"));
    }

    private static Client member() {
        return service.client()
                .as("member", Map.of("roles", List.of("employer-group-member"), "groups", List.of(Client.GROUP)));
    }
}
