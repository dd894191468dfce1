package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Client.Answer;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.MovedClock;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;

/** What was recorded at an instant, and what was in force at it by all that is recorded now. */
class PastAndEffectTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final MovedClock CLOCK = new MovedClock();
    private static RunningStandards service;
    private static Client official;
    private static Journey journey;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(
                ISSUER,
                RunningStandards.properties(ISSUER, Testbed.freshDatabase(), Testbed.bootstrapServers()),
                CLOCK);
        official = service.client().official();
        journey = new Journey(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void status_products_and_green_theme_are_those_of_the_instant_by_either_time() {
        journey.propose("OCC8701");
        var proposed = later();
        journey.command(official, "OCC8701", "set-green-theme", "{\"theme\": \"dark\"}");
        journey.command(
                official,
                "OCC8701",
                "add-product",
                "{\"type\": \"apprenticeship\", \"code\": \"ST8701\", \"level\": 3}");
        var added = later();
        journey.command(
                official,
                "OCC8701",
                "change-product",
                "{\"code\": \"ST8701\", \"level\": 3, \"royal\": true, \"reason\": \"It is.\"}");
        journey.command(official, "OCC8701", "withdraw", "{\"reason\": \"Nobody wants it.\"}");

        for (var by : List.of("recorded", "effective")) {
            var first = asOf("OCC8701", proposed, by);
            assertThat(first.path("green").asString()).as(by).isEqualTo("none");
            assertThat(first.path("products").size()).as(by).isZero();
            assertThat(first.path("status").asString()).as(by).isEqualTo("potential");
            var second = asOf("OCC8701", added, by);
            assertThat(second.path("green").asString()).as(by).isEqualTo("dark");
            assertThat(second.at("/products/0/royal").asBoolean()).as(by).isFalse();
            assertThat(second.at("/products/0/status").asString()).as(by).isEqualTo("in-development");
            var last = asOf("OCC8701", later(), by);
            assertThat(last.path("status").asString()).as(by).isEqualTo("withdrawn");
            assertThat(last.at("/products/0/royal").asBoolean()).as(by).isTrue();
        }
        assertThat(official.get("/standards/OCC8701?by=effective&asOf=" + proposed.minus(Duration.ofHours(9)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_decision_that_was_recorded_late_was_in_force_before_it_was_recorded() {
        journey.submit("OCC8702");
        voted("OCC8702");
        var decidedOn = today();
        CLOCK.pass(Duration.ofDays(10));

        journey.command(
                service.client().committee(), "OCC8702", "approve", """
                {"decidedOn": "%s", "effectiveFrom": "%s"}""".formatted(decidedOn, decidedOn.plusDays(3)));

        var between = decidedOn.plusDays(5);
        var recorded = asOf("OCC8702", between, "recorded");
        assertThat(recorded.path("status").asString()).isEqualTo("in-development");
        assertThat(recorded.path("version").asString()).isEqualTo("0.0");
        assertThat(recorded.path("withoutApprenticeship").asBoolean()).isFalse();
        var effective = asOf("OCC8702", between, "effective");
        assertThat(effective.path("status").asString()).isEqualTo("approved");
        assertThat(effective.path("withoutApprenticeship").asBoolean()).isTrue();
        assertThat(effective.path("version").asString()).isEqualTo("1.0");
        assertThat(effective.at("/inForce/version").asString()).isEqualTo("1.0");
        assertThat(effective.at("/inForce/content/overview").asString()).isEqualTo("Works in stone.");
        var decided = asOf("OCC8702", decidedOn.plusDays(1), "effective");
        assertThat(decided.path("status").asString())
                .as("approved, and not in force yet")
                .isEqualTo("approved");
        assertThat(decided.has("inForce")).isFalse();
        var before = asOf("OCC8702", decidedOn.minusDays(1), "effective", 404);
        assertThat(before.path("detail").asString()).contains("says that there was such a standard");
    }

    @Test
    void a_corrected_day_counts_and_the_day_before_the_correction_is_what_was_recorded() {
        journey.submit("OCC8703");
        voted("OCC8703");
        var decidedOn = today();
        journey.command(
                service.client().committee(), "OCC8703", "approve", "{\"effectiveFrom\": \"%s\"}".formatted(decidedOn));
        CLOCK.pass(Duration.ofDays(10));
        var uncorrected = later();

        journey.command(official, "OCC8703", "correct-dates", """
                {"version": "1.0", "effectiveFrom": "%s", "reason": "A slip."}""".formatted(decidedOn.plusDays(7)));

        var day = decidedOn.plusDays(3);
        assertThat(asOf("OCC8703", day, "effective").has("inForce")).isFalse();
        assertThat(asOf("OCC8703", day, "recorded").at("/inForce/version").asString())
                .isEqualTo("1.0");
        assertThat(asOf("OCC8703", uncorrected, "recorded")
                        .at("/versions/0/effectiveFrom")
                        .asString())
                .isEqualTo(decidedOn.toString());
        assertThat(asOf("OCC8703", decidedOn.plusDays(7), "effective")
                        .at("/inForce/effectiveFrom")
                        .asString())
                .isEqualTo(decidedOn.plusDays(7).toString());
    }

    @Test
    void now_is_the_same_by_either_time() {
        journey.develop("OCC8704");
        var now = official.get("/standards/OCC8704").json();

        for (var by : List.of("recorded", "effective")) {
            var same = asOf("OCC8704", later(), by);
            for (var part : List.of("stage", "status", "version", "draft", "proposal", "products", "dates", "turn")) {
                assertThat(same.path(part)).as(part + " by " + by).isEqualTo(now.path(part));
            }
        }
    }

    @Test
    void a_group_of_the_past_has_the_employers_of_then() {
        var group = UUID.randomUUID();
        done(official.post("/groups", "{\"group\": \"%s\", \"name\": \"Masons\"}".formatted(group)));
        var employers = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var employer = done(official.post(
                    "/employers",
                    "{\"name\": \"%s %d\", \"size\": \"small\", \"different\": true}"
                            .formatted(UUID.randomUUID().toString().replace("-", " "), i)));
            employers.add(employer.json().path("reference").asString());
            inGroup(group, "admit-employer", "{\"employer\": \"%s\"}".formatted(employers.get(i)));
        }
        journey.propose("OCC8705");
        journey.command(
                official, "OCC8705", "assign-group", "{\"group\": \"%s\", \"reason\": \"Theirs.\"}".formatted(group));
        var complete = later();
        inGroup(
                group,
                "release-employer",
                "{\"employer\": \"%s\", \"reason\": \"It is gone.\"}".formatted(employers.get(0)));
        inGroup(group, "rename", "{\"name\": \"Stonemasons\"}");
        var unmerged = later();
        done(official.post(
                "/employers/" + employers.get(1) + "/commands/merge",
                "{\"into\": \"%s\", \"reason\": \"The same firm.\"}".formatted(employers.get(2)),
                "If-Match",
                "*"));
        later();

        assertThat(official.get("/standards/OCC8705")
                        .json()
                        .at("/group/supporting")
                        .asInt())
                .isEqualTo(1);
        for (var by : List.of("recorded", "effective")) {
            assertThat(asOf("OCC8705", unmerged, by).at("/group/supporting").asInt())
                    .as(by)
                    .isEqualTo(2);
            assertThat(asOf("OCC8705", later(), by).at("/group/supporting").asInt())
                    .as(by)
                    .isEqualTo(1);
            var then = asOf("OCC8705", complete, by).path("group");
            assertThat(then.path("supporting").asInt()).as(by).isEqualTo(3);
            assertThat(then.path("name").asString()).as(by).isEqualTo("Masons");
            assertThat(asOf("OCC8705", later(), by).at("/group/name").asString())
                    .as(by)
                    .isEqualTo("Stonemasons");
        }
    }

    @Test
    void what_was_taken_over_was_in_force_before_it_was_recorded() {
        var file = """
                reference,title,level,route,status2018,approved,apprenticeship,larsCode
                OCC8706,Cooper,3,Engineering and manufacturing,Approved for delivery,7 November 2017,ST8706,8706
                """;
        var location =
                official.post("/imports", file, "Content-Type", "text/csv").header("Location");
        await().until(() ->
                official.get(location).json().path("state").asString().equals("done"));
        assertThat(official.get(location).json().path("accepted").asInt())
                .as(official.get(location).text())
                .isEqualTo(1);
        var day = LocalDate.parse("2019-05-01");

        var then = asOf("OCC8706", day, "effective");
        assertThat(then.path("status").asString()).isEqualTo("approved");
        assertThat(then.path("version").asString()).isEqualTo("1.0");
        assertThat(then.at("/products/0/code").asString()).isEqualTo("ST8706");
        asOf("OCC8706", LocalDate.parse("2017-11-06"), "effective", 404);
        asOf("OCC8706", day, "recorded", 404);
    }

    private static void voted(String reference) {
        for (int member = 1; member <= 3; member++) {
            journey.command(service.client().panel(member), reference, "cast-vote", "{\"choice\": \"yes\"}");
        }
    }

    private static void inGroup(UUID group, String command, String body) {
        done(official.post("/groups/" + group + "/commands/" + command, body, "If-Match", "*"));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    /** After all that has happened, and before all that will. */
    private static Instant later() {
        CLOCK.pass(Duration.ofMinutes(1));
        var instant = CLOCK.instant();
        CLOCK.pass(Duration.ofMinutes(1));
        return instant;
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), LONDON);
    }

    private static JsonNode asOf(String reference, Object time, String by) {
        return asOf(reference, time, by, 200);
    }

    private static JsonNode asOf(String reference, Object time, String by, int status) {
        var answer = official.get("/standards/%s?asOf=%s&by=%s".formatted(reference, time, by));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }
}
