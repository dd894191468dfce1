package org.occupationalstandards.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.ChangePart;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every row of the lifecycle, walked from outside by the example clients, the way back where something is refused included.
 * In the end every type of announcement has gone through the real topic.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecycleWalkTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** References that were walked here, for the last test. */
    private static final Set<String> WALKED = ConcurrentHashMap.newKeySet();

    private final Running system = Systems.running();

    private Walk proposed(String client) {
        Walk walk = Walk.proposedBy(client, system, "Beekeeper");
        WALKED.add(walk.reference());
        return walk;
    }

    @Test
    void an_official_or_a_panel_puts_a_spotted_occupation_on_the_map_as_potential() {
        for (String client : Set.of("official", "panel-1", "chair")) {
            Walk spotted = proposed(client);

            assertThat(spotted.status()).isEqualTo("potential");
            assertThat(spotted.version()).isEqualTo("0.0");
        }
    }

    @Test
    void a_proposal_without_the_needed_employers_stays_with_the_group_and_can_be_returned_and_sent_again() {
        Walk walk = proposed("chair");
        JsonNode problem = walk.isRefused(409, "chair", "submit-proposal", Walk.proposal(9, 1));
        assertThat(problem.get("errors").size()).isEqualTo(2);
        assertThat(walk.stage()).isEqualTo("potential");

        walk.proposalSubmitted();
        walk.gives("official", "return-proposal", "{\"reasons\": [\"The fit is not argued.\"]}");
        assertThat(walk.stage()).isEqualTo("potential");
        assertThat(walk.now().toString()).contains("The fit is not argued.");

        walk.proposalSubmitted();
        assertThat(walk.stage()).isEqualTo("proposed");
    }

    @Test
    void the_committee_accepts_a_proposal_with_conditions_each_closed_on_its_own() {
        Walk walk = proposed("chair").proposalBeforeCommittee();

        walk.gives(
                "committee", "accept-proposal", "{\"conditions\": [\"Two more employers.\", \"A word on safety.\"]}");
        assertThat(walk.stage()).isEqualTo("proposed");
        walk.gives("chair", "evidence-condition", "{\"condition\": 1, \"evidence\": \"Two have joined.\"}");
        walk.gives("official", "close-condition", "{\"condition\": 1}");
        walk.gives("official", "reopen-condition", "{\"condition\": 1, \"reason\": \"One has left again.\"}");
        walk.gives("chair", "evidence-condition", "{\"condition\": 1, \"evidence\": \"Another one has joined.\"}");
        walk.gives("official", "close-condition", "{\"condition\": 1}");
        assertThat(walk.status()).isEqualTo("potential");
        walk.gives("chair", "evidence-condition", "{\"condition\": 2, \"evidence\": \"Section two.\"}");
        walk.gives("official", "close-condition", "{\"condition\": 2}");

        assertThat(walk.status()).isEqualTo("in-development");
    }

    @Test
    void the_committee_rejects_a_proposal_with_reasons_and_the_group_may_try_again() {
        Walk walk = proposed("chair").proposalBeforeCommittee();

        walk.gives("committee", "reject-proposal", "{\"reasons\": [\"Not in demand.\"]}");
        assertThat(walk.status()).isEqualTo("potential");
        walk.proposalSubmitted();

        assertThat(walk.stage()).isEqualTo("proposed");
    }

    @Test
    void a_draft_that_is_not_complete_is_refused_with_the_list_of_what_is_missing() {
        Walk walk = proposed("chair").inDevelopment();

        JsonNode problem = walk.isRefused(409, "chair", "submit", "{}");

        assertThat(problem.get("errors").size()).isGreaterThan(3);
        assertThat(walk.stage()).isEqualTo("in-development");
    }

    @Test
    void a_consultation_is_extended_commented_on_and_closes_only_when_every_comment_has_its_answer() {
        Walk walk = proposed("chair").inDevelopment();
        walk.draft(Walk.resource("draft.json"));
        walk.gives(
                "chair",
                "open-consultation",
                "{\"closesAt\": \"%s\", \"zone\": \"Europe/London\"}".formatted(inDays(40)));
        walk.gives(
                "chair",
                "extend-consultation",
                "{\"closesAt\": \"%s\", \"reason\": \"The holidays lie between.\"}".formatted(inDays(60)));
        String duty = walk.now().at("/draft/duties/0/id").asString();
        walk.gives("member", "comment", "{\"text\": \"A clear standard.\"}");
        walk.gives(
                "panel-5",
                "comment",
                "{\"part\": \"duty\", \"id\": \"%s\", \"text\": \"Say how often.\"}".formatted(duty));

        walk.isRefused(409, "official", "close-consultation", "{\"reason\": \"Enough was said.\"}");
        walk.gives("chair", "answer-comment", "{\"comment\": 1, \"disposition\": \"accepted\"}");
        walk.gives(
                "chair",
                "answer-comment",
                "{\"comment\": 2, \"disposition\": \"not-accepted\", \"reason\": \"It depends on the weather.\"}");
        walk.gives("official", "close-consultation", "{\"reason\": \"Everything was said.\"}");

        assertThat(walk.stage()).isEqualTo("in-development");
    }

    @Test
    void what_was_submitted_is_returned_changed_and_approved_with_conditions_as_version_one() {
        Walk walk = proposed("chair").submitted();

        walk.gives("panel-1", "cast-vote", "{\"choice\": \"no\", \"reason\": \"Duty 2 is too short.\"}");
        walk.gives("panel-1", "cast-vote", "{\"choice\": \"yes\"}");
        walk.gives("panel-5", "declare-interest", "{\"reason\": \"My employer is in the group.\"}");
        walk.isRefused(403, "panel-5", "cast-vote", "{\"choice\": \"yes\"}");
        walk.gives("panel-2", "cast-vote", "{\"choice\": \"yes\"}");
        walk.gives("panel-3", "cast-vote", "{\"choice\": \"abstain\", \"reason\": \"Not my field.\"}");
        walk.gives("panel-4", "cast-vote", "{\"choice\": \"yes\"}");
        walk.gives("committee", "return", "{\"comments\": [\"Say more on safety.\"]}");
        assertThat(walk.status()).isEqualTo("in-development");
        walk.draft(Walk.resource("draft.json").replace("Act calmly", "Act calmly and safely"));
        JsonNode unexplained = walk.isRefused(409, "chair", "submit", "{}");
        assertThat(unexplained.get("type").asString()).endsWith(":explanation-missing");
        assertThat(unexplained.get("errors").toString()).contains("\"/B1\"", "has changed since it was consulted on");
        walk.gives("chair", "submit", "{\"explanation\": \"The committee asked for more on safety.\"}");
        assertThat(walk.now().at("/approval/explanation").asString())
                .isEqualTo("The committee asked for more on safety.");
        walk.balloted();
        walk.gives("committee", "approve", "{\"conditions\": [\"Add the regulator's name.\"]}");
        assertThat(walk.status()).isEqualTo("in-development");
        walk.gives("chair", "evidence-condition", "{\"condition\": 1, \"evidence\": \"It is in the summary.\"}");
        walk.gives("official", "close-condition", "{\"condition\": 1}");

        assertThat(walk.status()).isEqualTo("approved");
        assertThat(walk.version()).isEqualTo("1.0");
    }

    @Test
    void a_panel_member_whose_employer_is_in_the_group_is_barred_at_the_moment_of_voting() {
        Walk walk = proposed("chair").submitted();

        JsonNode problem = walk.isRefused(403, "panel-5", "cast-vote", "{\"choice\": \"yes\"}");

        assertThat(problem.get("type").asString()).endsWith(":interest");
        walk.isRefused(
                403,
                "panel-5",
                "delegate-vote",
                "{\"to\": \"panel-1\", \"until\": \"%s\"}"
                        .formatted(inDays(3).toString().substring(0, 10)));
    }

    @Test
    void a_rejection_is_challenged_and_decided_anew_by_people_who_took_no_part() {
        Walk walk = proposed("chair").submitted().balloted();
        walk.gives("committee", "reject", "{\"reasons\": [\"The panel saw another draft.\"]}");
        assertThat(walk.status()).isEqualTo("potential");

        walk.gives("chair", "ask-for-review", "{\"grounds\": \"The panel saw this very draft.\"}");
        walk.isRefused(403, "committee", "decide-review", "{\"upheld\": true, \"reasons\": [\"So it is.\"]}");
        walk.gives("committee-2", "decide-review", "{\"upheld\": true, \"reasons\": [\"So it is.\"]}");

        assertThat(walk.stage()).isEqualTo("submitted");
        assertThat(walk.now().at("/reviews/0/upheld").asBoolean()).isTrue();
        assertThat(walk.now().at("/reviews/0/role").asString()).isEqualTo("committee");
    }

    @Test
    void an_approved_standard_changes_by_a_request_and_stays_in_force_until_its_next_version_is() {
        Walk walk = proposed("chair").approved();

        walk.gives(
                "member", "request-change", "{\"what\": \"Name the hygiene rules.\", \"reason\": \"They are new.\"}");
        walk.gives("official", "accept-change", "{\"request\": 1, \"changeClass\": \"adjustment\"}");
        assertThat(walk.stage()).isEqualTo("in-development");
        assertThat(walk.status()).isEqualTo("approved");
        assertThat(walk.version()).isEqualTo("1.0");
        walk.gives(
                "official",
                "reclassify-change",
                "{\"changeClass\": \"revision\", \"reason\": \"It is more than that.\"}");
        walk.draft(Walk.resource("draft.json").replace("Act calmly", "Act calmly at all times"));
        walk.gives("chair", "open-consultation", "{}");
        walk.gives("official", "close-consultation", "{\"reason\": \"Nobody had a comment.\"}");
        walk.gives("chair", "submit", "{}");
        walk.balloted().gives("committee", "approve", "{\"changeNote\": \"Calm at all times.\"}");
        assertThat(walk.version()).isEqualTo("2.0");
        // The first version is in force today, so the second begins tomorrow.
        assertThat(occupation(walk, "/upcoming/version", "2.0").get("version").asString())
                .isEqualTo("1.0");
        assertThat(told(walk, AnnouncementType.APPROVED).getLast())
                .extracting(Change::kind, Change::part, Change::before, Change::after)
                .containsExactly(
                        tuple(
                                ChangeKind.ADDED,
                                ChangePart.BEHAVIOUR,
                                null,
                                "Act calmly at all times and put safety first."),
                        tuple(ChangeKind.REMOVED, ChangePart.BEHAVIOUR, "Act calmly and put safety first.", null),
                        tuple(ChangeKind.UNMAPPED, ChangePart.DUTY, "B1", null),
                        tuple(ChangeKind.MAPPED, ChangePart.DUTY, null, "B1"));

        walk.gives("panel-1", "request-change", "{\"what\": \"A comma.\", \"reason\": \"It is missing.\"}");
        walk.gives("official", "decline-change", "{\"request\": 2, \"reasons\": [\"It is there.\"]}");
        walk.gives("official", "request-change", "{\"what\": \"A full stop.\", \"reason\": \"It is missing.\"}");
        walk.gives("official", "accept-change", "{\"request\": 3, \"changeClass\": \"correction\"}");
        walk.gives("official", "withdraw", "{\"reason\": \"It was there all along.\"}");
        assertThat(walk.stage()).isEqualTo("approved");
        assertThat(walk.version()).isEqualTo("2.0");
    }

    @Test
    void a_product_is_approved_paused_resumed_and_retired_and_the_standard_stays() {
        Walk walk = proposed("chair").approved();
        String code = "ST" + walk.reference().substring(3);

        walk.gives(
                "official",
                "add-product",
                "{\"type\": \"apprenticeship\", \"code\": \"%s\", \"level\": 3}".formatted(code));
        walk.gives("official", "approve-product", "{\"code\": \"%s\"}".formatted(code));
        assertThat(occupation(walk, "/withoutApprenticeship", "false")).isNotNull();
        walk.gives("official", "pause-starts", "{\"code\": \"%s\", \"reason\": \"No assessor.\"}".formatted(code));
        assertThat(occupation(walk, "/products/0/status", "starts-paused")).isNotNull();
        walk.gives("official", "resume-starts", "{\"code\": \"%s\"}".formatted(code));
        walk.gives("official", "retire-product", "{\"code\": \"%s\", \"reason\": \"Nobody starts.\"}".formatted(code));

        assertThat(occupation(walk, "/withoutApprenticeship", "true")
                        .get("status")
                        .asString())
                .isEqualTo("approved");
        assertThat(told(walk, AnnouncementType.PRODUCT_CHANGED))
                .containsExactly(
                        List.of(new Change(
                                ChangeKind.ADDED, ChangePart.PRODUCT, null, null, null, code, null, "in-development")),
                        List.of(product(code, "in-development", "approved-for-delivery")),
                        List.of(product(code, "approved-for-delivery", "starts-paused")),
                        List.of(product(code, "starts-paused", "approved-for-delivery")),
                        List.of(product(code, "approved-for-delivery", "retired")));
    }

    @Test
    void a_standard_is_retired_after_a_consultation_or_stays_and_can_come_back_as_potential() {
        Walk walk = proposed("chair").approved();
        walk.gives("official", "propose-retirement", "{\"reason\": \"The job has gone.\"}");
        walk.gives("official", "close-consultation", "{\"reason\": \"Nobody had a comment.\"}");
        walk.gives("committee", "decline-retirement", "{\"reasons\": [\"It has not gone everywhere.\"]}");
        assertThat(walk.status()).isEqualTo("approved");

        walk.gives("official", "propose-retirement", "{\"reason\": \"The job has gone everywhere.\"}");
        walk.gives("official", "close-consultation", "{\"reason\": \"Nobody had a comment.\"}");
        walk.gives("committee", "retire", "{}");
        assertThat(occupation(walk, "/status", "retired")).isNotNull();
        walk.gives("official", "reinstate", "{\"reason\": \"The job is back.\"}");

        assertThat(walk.status()).isEqualTo("potential");
    }

    @Test
    void what_is_open_can_be_given_up_and_taken_up_again() {
        Walk walk = proposed("chair").inDevelopment();
        walk.gives("chair", "request-withdrawal", "{\"reason\": \"No employer is left.\"}");
        walk.gives("official", "withdraw", "{\"reason\": \"The group asked for it.\"}");
        assertThat(occupation(walk, "/status", "withdrawn")).isNotNull();

        walk.gives("official", "reinstate", "{\"reason\": \"New employers.\"}");

        assertThat(walk.status()).isEqualTo("potential");
    }

    @Test
    void every_entry_of_the_maps_legend_can_be_set_on_a_standard() {
        Walk walk = proposed("chair").approved();
        String other = proposed("official").reference();
        String number = walk.reference().substring(3);

        for (String product : Set.of(
                "{\"type\": \"apprenticeship\", \"code\": \"ST%s\", \"level\": 3, \"careerStarter\": true, \"royal\": true}",
                "{\"type\": \"t-level\", \"code\": \"TL%s\", \"level\": 3}",
                "{\"type\": \"technical-qualification\", \"code\": \"TQ%s\", \"level\": 3}",
                "{\"type\": \"higher-technical-qualification\", \"code\": \"HTQ%s\", \"level\": 4}")) {
            String body = product.formatted(number);
            walk.gives("official", "add-product", body);
            walk.gives(
                    "official",
                    "approve-product",
                    "{\"code\": \"%s\"}"
                            .formatted(JSON.readTree(body).get("code").asString()));
        }
        for (String kind : Set.of("occupational", "technical-education")) {
            String link = "{\"reference\": \"%s\", \"kind\": \"%s\"}".formatted(other, kind);
            walk.gives("chair", "propose-progression", link);
            walk.gives("official", "confirm-progression", link);
        }
        walk.gives("official", "set-green-theme", "{\"theme\": \"mid\"}");
        occupation(walk, "/green", "mid");
        walk.gives("official", "set-green-theme", "{\"theme\": \"dark\"}");

        JsonNode shown = occupation(walk, "/green", "dark");
        assertThat(shown.get("products")
                        .valueStream()
                        .map(each -> each.get("type").asString()))
                .containsExactlyInAnyOrder(
                        "apprenticeship", "t-level", "technical-qualification", "higher-technical-qualification");
        assertThat(shown.get("products")
                        .valueStream()
                        .filter(each -> each.get("careerStarter").asBoolean())
                        .filter(each -> each.get("royal").asBoolean()))
                .hasSize(1);
        assertThat(shown.get("progression")
                        .valueStream()
                        .map(each -> each.get("kind").asString()))
                .containsExactlyInAnyOrder("occupational", "technical-education");
        assertThat(shown.get("withoutApprenticeship").asBoolean()).isFalse();
        assertThat(told(walk, AnnouncementType.GREEN_THEME_SET))
                .containsExactly(List.of(field("green", "none", "mid")), List.of(field("green", "mid", "dark")));
        assertThat(told(walk, AnnouncementType.PROGRESSION_CHANGED))
                .allSatisfy(changes -> assertThat(changes).hasSize(1))
                .extracting(List::getFirst)
                .extracting(Change::kind, Change::field, Change::after)
                .containsExactlyInAnyOrder(
                        tuple(ChangeKind.ADDED, other, "occupational"),
                        tuple(ChangeKind.ADDED, other, "technical-education"));
    }

    @Test
    void dates_are_put_right_with_a_reason() {
        Walk walk = proposed("chair").approved();

        walk.gives(
                "official",
                "correct-dates",
                "{\"version\": \"1.0\", \"approvedOn\": \"2026-01-05\", \"effectiveFrom\": \"2026-01-06\", \"reason\": \"The minutes say so.\"}");

        assertThat(occupation(walk, "/effectiveFrom", "2026-01-06")).isNotNull();
        assertThat(told(walk, AnnouncementType.CORRECTED))
                .singleElement()
                .satisfies(changes -> assertThat(changes)
                        .extracting(Change::field, Change::after)
                        .containsExactly(tuple("approvedOn", "2026-01-05"), tuple("effectiveFrom", "2026-01-06")));
    }

    @Test
    void a_standard_that_exists_already_is_registered() {
        String reference = unknownReference();
        String file = "reference,title,level,route,status2026\n%s,Registered beekeeper,3,%s,ApprovedForDelivery\n"
                .formatted(reference, "\"Agriculture, environmental and animal care\"");
        Answer answer = system.sendAs("official", "POST", system.standards("/imports"), "text/csv", file, null)
                .expecting(202);
        String progress = system.standards(answer.header("Location").replaceFirst("^https?://[^/]+", ""));
        JsonNode done = await("the import")
                .atMost(SOON)
                .until(
                        () -> system.getAs("official", progress).expecting(200).json(),
                        each -> each.get("state").asString().equals("done"));
        assertThat(done.get("accepted").asInt()).as(done.toString()).isEqualTo(1);
        WALKED.add(reference);
    }

    /** Of no standard that this system has, from the example or from an earlier walk. */
    private String unknownReference() {
        return IntStream.range(9_000, 10_000)
                .mapToObj("OCC%d"::formatted)
                .filter(reference -> system.getAs("official", system.standards("/standards/" + reference))
                                .status()
                        == 404)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void every_type_of_announcement_has_made_the_round_trip_through_the_topic() {
        // The day on which a version begins comes from the clock: StandingVersionTest and HistoryTest walk it with
        // their own.
        Set<String> wanted = Arrays.stream(AnnouncementType.values())
                .filter(type -> type != AnnouncementType.VERSION_IN_FORCE)
                .map(AnnouncementType::wireName)
                .collect(Collectors.toCollection(TreeSet::new));

        await("all types on the topic").atMost(SOON).untilAsserted(() -> {
            Set<String> seen = new TreeSet<>();
            for (ConsumerRecord<String, String> message :
                    TopicReader.read(system.kafka(), "standards.standard.events.v1", WALKED::contains)) {
                String type = TopicReader.header(message, "ce_type");
                Class<? extends Announcement> record =
                        AnnouncementType.ofWireName(type).orElseThrow().record();
                JsonNode sent = JSON.readTree(message.value());
                assertThat(JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(sent, record))))
                        .as("%s read and written again", type)
                        .isEqualTo(sent);
                assertThat(SCHEMAS.getSchema(SchemaLocation.of("classpath:contracts" + schemaPath(message)))
                                .validate(sent))
                        .as("%s against its dataschema", type)
                        .isEmpty();
                seen.add(type);
            }
            assertThat(seen).isEqualTo(wanted);
        });
    }

    private static String schemaPath(ConsumerRecord<String, String> message) {
        String path = URI.create(TopicReader.header(message, "ce_dataschema")).getPath();
        assertThat(path).endsWith("/" + TopicReader.header(message, "ce_type") + ".json");
        return path;
    }

    /** The differences that the topic told of a standard under that type, message by message. */
    private List<List<Change>> told(Walk walk, AnnouncementType type) {
        return TopicReader.read(system.kafka(), "standards.standard.events.v1", walk.reference()).stream()
                .filter(message -> TopicReader.header(message, "ce_type").equals(type.wireName()))
                .map(message ->
                        JSON.readValue(message.value(), type.record()).facts().changes())
                .toList();
    }

    private static Change field(String name, String before, String after) {
        return new Change(ChangeKind.CHANGED, ChangePart.FIELD, null, name, null, null, before, after);
    }

    private static Change product(String code, String before, String after) {
        return new Change(ChangeKind.CHANGED, ChangePart.PRODUCT, null, "status", code, code, before, after);
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    /** The catalogue's view, once it shows that value there. */
    private JsonNode occupation(Walk walk, String pointer, String value) {
        return await(walk.reference() + " with " + pointer + " = " + value)
                .atMost(SOON)
                .until(
                        () -> system.get(system.catalogue("/occupations/" + walk.reference()))
                                .json(),
                        occupation -> occupation.at(pointer).asString().equals(value));
    }
}
