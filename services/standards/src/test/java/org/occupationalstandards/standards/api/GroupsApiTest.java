package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.groups.GroupCommandName;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Client.Answer;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Employer groups and the register of employers from outside, and what they mean for the standards of a group. */
class GroupsApiTest {

    private static final AtomicInteger NEXT = new AtomicInteger(6000);

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

    @ParameterizedTest
    @EnumSource(GroupCommandName.class)
    void no_command_without_a_permitted_role(GroupCommandName command) {
        var path = command == GroupCommandName.FORM
                ? "/groups"
                : "/groups/" + UUID.randomUUID() + "/commands/" + command.wireName();
        assertThat(service.client().post(path, "{}", "If-Match", "*").status()).isEqualTo(401);
        for (var role : Role.values()) {
            var client = service.client().as("somebody", Map.of("roles", List.of(WireNames.of(role))));
            // A member may be co-chair of the group, which the group says and no token.
            boolean permitted = command.roles().contains(role)
                    || role == Role.EMPLOYER_GROUP_MEMBER && command.roles().contains(Role.EMPLOYER_GROUP_CHAIR);
            var type =
                    client.post(path, "{}", "If-Match", "*").json().path("type").asString();
            assertThat(!type.endsWith(":forbidden")).as(command + " by " + role).isEqualTo(permitted);
        }
    }

    @Test
    void one_employer_under_three_spellings_is_found_and_offered_as_one() {
        var official = service.client().official();
        var name = "Saltmarsh & Fenwick Engineering Ltd " + NEXT.incrementAndGet();
        var first = register(official, name, "large");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        var id = first.json().path("reference").asString();
        assertThat(first.header("Location")).isEqualTo("/employers/" + id);
        awaitRegistered(name);

        var shouted = refuses(
                () -> register(official, name.toUpperCase(java.util.Locale.ROOT), "large"), 409, "employer-known");
        var withoutForm = refuses(
                () -> register(official, name.replace("&", "and").replace(" Ltd", ""), "large"), 409, "employer-known");
        var slip = refuses(
                () -> register(official, name.replace("Engineering", "Enginering"), "large"), 409, "employer-known");

        for (var answer : List.of(shouted, withoutForm, slip)) {
            assertThat(answer.json().at("/candidates/0/id").asString()).isEqualTo(id);
            assertThat(answer.json().at("/candidates/0/because").asString()).isNotBlank();
        }
        assertThat(shouted.json().at("/candidates/0/match").asString()).isEqualTo("same-name");
        assertThat(slip.json().at("/candidates/0/match").asString()).isEqualTo("similar-name");
        var different = official.post("/employers", """
                {"name": "%s", "size": "small", "different": true}""".formatted(name));
        assertThat(different.status()).as(different.text()).isEqualTo(201);
        assertThat(different.json().path("reference").asString()).isNotEqualTo(id);
    }

    @Test
    void an_employer_is_found_by_a_part_of_its_name_and_by_what_it_was_called() {
        var official = service.client().official();
        var number = NEXT.incrementAndGet();
        var registered = register(official, "Quarrymen of Dale %d (QOD%d)".formatted(number, number), "small");
        var address = registered.header("Location");
        refuses(() -> official.post(address + "/commands/correct", "{}", "If-Match", "\"1\""), 400, "invalid-input");
        var corrected = official.post(address + "/commands/correct", """
                {"name": "Dalestone %d", "reason": "It was renamed."}""".formatted(number), "If-Match", "\"1\"");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        refuses(
                () -> official.post(
                        address + "/commands/correct", "{\"size\": \"large\", \"reason\": \"x\"}", "If-Match", "\"1\""),
                412,
                "stale");
        awaitRegistered("Dalestone " + number);

        var former = official.get("/employers?name=Quarrymen%20of%20Dale%20" + number)
                .json();
        var part = official.get("/employers?name=lestone%20" + number).json();

        assertThat(former.at("/items/0/match").asString()).isEqualTo("former-name");
        assertThat(former.at("/items/0/because").asString()).contains("Quarrymen of Dale");
        assertThat(part.at("/items/0/match").asString()).isEqualTo("part-of-name");
        assertThat(part.at("/items/0/name").asString()).isEqualTo("Dalestone " + number);
        assertThat(official.get(address).json().at("/formerly/0").asString()).startsWith("Quarrymen");
        assertThat(official.get(address + "/history").json().path("events").size())
                .isEqualTo(2);
        refuses(() -> official.get("/employers?size=0&page=-1"), 400, "invalid-request");
        refuses(() -> official.get("/employers/" + UUID.randomUUID()), 404, "unknown-employer");
    }

