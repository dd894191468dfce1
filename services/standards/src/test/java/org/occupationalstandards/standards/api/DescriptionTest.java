package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.groups.GroupCommandName;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.LeftOut;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Client.Answer;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description says what the service takes and what it asks for. */
class DescriptionTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;
    private static Client official;
    private static JsonNode api;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(ISSUER);
        official = service.client().official();
        api = service.client().get("/v3/api-docs").json();
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void peopleAreAskedToLeaveOutWhatNothingCanFindInProse() {
        assertThat(api.at("/info/description").asString()).contains("kept for ever", "name no person");
    }

    @Test
    void everyCommandHasItsAddressAndItsBody() {
        for (var command : CommandName.values()) {
            if (command.roles().equals(Set.of(Role.SYSTEM))
                    || command == CommandName.PROPOSE
                    || command == CommandName.CHANGE_DRAFT) {
                continue;
            }
            isDescribed("/standards/{reference}/commands/" + command.wireName(), command.does(), command.record());
        }
        for (var command : GroupCommandName.values()) {
            if (command != GroupCommandName.FORM) {
                isDescribed("/groups/{id}/commands/" + command.wireName(), command.does(), command.record());
            }
        }
        assertThat(api.path("paths").has("/groups/{id}/commands/{command}")).isFalse();
        assertThat(texts(api.at("/components/schemas/CastVote/properties/choice/enum")))
                .containsExactly("yes", "no", "abstain");
        assertThat(body(api.at("/paths/~1standards~1{reference}~1draft/put")))
                .isSameAs(api.at("/components/schemas/DraftDocument"));
    }

    @Test
    void whatIsMadeIsAnsweredWithItsAddressAndWhatIsMissingIsNoProblemDocument() {
        for (var path : List.of("/standards", "/groups", "/employers")) {
            var responses = api.path("paths").path(path).at("/post/responses");
            assertThat(responses.has("200")).as(path).isFalse();
            assertThat(responses.at("/201/headers").has("Location")).as(path).isTrue();
        }
        assertThat(api.path("paths").path("/imports").at("/post/responses").has("202"))
                .isTrue();
        assertThat(api.at("/components/schemas/StandardView/properties/missing/items/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Objection");
        assertThat(api.at("/components/schemas/Problem/properties").has("title"))
                .isTrue();
    }

    /** No body says the same as an empty one: it need not be sent where nothing has to be said. */
    private static void isDescribed(String path, String does, Class<?> record) {
        var operation = api.path("paths").path(path).path("post");
        assertThat(operation.path("summary").asString()).as(path).isEqualTo(does);
        assertThat(body(operation)).as(path).isSameAs(api.at("/components/schemas/" + record.getSimpleName()));
        assertThat(required(body(operation))).as(path).isEqualTo(LeftOut.required(record));
        assertThat(operation.at("/requestBody/required").asBoolean(false))
                .as(path)
                .isEqualTo(body(operation).has("required"));
    }

    @Test
    void whatIsRequiredOfABodyIsWhatIsMissedInAnEmptyOne() {
        for (var path : List.of("/standards", "/groups", "/employers")) {
            var operation = api.path("paths").path(path).path("post");
            assertThat(operation.at("/requestBody/required").asBoolean(false)).isTrue();
            assertThat(missed(official.post(path, "{}"))).as(path).isEqualTo(required(body(operation)));
        }
    }

    @Test
    void whatIsRequiredInADraftIsWhatIsMissedInEmptyEntries() {
        var taken = official.post("/standards/OCC9218/commands/register-existing", """
                {"status": "in-development", "level": 2, "route": 10, "content": {"title": "Drafter"}}""");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        var operation = api.at("/paths/~1standards~1{reference}~1draft/put");

        var refused = official.put("/standards/OCC9218/draft", """
                {"knowledge": [{}], "skills": [{}], "behaviours": [{}], "duties": [{}], "options": [{}],
                 "soc2020": {"subUnitGroups": [{}]}}""", "If-Match", "*");

        assertThat(operation.at("/requestBody/required").asBoolean(false)).isTrue();
        assertThat(missed(refused)).isEqualTo(required(body(operation)));
    }

    @Test
    void ifMatchIsRequiredWhereNothingIsDoneWithoutIt() {
        var roles = Arrays.stream(Role.values()).map(WireNames::of).toList();
        var anybody = service.client().as("anybody", Map.of("roles", roles));
        var surprises = new ArrayList<String>();
        api.path("paths")
                .forEachEntry((path, methods) -> Stream.of("post", "put")
                        .filter(methods::has)
                        .forEach(method -> {
                            var address = path.replace("{reference}", "OCC0000")
                                    .replaceAll("\\{.+?}", new UUID(0, 1).toString());
                            var answer =
                                    method.equals("put") ? anybody.put(address, "{}") : anybody.post(address, "{}");
                            if ((answer.status() == 428) != requiresIfMatch(methods.path(method))) {
                                surprises.add(method + " " + path + " without If-Match: " + answer.status());
                            }
                        }));

        assertThat(surprises).isEmpty();
        assertThat(requiresIfMatch(api.at("/paths/~1standards~1{reference}~1draft/put")))
                .isTrue();
    }

    private static boolean requiresIfMatch(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString().equals("If-Match")
                        && parameter.path("required").asBoolean(false));
    }

    private static JsonNode body(JsonNode operation) {
        return referred(operation.at("/requestBody/content/application~1json/schema"));
    }

    private static JsonNode referred(JsonNode schema) {
        return api.at(schema.path("$ref").asString("").replace("#", ""));
    }

    /** Named as in {@code /employers/name}, where employers is a list. */
    private static Set<String> required(JsonNode schema) {
        var required = new TreeSet<String>();
        schema.path("required").forEach(field -> required.add("/" + field.asString()));
        schema.path("properties").forEachEntry((field, property) -> {
            var nested = property.has("items") ? property.path("items") : property;
            if (nested.has("$ref")) {
                required(referred(nested)).forEach(each -> required.add("/" + field + each));
            }
        });
        return required;
    }

    private static Set<String> missed(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json()
                .path("errors")
                .valueStream()
                .map(each -> each.path("pointer").asString().replace("/0/", "/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
