package org.occupationalstandards.standards.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Client.Answer;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.EndpointWalk;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API from outside: what it takes, what it refuses and how, and that a refusal leaves no event. */
class StandardsApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger NEXT = new AtomicInteger(7000);
    private static final Set<String> IN_THE_PROCESS =
            Set.of("employer-group-chair", "employer-group-member", "official", "panel-member", "committee");

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(ISSUER);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void nobody_gets_in_without_a_role_for_it() {
        var walk = EndpointWalk.in(service.context(), service.port(), ISSUER);

        assertThat(walk.surprises(Map.ofEntries(
                        // A member may be a co-chair, which the group says and no token; a panel member may propose
                        // on routes of theirs, of which the walker has none.
                        entry("POST /standards", Set.of("official", "employer-group-chair")),
                        entry("GET /standards", IN_THE_PROCESS),
                        entry("GET /standards/{reference}", IN_THE_PROCESS),
                        entry("GET /standards/{reference}/history", IN_THE_PROCESS),
                        entry(
                                "PUT /standards/{reference}/draft",
                                Set.of("official", "employer-group-chair", "employer-group-member")),
                        entry("POST /standards/{reference}/commands/{command}", IN_THE_PROCESS),
                        entry("GET /standards/{reference}/overlaps", IN_THE_PROCESS),
                        entry("GET /overlaps", IN_THE_PROCESS),
                        entry("GET /worklist", IN_THE_PROCESS),
                        // Nobody with a part in it: the walker has no token of one of the project's services.
                        entry("GET /tellings", Set.of()),
                        entry("POST /imports", Set.of("official")),
                        entry("GET /imports/{id}", Set.of("official")),
                        entry("POST /groups", Set.of("official")),
                        entry("GET /groups", IN_THE_PROCESS),
                        entry("GET /groups/{id}", IN_THE_PROCESS),
                        entry("GET /groups/{id}/history", IN_THE_PROCESS),
                        entry("POST /groups/{id}/commands/{command}", IN_THE_PROCESS),
                        entry("POST /employers", Set.of("official", "employer-group-chair", "employer-group-member")),
                        entry("GET /employers", IN_THE_PROCESS),
                        entry("GET /employers/{id}", IN_THE_PROCESS),
                        entry("GET /employers/{id}/history", IN_THE_PROCESS),
                        entry("POST /operations/registers/{name}/rebuild", Set.of("official")),
                        entry("POST /employers/{id}/commands/merge", Set.of("official")),
                        entry("POST /employers/{id}/commands/separate", Set.of("official")),
                        entry("POST /employers/{id}/commands/correct", Set.of("official")))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void no_command_without_a_permitted_role(CommandName command) {
        var path = "/standards/OCC0000/commands/" + command.wireName();
        assertThat(service.client().post(path, "{}", "If-Match", "*").status()).isEqualTo(401);
        for (var role : Role.values()) {
            var client = service.client().as("somebody", Map.of("roles", List.of(WireNames.of(role))));
            // A member may be a co-chair, which the group says and no token.
            var permitted = role != Role.SYSTEM
                    && (command.roles().contains(role)
                            || role == Role.EMPLOYER_GROUP_MEMBER
                                    && command.roles().contains(Role.EMPLOYER_GROUP_CHAIR));
            var type =
                    client.post(path, "{}", "If-Match", "*").json().path("type").asString();
            assertThat(!type.endsWith(":forbidden")).as(command + " by " + role).isEqualTo(permitted);
        }
    }

    @Test
    void what_is_left_out_inside_a_registration_is_named_and_nothing_is_stored() {
        var path = "/standards/OCC9990/commands/register-existing";
        var official = service.client().official();

        var answer = refuses(() -> official.post(path, """
                        {"status": "approved", "version": "1.0", "level": 3, "route": 1, "content": {"title": "X"},
                         "approvedOn": "-999999-01-01", "effectiveFrom": "+999999-01-01",
                         "products": [{"careerStarter": false, "royal": false, "integratedDegree": false}],
                         "progression": [{"confirmed": true}]}"""), 400, "invalid-input");

        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(each -> each.path("pointer").asString()))
                .contains(
                        "/products/0/type",
                        "/products/0/code",
                        "/products/0/status",
                        "/progression/0/reference",
                        "/progression/0/kind",
                        "/approvedOn",
                        "/effectiveFrom");
        assertThat(official.get("/standards/OCC9990").status()).isEqualTo(404);
    }

    @Test
    void a_gap_in_a_list_is_no_entry() {
        var reference = propose();
        var chair = service.client().chair();
        for (var list : List.of("employers", "duties")) {
            var answer = chair.post(
                    "/standards/" + reference + "/commands/submit-proposal", """
                    {"%s": [null]}""".formatted(list), "If-Match", "\"1\"");
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/" + list + "/0");
        }
    }

    @Test
    void what_a_change_builds_on_can_be_asked_for_without_the_rest() {
        var path = "/standards/" + propose();

        var head = service.client().official().head(path);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo("\"1\"");
        assertThat(head.text()).isEmpty();
        assertThat(service.client().head(path).status()).isEqualTo(401);
    }

    @Test
    void a_change_needs_the_state_that_it_is_meant_for() {
        var reference = propose();
        var path = "/standards/" + reference + "/commands/set-green-theme";
        var body = """
                {"theme": "mid"}""";
        var official = service.client().official();
        refuses(() -> official.post(path, body), 428, "if-match-missing");
        refuses(() -> official.post(path, body, "If-Match", "7"), 400, "invalid-request");
        var stale = refuses(() -> official.post(path, body, "If-Match", "\"0\""), 412, "stale");
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");

        var done = official.post(path, body, "If-Match", "\"1\"");

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        assertThat(done.json().at("/events/0/type").asString()).isEqualTo("green-theme-set");
        assertThat(done.json().at("/events/0/data/theme").asString()).isEqualTo("mid");
    }

    @Test
    void a_decision_is_on_what_was_read_and_never_on_whatever_is_there() {
        var client = service.client();
        var reference = propose();
        for (var command : CommandName.values()) {
            if (command.decides()) {
                var by = command.roles().contains(Role.PANEL_MEMBER) ? client.panel(1) : client.committee();
                var path = "/standards/" + reference + "/commands/" + command.wireName();
                refuses(() -> by.post(path, "{}", "If-Match", "*"), 428, "decision-on-anything");
            }
        }
        for (var command : List.of("cast-vote", "approve", "return", "reject")) {
            var by = command.equals("cast-vote") ? client.panel(1) : client.committee();
            var path = "/standards/" + reference + "/commands/" + command;
            refuses(() -> by.post(path, "{\"revision\": 1}", "If-Match", "*"), 409, "wrong-stage");
        }
    }

    @Test
    void what_others_did_meanwhile_is_told_to_nobody_who_may_not_read_it() {
        var client = service.client();
        var reference = propose();
        var path = "/standards/" + reference + "/commands/";
        var subscriber = client.as("subscriber", Map.of("roles", List.of("subscriber")));

        var stale = refuses(
                () -> subscriber.post(path + "comment", "{\"text\": \"Good\"}", "If-Match", "\"0\""), 412, "stale");
        assertThat(stale.json().has("events")).isFalse();
        assertThat(stale.json().has("changes")).isFalse();
        assertThat(refuses(
                                () -> client.committee()
                                        .post(path + "comment", "{\"text\": \"Good\"}", "If-Match", "\"0\""),
                                412,
                                "stale")
                        .json()
                        .path("events"))
                .hasSize(1);
    }

    @Test
    void a_caller_whom_a_command_is_not_open_to_is_refused_before_anything_else() {
        var client = service.client();
        var reference = propose();
        var path = "/standards/" + reference;

        for (var ifMatch : List.of("\"0\"", "\"7\"", "*")) {
            refuses(
                    () -> client.otherChair()
                            .post(path + "/commands/evidence-condition", "{\"condition\": 1}", "If-Match", ifMatch),
                    403,
                    "not-your-group");
        }
        refuses(
                () -> client.as("jane@example.org", Map.of("roles", List.of("official")))
                        .command(reference, "set-green-theme", "{\"theme\": \"mid\"}"),
                400,
                "invalid-input");
    }

    @Test
    void refusals_are_precise_and_leave_no_event() {
        var reference = propose();
        var client = service.client();
        long before = events();

        refuses(() -> client.chair().command("OCC0001", "submit-proposal", "{}"), 404, "unknown-standard");
        refuses(() -> client.official().get("/standards/OCC0001"), 404, "unknown-standard");
        refuses(() -> client.official().get("/standards/OCC0001/history"), 404, "unknown-standard");
        refuses(() -> client.official().command(reference, "make-tea", "{}"), 404, "not-found");
        refuses(() -> client.committee().command(reference, "approve", "{}"), 409, "wrong-stage");
        refuses(() -> client.official().command(reference, "approve", "{}"), 403, "forbidden");
        refuses(() -> client.official().command(reference, "withdraw", "{\"reason\": "), 400, "malformed-body");
        refuses(() -> client.official().command(reference, "withdraw", "[]"), 400, "invalid-request");
        refuses(() -> client.official().post("/standards", proposal(reference)), 409, "already-exists");

        var unknownFields =
                refuses(() -> client.official().command(reference, "withdraw", """
                {"reason": "Enough", "colour": "red", "size": 3}"""), 400, "invalid-request");
        assertThat(pointers(unknownFields)).contains("/colour", "/size");

        var several = refuses(() -> client.official().post("/standards", """
                {"reference": "218", "title": " ", "level": 9, "route": 16}"""), 400, "invalid-input");
        assertThat(pointers(several)).contains("/reference", "/title", "/level", "/route");

        var huge = refuses(
                () -> client.official().post("/standards", """
                {"reference": "OCC0002", "title": "%s", "level": 3, "route": 8}""".formatted("x".repeat(900_000))), 400, "invalid-input");
        assertThat(pointers(huge)).contains("/title");
        refuses(
                () -> client.official().post("/standards", """
                        {"reference": "OCC0002", "title": "%s", "level": 3, "route": 8}""".formatted("x".repeat(1_100_000))),
                413,
                "body-too-large");

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_chair_acts_for_their_own_group_alone() {
        var reference = propose();
        assertThat(service.client()
                        .chair()
                        .command(reference, "submit-proposal", submission())
                        .status())
                .isEqualTo(200);

        refuses(
                () -> service.client().otherChair().command(reference, "request-withdrawal", """
                        {"reason": "We would rather have it."}"""),
                403,
                "not-your-group");
    }

    @Test
    void a_repeated_request_is_answered_and_not_carried_out_again() {
        var official = service.client().official();
        var body = """
                {"title": "Thatcher", "level": 3, "route": 5}""";
        var first = official.post("/standards", body, "Idempotency-Key", "thatcher-1");
        long after = events();

        var second = official.post("/standards", body, "Idempotency-Key", "thatcher-1");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(events()).isEqualTo(after);
        refuses(
                () -> official.post("/standards", body.replace("3", "4"), "Idempotency-Key", "thatcher-1"),
                422,
                "idempotency-key-used");
        refuses(() -> official.post("/standards", body, "Idempotency-Key", "x".repeat(256)), 400, "invalid-request");
        assertThat(service.client()
                        .chair()
                        .post("/standards", body, "Idempotency-Key", "thatcher-1")
                        .header("Location"))
                .as("keys of different callers have nothing to do with each other")
                .isNotEqualTo(first.header("Location"));
    }

    @Test
    void a_draft_that_says_the_same_makes_no_event_however_it_names_things() {
        var reference = inDevelopment();
        var chair = service.client().chair();
        var saved = save(chair, reference, """
                {"knowledge": [{"text": "Law"}, {"text": "Materials"}], "skills": [{"text": "Cut"}],
                 "duties": [{"text": "Builds", "ksbs": ["K1", "S1"]}, {"text": "Repairs", "ksbs": ["K2"]}]}""");
        assertThat(saved.json().path("changes").size()).isGreaterThan(5);
        long sequence = saved.sequence();

        var sameByLabels = save(chair, reference, """
                {"knowledge": [{"label": "K1", "text": "Law"}, {"text": "Materials "}], "skills": [{"text": "Cut"}],
                 "duties": [{"text": "Builds", "ksbs": ["S1", "K1"]}, {"text": "Repairs", "ksbs": ["K2"]}]}""");

        assertThat(sameByLabels.status()).as(sameByLabels.text()).isEqualTo(200);
        assertThat(sameByLabels.json().path("changes").size()).isZero();
        assertThat(sameByLabels.sequence()).isEqualTo(sequence);
        var asRead = standard(chair, reference).path("draft");
        var document = ((ObjectNode) asRead.deepCopy()).without(List.of("revision", "changeClass"));
        var sameAsRead = save(chair, reference, document.toString());
        assertThat(sameAsRead.json().path("changes").size())
                .as(sameAsRead.text())
                .isZero();
        assertThat(sameAsRead.sequence()).isEqualTo(sequence);
    }

    @Test
    void a_statement_keeps_its_id_while_others_come_and_go() {
        var reference = inDevelopment();
        var chair = service.client().chair();
        save(chair, reference, """
                {"knowledge": [{"text": "Law"}, {"text": "Materials"}, {"text": "Tools"}]}""");
        var before = ids(standard(chair, reference), "knowledge");

        var saved = save(chair, reference, """
                {"knowledge": [{"text": "Safety"}, {"text": "Tools"}, {"text": "Law"}]}""");

        var after = ids(standard(chair, reference), "knowledge");
        assertThat(after.get("Tools")).isEqualTo(before.get("Tools"));
        assertThat(after.get("Law")).isEqualTo(before.get("Law"));
        assertThat(before.values()).doesNotContain(after.get("Safety"));
        assertThat(saved.json()
                        .path("changes")
                        .valueStream()
                        .map(change -> change.path("kind").asString()))
                .contains("removed", "added", "moved");
        var reworded = save(chair, reference, """
                {"knowledge": [{"text": "Safety"}, {"id": "%s", "text": "Hand tools"}, {"text": "Law"}]}""".formatted(after.get("Tools")));
        assertThat(reworded.json().at("/changes/0/kind").asString()).isEqualTo("reworded");
    }

    @Test
    void a_duty_that_needs_what_the_draft_does_not_have_is_refused_with_everything_else_that_is_wrong() {
        var reference = inDevelopment();
        var answer = refuses(
                () -> save(service.client().chair(), reference, """
                {"title": "%s", "knowledge": [{"text": "Law", "label": "K1"}, {"text": "Tools", "label": "K1"}],
                 "duties": [{"text": "Builds", "ksbs": ["K1", "K7", "S1"], "options": ["O1"]}]}""".formatted("x".repeat(500))),
                400,
                "invalid-request");
        assertThat(pointers(answer))
                .contains(
                        "/title", "/knowledge/1/label", "/duties/0/ksbs/1", "/duties/0/ksbs/2", "/duties/0/options/0");
    }

    @Test
    void tells_what_a_caller_may_do_and_whose_turn_it_is() {
        var reference = propose();
        var seenByOfficial = standard(service.client().official(), reference);
        var seenByChair = standard(service.client().chair(), reference);

        assertThat(names(seenByOfficial.path("actions"))).contains("withdraw").doesNotContain("submit-proposal");
        assertThat(names(seenByChair.path("actions")))
                .contains("submit-proposal")
                .doesNotContain("withdraw");
        assertThat(seenByChair.at("/actions/0/href").asString()).startsWith("/standards/" + reference + "/commands/");
        assertThat(seenByChair.path("turn").size())
                .as("nobody has to do anything with what only was spotted")
                .isZero();
    }

    @Test
    void tells_what_happened_and_what_was() throws Exception {
        var reference = propose();
        service.client().official().command(reference, "set-green-theme", "{\"theme\": \"dark\"}");

        var history = service.client()
                .chair()
                .get("/standards/" + reference + "/history")
                .json();

        assertThat(history.path("events")
                        .valueStream()
                        .map(each -> each.path("type").asString()))
                .containsExactly("standard-proposed", "green-theme-set");
        assertThat(history.at("/events/1/by").asString()).isEqualTo("official");
        assertThat(history.at("/events/1/data/theme").asString()).isEqualTo("dark");
        var first = history.at("/events/0/recordedAt").asString();
        var then = service.client().chair().get("/standards/" + reference + "?asOf=" + first);
        assertThat(then.json().path("green").asString()).isEqualTo("none");
        assertThat(then.header("ETag")).isEqualTo("\"1\"");
        refuses(
                () -> service.client().chair().get("/standards/" + reference + "?asOf=2001-01-01"),
                404,
                "unknown-standard");
        refuses(() -> service.client().chair().get("/standards/" + reference + "?asOf=once"), 400, "invalid-request");
    }

    @Test
    void what_an_address_does_not_know_is_refused_by_name() {
        var answer = service.client().official().get("/standards?stage=potential&rout=8&bogus=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("parameter").asString()))
                .containsExactly("bogus", "rout");
        assertThat(service.client().official().get("/worklist?fuer=mich").status())
                .isEqualTo(400);
        assertThat(service.client().official().get("/v3/api-docs?any=1").status())
                .isEqualTo(200);
    }

    @Test
    void lists_standards_page_by_page() {
        var references = IntStream.range(0, 3).mapToObj(i -> propose()).toList();
        org.awaitility.Awaitility.await()
                .until(() -> service.client()
                                .official()
                                .get("/standards?q=" + references.getLast())
                                .json()
                                .path("total")
                                .asInt()
                        == 1);

        var page = service.client()
                .official()
                .get("/standards?stage=potential&route=8&size=2")
                .json();

        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(3);
        refuses(
                () -> service.client().official().get("/standards?size=0&page=-1&stage=nowhere"),
                400,
                "invalid-request");
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(each -> each.path("name").asString()).toList();
    }

    private static Map<String, String> ids(JsonNode standard, String kind) {
        return standard.path("draft")
                .path(kind)
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.path("text").asString(),
                        each -> each.path("id").asString()));
    }

    private static JsonNode standard(Client client, String reference) {
        var answer = client.get("/standards/" + reference);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Answer save(Client client, String reference, String document) {
        return client.put(
                "/standards/" + reference + "/draft",
                document,
                "If-Match",
                client.get("/standards/" + reference).header("ETag"));
    }

    private static List<String> pointers(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(each -> each.path("pointer").asString())
                .toList();
    }

    /** Exactly that problem, and no event. */
    private static Answer refuses(Supplier<Answer> request, int status, String type) {
        long before = events();
        var answer = request.get();
        assertThat(events()).isEqualTo(before);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).as(answer.text()).endsWith(":" + type);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        return answer;
    }

    private static long events() {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM stored_event")
                .query(Long.class)
                .single();
    }

    private static String propose() {
        var reference = "OCC" + NEXT.incrementAndGet();
        var answer = service.client().official().post("/standards", proposal(reference));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return reference;
    }

    private static String inDevelopment() {
        var reference = propose();
        var client = service.client();
        var steps = new TreeMap<Integer, Answer>();
        steps.put(1, client.chair().command(reference, "submit-proposal", submission()));
        steps.put(2, client.official().command(reference, "confirm-readiness", "{}"));
        steps.put(
                3,
                client.panel(1).command(reference, "recommend-proposal", "{\"agree\": true, \"reason\": \"Needed.\"}"));
        steps.put(4, client.committee().command(reference, "accept-proposal", "{}"));
        assertThat(steps.values())
                .allSatisfy(step -> assertThat(step.status()).as(step.text()).isEqualTo(200));
        return reference;
    }

    private static String proposal(String reference) {
        return """
                {"reference": "%s", "title": "Stonemason", "level": 3, "route": 8}""".formatted(reference);
    }

    private static String submission() {
        var employers = new ArrayList<ObjectNode>();
        for (int i = 0; i < 12; i++) {
            employers.add(JSON.createObjectNode().put("name", "Employer " + i).put("size", i < 3 ? "small" : "large"));
        }
        return """
                {"employers": %s, "duties": ["Builds.", "Repairs."], "expectedDurationMonths": 18, "expectedLevel": 3,
                 "offTheJobPercent": 20, "transferability": "Every region needs it.", "fit": "No other covers it."}""".formatted(employers);
    }
}