    @Test
    void of_many_who_register_one_name_at_once_one_does_and_the_others_are_offered_that_one() throws Exception {
        var name = "Once Only Bakers " + NEXT.incrementAndGet();
        var barrier = new CyclicBarrier(6);
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var future : threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        var client = service.client().official();
                        barrier.await();
                        return register(client, name, "small").status();
                    })
                    .toList())) {
                statuses.add(future.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
    }

    @Test
    void a_repeated_registration_is_answered_as_the_first_time() {
        var official = service.client().official();
        var body = "{\"name\": \"Repeaters %d\", \"size\": \"small\"}".formatted(NEXT.incrementAndGet());
        var key = "employer-" + NEXT.get();

        var first = official.post("/employers", body, "Idempotency-Key", key);
        awaitRegistered("Repeaters " + NEXT.get());
        var again = official.post("/employers", body, "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void a_group_forms_takes_employers_in_and_lives() {
        var group = group(3, 1);
        var official = service.client().official();
        var address = "/groups/" + group;
        var view = official.get(address);

        assertThat(view.json().path("employers").size()).isEqualTo(4);
        assertThat(view.json().path("chair").asString()).isEqualTo("chair-" + group);
        assertThat(view.json().path("lacking").size()).isEqualTo(2);
        assertThat(names(view.json())).contains("admit-employer", "dissolve").doesNotContain("hand-over-chair", "form");
        var chair = chairOf(group);
        assertThat(names(chair.get(address).json())).contains("hand-over-chair").doesNotContain("dissolve");
        assertThat(names(otherChair().get(address).json())).isEmpty();
        assertThat(otherChair().get(address).json().has("people"))
                .as("others are not shown who acts for whom")
                .isFalse();

        var employer = view.json().at("/employers/1/id").asString();
        refuses(
                () -> chair.post(address + "/commands/withdraw-support", "{\"employer\": \"%s\"}".formatted(employer)),
                428,
                "if-match-missing");
        refuses(
                () -> chair.post(address + "/commands/withdraw-support", withdrawal(employer), "If-Match", "\"1\""),
                412,
                "stale");
        refuses(
                () -> otherChair().post(address + "/commands/withdraw-support", withdrawal(employer), "If-Match", "*"),
                403,
                "not-your-group");
        refuses(
                () -> otherChair()
                        .post(address + "/commands/withdraw-support", withdrawal(employer), "If-Match", "\"1\""),
                403,
                "not-your-group");
        var key = "withdraw-" + employer;
        var withdrawn = chair.post(
                address + "/commands/withdraw-support",
                withdrawal(employer),
                "If-Match",
                view.header("ETag"),
                "Idempotency-Key",
                key);
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(withdrawn.json().at("/events/0/type").asString()).isEqualTo("support-withdrawn");
        var again = chair.post(
                address + "/commands/withdraw-support",
                withdrawal(employer),
                "If-Match",
                view.header("ETag"),
                "Idempotency-Key",
                key);
        assertThat(again.json()).isEqualTo(withdrawn.json());
        assertThat(again.header("ETag")).isEqualTo(withdrawn.header("ETag"));

        var history = chair.get(address + "/history").json();
        assertThat(history.path("events").size()).isEqualTo((int) withdrawn.sequence());
        assertThat(history.at("/events/0/type").asString()).isEqualTo("group-formed");
        refuses(() -> otherChair().get(address + "/history"), 403, "not-your-group");
        await().until(() -> official.get("/groups?employer=" + employer)
                        .json()
                        .at("/items/0/supporting")
                        .asInt()
                == 3);
        assertThat(official.get("/employers/" + employer).json().at("/groups/0").asString())
                .isEqualTo(group.toString());
    }

    @Test
    void a_group_takes_in_only_what_the_register_has() {
        var group = group(1, 0);
        var address = "/groups/" + group + "/commands/admit-employer";
        var official = service.client().official();
        var known =
                official.get("/groups/" + group).json().at("/employers/0/id").asString();

        var unknown = refuses(
                () -> official.post(address, "{\"employer\": \"%s\"}".formatted(UUID.randomUUID()), "If-Match", "*"),
                400,
                "invalid-input");
        assertThat(unknown.json().at("/errors/0/pointer").asString()).isEqualTo("/employer");
        var otherwise = refuses(
                () -> official.post(
                        address,
                        "{\"employer\": \"%s\", \"name\": \"Another\", \"size\": \"medium\"}".formatted(known),
                        "If-Match",
                        "*"),
                400,
                "invalid-input");
        assertThat(otherwise.json().path("errors").size()).isEqualTo(2);
        var named = refuses(
                () -> official.post(
                        "/groups/" + group + "/commands/admit-person",
                        "{\"person\": \"Jane Doe\", \"employer\": \"%s\"}".formatted(known),
                        "If-Match",
                        "*"),
                400,
                "invalid-input");
        assertThat(named.json().path("detail").asString()).contains("opaque id");
        refuses(() -> official.post("/groups/" + group + "/commands/form", "{}", "If-Match", "*"), 404, "not-found");
        refuses(() -> official.get("/groups/" + UUID.randomUUID()), 404, "unknown-group");
        refuses(() -> official.get("/groups/none"), 400, "invalid-request");
    }

    @Test
    void a_co_chair_acts_as_the_chair_where_the_group_says_so_and_nowhere_else() {
        var group = group(8, 4);
        var other = group(1, 0);
        var member = service.client().as("member-" + group, claims("employer-group-member", group, other));
        var chair = chairOf(group);
        var rename = "{\"name\": \"Renamed by the co-chair\"}";
        var reference = propose(chair);
        refuses(
                () -> member.post("/groups/" + group + "/commands/rename", rename, "If-Match", "*"),
                403,
                "role-not-permitted");
        refuses(() -> member.command(reference, "submit-proposal", submission()), 403, "role-not-permitted");
        var employer =
                chair.get("/groups/" + group).json().at("/employers/1/id").asString();
        done(chair.post(
                "/groups/" + group + "/commands/admit-person",
                "{\"person\": \"member-%s\", \"employer\": \"%s\"}".formatted(group, employer),
                "If-Match",
                "*"));
        refuses(() -> member.command(reference, "submit-proposal", submission()), 403, "role-not-permitted");
        done(chair.post(
                "/groups/" + group + "/commands/appoint-co-chair",
                "{\"person\": \"member-%s\"}".formatted(group),
                "If-Match",
                "*"));

        done(member.post("/groups/" + group + "/commands/rename", rename, "If-Match", "*"));
        refuses(
                () -> member.post("/groups/" + other + "/commands/rename", rename, "If-Match", "*"),
                403,
                "role-not-permitted");
        refuses(
                () -> member.post(
                        "/groups/" + group + "/commands/hand-over-chair",
                        "{\"person\": \"member-%s\"}".formatted(group),
                        "If-Match",
                        "*"),
                403,
                "role-not-permitted");
        done(member.command(reference, "submit-proposal", submission()));
    }

    @Test
    void whoever_the_group_names_is_its_chair_and_whoever_it_released_drafts_no_more() {
        var group = group(8, 4);
        var former = chairOf(group);
        var next = service.client().as("next-" + group, claims("employer-group-member", group));
        var reference = propose(former);
        var commands = "/groups/" + group + "/commands/";
        var employer =
                former.get("/groups/" + group).json().at("/employers/1/id").asString();
        done(former.post(
                commands + "admit-person",
                "{\"person\": \"next-%s\", \"employer\": \"%s\"}".formatted(group, employer),
                "If-Match",
                "*"));
        await().until(() -> hasTurn(former, reference));
        assertThat(hasTurn(next, reference)).isFalse();
        done(former.post(commands + "hand-over-chair", "{\"person\": \"next-%s\"}".formatted(group), "If-Match", "*"));

        assertThat(hasTurn(next, reference)).isTrue();
        assertThat(hasTurn(former, reference)).isFalse();
        refuses(() -> former.command(reference, "submit-proposal", submission()), 403, "role-not-permitted");
        refuses(
                () -> former.post(commands + "rename", "{\"name\": \"Still mine\"}", "If-Match", "*"),
                403,
                "role-not-permitted");
        done(next.command(reference, "submit-proposal", submission()));
        var client = service.client();
        done(client.official().command(reference, "confirm-readiness", "{}"));
        done(client.panel(1).command(reference, "recommend-proposal", "{\"agree\": true}"));
        done(client.committee().command(reference, "accept-proposal", "{}"));
        done(former.put("/standards/" + reference + "/draft", draft(), "If-Match", "*"));

        done(next.post(commands + "release-person", "{\"person\": \"chair-%s\"}".formatted(group), "If-Match", "*"));

        refuses(
                () -> former.put("/standards/" + reference + "/draft", draft(), "If-Match", "*"),
                403,
                "not-your-group");
        assertThat(former.get("/groups/" + group).json().has("people")).isFalse();
        done(next.command(reference, "open-consultation", "{}"));
    }

    @Test
    void a_dissolved_group_is_given_nothing_and_what_waited_for_it_waits_for_the_officials() {
        var group = group(8, 4);
        var other = group(1, 0);
        var chair = chairOf(group);
        var official = service.client().official();
        var reference = propose(chair);
        var assign = "{\"group\": \"%s\", \"reason\": \"They take over\"}";
        await().until(() -> hasTurn(chair, reference));

        done(official.post("/groups/" + group + "/commands/dissolve", "{\"reason\": \"Gone\"}", "If-Match", "*"));

        refuses(() -> chair.command(reference, "submit-proposal", submission()), 409, "group-dissolved");
        refuses(() -> official.command(reference, "assign-group", assign.formatted(group)), 409, "group-dissolved");
        await().until(() -> official.get("/worklist?size=500")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("reference").asString().equals(reference)
                        && item.path("what")
                                .asString()
                                .equals("give it to an employer group, which has to submit a proposal")));
        assertThat(hasTurn(chair, reference)).isFalse();
        done(official.command(reference, "assign-group", assign.formatted(other)));
        await().until(() -> hasTurn(chairOf(other), reference));
    }

    private static boolean hasTurn(Client client, String reference) {
        return client.get("/worklist?size=500")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("reference").asString().equals(reference));
    }

    @Test
    void the_group_and_not_what_is_said_decides_whether_enough_employers_stand_behind_a_proposal() {
        var group = group(9, 2);
        var chair = chairOf(group);
        var official = service.client().official();
        var reference = propose(chair);
        var employers = official.get("/groups/" + group).json().path("employers");
        var small = employers
                .valueStream()
                .filter(each -> each.path("size").asString().equals("small"))
                .map(each -> each.path("id").asString())
                .toList();
        done(chair.post(
                "/groups/" + group + "/commands/withdraw-support", withdrawal(small.getFirst()), "If-Match", "*"));
        var tooFew =
                refuses(() -> chair.command(reference, "submit-proposal", submission()), 409, "proposal-incomplete");
        assertThat(tooFew.json().path("detail").asString()).contains("small");
        assertThat(tooFew.json().at("/errors/0/pointer").asString()).isEqualTo("/group");
        refuses(() -> chair.command(reference, "submit-proposal", naming(12)), 409, "proposal-incomplete");
        done(chair.post(
                "/groups/" + group + "/commands/restore-support",
                "{\"employer\": \"%s\"}".formatted(small.getFirst()),
                "If-Match",
                "*"));

        refuses(() -> chair.command(reference, "submit-proposal", naming(9)), 409, "proposal-incomplete");

        var submitted = done(chair.command(reference, "submit-proposal", submission()));
        assertThat(submitted.json().at("/events/0/data/employers").size()).isEqualTo(11);

        done(chair.post(
                "/groups/" + group + "/commands/withdraw-support", withdrawal(small.getFirst()), "If-Match", "*"));
        var seen = official.get("/standards/" + reference).json();
        assertThat(seen.at("/group/supporting").asInt()).isEqualTo(10);
        assertThat(seen.at("/group/lacking/0/message").asString()).contains("small");
        assertThat(seen.path("turn").valueStream().map(turn -> turn.path("what").asString()))
                .anyMatch(what -> what.contains("too few employers"));
        await().until(() -> official.get("/worklist?size=500")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("reference").asString().equals(reference)
                        && item.path("what").asString().contains("too few employers")));
    }

    @Test
    void who_works_for_an_employer_of_the_group_or_belongs_to_it_is_barred_from_the_ballot() {
        var group = group(8, 4);
        var chair = chairOf(group);
        var client = service.client();
        var reference = submitted(chair);
        var employer =
                chair.get("/groups/" + group).json().at("/employers/0/id").asString();
        done(chair.post(
                "/groups/" + group + "/commands/admit-person",
                "{\"person\": \"expert-%s\", \"employer\": \"%s\"}".formatted(group, employer),
                "If-Match",
                "*"));
        var panel = Map.of("roles", List.of("panel-member"), "routes", List.of(8), "employers", List.of(employer));
        var vote = "{\"choice\": \"yes\"}";

        refuses(() -> client.as("panel-of-the-trade", panel).command(reference, "cast-vote", vote), 403, "interest");
        assertThat(client.as("panel-of-the-trade", panel)
                        .get("/standards/" + reference)
                        .json()
                        .path("actions")
                        .valueStream()
                        .map(action -> action.path("name").asString()))
                .doesNotContain("cast-vote");
        refuses(
                () -> client.as("expert-" + group, Map.of("roles", List.of("panel-member"), "routes", List.of(8)))
                        .command(reference, "cast-vote", vote),
                403,
                "interest");
        done(client.panel(2).command(reference, "cast-vote", vote));
    }

    @Test
    void two_entries_of_one_employer_are_merged_counted_once_and_separated_again() {
        var official = service.client().official();
        var group = group(1, 2);
        var members = official.get("/groups/" + group).json().path("employers");
        var merged = members.get(1).path("id").asString();
        var stays = members.get(2).path("id").asString();
        var address = "/employers/" + merged;
        var merge = "{\"into\": \"%s\", \"reason\": \"The same firm.\"}".formatted(stays);

        refuses(() -> official.post(address + "/commands/merge", merge), 428, "if-match-missing");
        done(official.post(address + "/commands/merge", merge, "If-Match", "\"1\""));

        var pointer = official.get(address).json();
        assertThat(pointer.path("mergedInto").asString()).isEqualTo(stays);
        assertThat(official.get("/employers/" + stays).json().at("/takenIn/0").asString())
                .isEqualTo(merged);
        assertThat(types(official.get(address + "/history"))).containsExactly("employer-registered", "employer-merged");
        assertThat(types(official.get("/employers/" + stays + "/history")))
                .containsExactly("employer-registered", "employer-taken-in");
        var view = official.get("/groups/" + group).json();
        assertThat(view.at("/merged/0/employer").asString()).isEqualTo(merged);
        assertThat(view.at("/merged/0/into").asString()).isEqualTo(stays);
        awaitCounted(group, 2, 1);
        assertThat(official.get("/employers?name="
                                + encoded(pointer.path("name").asString()))
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(stays);
        assertThat(refuses(() -> register(official, pointer.path("name").asString(), "small"), 409, "employer-known")
                        .json()
                        .at("/candidates/0/id")
                        .asString())
                .isEqualTo(stays);
        var another = group(1, 0);
        refuses(
                () -> official.post(
                        "/groups/" + another + "/commands/admit-employer",
                        "{\"employer\": \"%s\"}".formatted(merged),
                        "If-Match",
                        "*"),
                400,
                "invalid-input");
        refuses(
                () -> official.post(
                        "/employers/" + stays + "/commands/merge",
                        "{\"into\": \"%s\", \"reason\": \"Round and round.\"}".formatted(merged),
                        "If-Match",
                        "*"),
                400,
                "invalid-input");

        done(official.post(address + "/commands/separate", "{\"reason\": \"Two after all.\"}", "If-Match", "\"2\""));

        assertThat(official.get(address).json().has("mergedInto")).isFalse();
        assertThat(official.get("/employers/" + stays).json().path("takenIn").size())
                .isZero();
        awaitCounted(group, 3, 2);
        assertThat(types(official.get("/employers/" + stays + "/history"))).endsWith("employer-let-go");
    }

    @Test
    void who_works_for_a_merged_entry_is_barred_as_for_the_one_that_stands_for_it() {
        var group = group(9, 4);
        var chair = chairOf(group);
        var client = service.client();
        var reference = submitted(chair);
        var member = chair.get("/groups/" + group).json().at("/employers/3/id").asString();
        var other = register(
                        client.official(),
                        "Firm " + UUID.randomUUID().toString().replace("-", " "),
                        "large")
                .json()
                .path("reference")
                .asString();
        var panel = client.as(
                "panel-of-the-other",
                Map.of("roles", List.of("panel-member"), "routes", List.of(8), "employers", List.of(other)));
        var vote = "{\"choice\": \"yes\"}";
        done(panel.command(reference, "cast-vote", vote));

        done(client.official()
                .post(
                        "/employers/" + member + "/commands/merge",
                        "{\"into\": \"%s\", \"reason\": \"The same firm.\"}".formatted(other),
                        "If-Match",
                        "*"));

        refuses(
                () -> panel.command(reference, "cast-vote", "{\"choice\": \"no\", \"reason\": \"No.\"}"),
                403,
                "interest");
        done(client.official()
                .post(
                        "/employers/" + member + "/commands/separate",
                        "{\"reason\": \"Two after all.\"}",
                        "If-Match",
                        "*"));
        done(panel.command(reference, "cast-vote", "{\"choice\": \"no\", \"reason\": \"No.\"}"));
    }

    @Test
    void whoever_is_barred_finds_nothing_of_it_in_their_worklist() {
        var group = group(8, 4);
        var chair = chairOf(group);
        var client = service.client();
        var employer =
                chair.get("/groups/" + group).json().at("/employers/0/id").asString();
        done(chair.post(
                "/groups/" + group + "/commands/admit-person",
                "{\"person\": \"expert-%s\", \"employer\": \"%s\"}".formatted(group, employer),
                "If-Match",
                "*"));
        var reference = submitted(chair);

        assertThat(works(panelist("panel-6"), reference)).isTrue();
        assertThat(works(panelist("panel-7", UUID.randomUUID().toString()), reference))
                .as("of another employer")
                .isTrue();
        assertThat(works(panelist("panel-8", UUID.randomUUID().toString(), employer), reference))
                .as("of an employer of the group")
                .isFalse();
        assertThat(works(panelist("expert-" + group), reference))
                .as("of the group, whatever the token says")
                .isFalse();
        assertThat(count(
                        "SELECT count(*) FROM telling WHERE reference = '%s' AND told @> '{\"turns\": [{\"who\": \"panel\", \"exempt\": [\"expert-%s\"]}]}'"
                                .formatted(reference, group)))
                .as("nor are they told that the panel recommends and votes")
                .isEqualTo(2);
        var all = panelist("panel-6").get("/worklist?size=1").json();
        var fewer = panelist("panel-8", employer).get("/worklist?size=1").json();
        assertThat(fewer.path("total").asInt())
                .as("what is left out is not counted either")
                .isLessThan(all.path("total").asInt());

        for (int member = 2; member <= 4; member++) {
            done(client.panel(member).command(reference, "cast-vote", "{\"choice\": \"yes\"}"));
        }
        assertThat(works(working("committee-2", "committee"), reference)).isTrue();
        assertThat(works(working("committee-3", "committee", employer), reference))
                .isFalse();

        done(working("committee-2", "committee")
                .command(reference, "approve", "{\"conditions\": [\"A letter of the regulator.\"]}"));
        done(chair.command(reference, "evidence-condition", "{\"condition\": 1, \"evidence\": \"The letter.\"}"));
        assertThat(works(working("official-2", "official"), reference)).isTrue();
        assertThat(works(working("official-3", "official", employer), reference))
                .as("who looks at the evidence is barred as well")
                .isFalse();
        assertThat(works(working("expert-" + group, "official"), reference)).isFalse();
        refuses(
                () -> working("official-3", "official", employer)
                        .command(reference, "close-condition", "{\"condition\": 1}"),
                403,
                "interest");
    }

    @Test
    void who_works_for_a_merged_entry_finds_as_little_in_their_worklist() {
        var group = group(9, 4);
        var chair = chairOf(group);
        var official = service.client().official();
        var reference = submitted(chair);
        var member = chair.get("/groups/" + group).json().at("/employers/3/id").asString();
        var into = registered(official);
        var merged = registered(official);
        done(official.post(
                "/employers/" + merged + "/commands/merge",
                "{\"into\": \"%s\", \"reason\": \"The same firm.\"}".formatted(into),
                "If-Match",
                "*"));
        assertThat(works(panelist("panel-6", merged), reference)).isTrue();

        done(official.post(
                "/employers/" + member + "/commands/merge",
                "{\"into\": \"%s\", \"reason\": \"The same firm.\"}".formatted(into),
                "If-Match",
                "*"));

        for (var employer : List.of(member, into, merged)) {
            assertThat(works(panelist("panel-6", employer), reference))
                    .as(employer)
                    .isFalse();
        }
        done(official.post(
                "/employers/" + member + "/commands/separate", "{\"reason\": \"Two after all.\"}", "If-Match", "*"));
        assertThat(works(panelist("panel-6", merged), reference)).isTrue();
        assertThat(works(panelist("panel-6", member), reference)).isFalse();
    }

    /** The id of an employer like no other. */
    private static String registered(Client official) {
        var name = "Firm " + UUID.randomUUID().toString().replace("-", " ");
        return register(official, name, "large").json().path("reference").asString();
    }

    private static Client panelist(String name, String... employers) {
        return working(name, "panel-member", employers);
    }

    private static Client working(String name, String role, String... employers) {
        return service.client()
                .as(name, Map.of("roles", List.of(role), "routes", List.of(8), "employers", List.of(employers)));
    }

    /** Whether there is something about that standard in their worklist, all followers being there. */
    private static boolean works(Client who, String reference) {
        await().until(() -> Stream.of("worklist", "group-list")
                .allMatch(follower ->
                        service.bean(Following.class).behind(follower).orElse(1) == 0));
        return who.get("/worklist?size=500")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("reference").asString().equals(reference));
    }

    private static String submitted(Client chair) {
        var client = service.client();
        var reference = propose(chair);
        done(chair.command(reference, "submit-proposal", submission()));
        done(client.official().command(reference, "confirm-readiness", "{}"));
        done(client.panel(1).command(reference, "recommend-proposal", "{\"agree\": true}"));
        done(client.committee().command(reference, "accept-proposal", "{}"));
        done(chair.put("/standards/" + reference + "/draft", draft(), "If-Match", "*"));
        done(chair.command(reference, "open-consultation", "{}"));
        done(client.official().command(reference, "close-consultation", "{\"reason\": \"Nobody had a comment.\"}"));
        done(chair.command(reference, "submit", "{}"));
        return reference;
    }

    private static List<String> types(Answer history) {
        return history.json()
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    private static void awaitCounted(UUID group, int employers, int small) {
        await().untilAsserted(() -> {
            var listed = service.client()
                    .official()
                    .get("/groups?size=500")
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(each -> each.path("id").asString().equals(group.toString()))
                    .findFirst();
            assertThat(listed).hasValueSatisfying(found -> {
                assertThat(found.path("employers").asInt()).isEqualTo(employers);
                assertThat(found.path("small").asInt()).isEqualTo(small);
            });
        });
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void events_of_groups_and_employers_are_no_business_of_the_announcements() {
        group(2, 1);
        var reference = propose(service.client().official());

        await().until(() -> count("SELECT count(*) FROM current_standard WHERE reference = '" + reference + "'") == 1);
        assertThat(count("SELECT count(*) FROM outbox WHERE reference NOT LIKE 'OCC%'"))
                .isZero();
        assertThat(service.bean(Following.class).trouble("publishing")).isEmpty();
        assertThat(
                        count(
                                "SELECT count(*) FROM stored_event WHERE convert_from(payload, 'UTF8') LIKE '%org.occupational%'"))
                .isZero();
    }

    @Test
    void the_register_and_the_list_of_groups_can_be_made_again_from_the_events() {
        group(2, 1);
        var official = service.client().official();
        await().until(() -> service.bean(Following.class).behind("group-list").orElse(1) == 0
                && service.bean(Following.class).behind("employer-register").orElse(1) == 0);
        var employers = official.get("/employers?size=500").json();
        var groups = official.get("/groups?size=500").json();
        service.bean(JdbcClient.class)
                .sql("UPDATE registered_employer SET name = 'Lost'")
                .update();
        service.bean(JdbcClient.class).sql("DELETE FROM employer_group").update();

        for (var table : List.of("employer-register", "group-list")) {
            assertThat(official.post("/operations/registers/" + table + "/rebuild", null)
                            .status())
                    .isEqualTo(202);
        }
        refuses(() -> official.post("/operations/registers/publishing/rebuild", null), 404, "not-found");

        await().untilAsserted(() -> {
            assertThat(official.get("/employers?size=500").json()).isEqualTo(employers);
            assertThat(official.get("/groups?size=500").json()).isEqualTo(groups);
        });
    }

    private static long count(String sql) {
        return service.bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static void awaitRegistered(String name) {
        await().until(() -> service.client()
                        .official()
                        .get("/employers?name="
                                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8))
                        .json()
                        .path("total")
                        .asInt()
                > 0);
    }

    private static Answer register(Client client, String name, String size) {
        return client.post("/employers", "{\"name\": \"%s\", \"size\": \"%s\"}".formatted(name, size));
    }

    /** A group of that many employers with a chair of its own. */
    private static UUID group(int large, int small) {
        var official = service.client().official();
        var id = UUID.randomUUID();
        done(official.post("/groups", "{\"group\": \"%s\", \"name\": \"Masons\"}".formatted(id)));
        String first = null;
        for (int i = 0; i < large + small; i++) {
            var name = "Firm " + UUID.randomUUID().toString().replace("-", " ");
            var employer = register(official, name, i < large ? "large" : "small");
            assertThat(employer.status()).as(employer.text()).isEqualTo(201);
            var reference = employer.json().path("reference").asString();
            first = first == null ? reference : first;
            done(official.post(
                    "/groups/" + id + "/commands/admit-employer",
                    "{\"employer\": \"%s\"}".formatted(reference),
                    "If-Match",
                    "*"));
        }
        done(official.post(
                "/groups/" + id + "/commands/admit-person",
                "{\"person\": \"chair-%s\", \"employer\": \"%s\"}".formatted(id, first),
                "If-Match",
                "*"));
        done(official.post(
                "/groups/" + id + "/commands/appoint-chair",
                "{\"person\": \"chair-%s\"}".formatted(id),
                "If-Match",
                "*"));
        return id;
    }

    private static Client chairOf(UUID group) {
        return service.client().as("chair-" + group, claims("employer-group-chair", group));
    }

    private static Client otherChair() {
        return service.client().as("other-chair", claims("employer-group-chair", UUID.randomUUID()));
    }

    private static Map<String, ?> claims(String role, UUID... groups) {
        return Map.of(
                "roles",
                List.of(role),
                "groups",
                List.of(groups).stream().map(UUID::toString).toList());
    }

    private static String withdrawal(String employer) {
        return "{\"employer\": \"%s\", \"reason\": \"It has other plans.\"}".formatted(employer);
    }

    private static List<String> names(JsonNode view) {
        return view.path("actions")
                .valueStream()
                .map(action -> action.path("name").asString())
                .toList();
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    /** Exactly that problem, and no event. */
    private static Answer refuses(Supplier<Answer> request, int status, String type) {
        long before = count("SELECT count(*) FROM stored_event");
        var answer = request.get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).as(answer.text()).endsWith(":" + type);
        assertThat(count("SELECT count(*) FROM stored_event")).isEqualTo(before);
        return answer;
    }

    private static String propose(Client client) {
        var reference = "OCC" + NEXT.incrementAndGet();
        done(client.post("/standards", """
                {"reference": "%s", "title": "Stonemason", "level": 3, "route": 8}""".formatted(reference)));
        return reference;
    }

    private static String submission() {
        return """
                {"duties": ["Builds.", "Repairs."], "expectedDurationMonths": 18, "expectedLevel": 3,
                 "offTheJobPercent": 20, "transferability": "Every region needs it.", "fit": "No other covers it."}""";
    }

    private static String naming(int employers) {
        var named = IntStream.range(0, employers)
                .mapToObj(i -> "{\"name\": \"Said %d\", \"size\": \"small\"}".formatted(i))
                .collect(Collectors.joining(", "));
        return submission().replace("{\"duties\"", "{\"employers\": [" + named + "], \"duties\"");
    }

    private static String draft() {
        return """
                {"title": "Stonemason", "overview": "Works stone.", "summary": "Cuts and lays stone.",
                 "employers": ["Firm"], "typicalJobTitles": ["Mason"],
                 "knowledge": [{"text": "Stone"}], "skills": [{"text": "Cut"}], "behaviours": [{"text": "Careful"}],
                 "duties": [{"text": "Builds", "ksbs": ["K1", "S1", "B1"]}]}""";
    }
}
