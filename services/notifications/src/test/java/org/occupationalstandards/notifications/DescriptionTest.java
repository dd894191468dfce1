package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI description says what the service does. */
class DescriptionTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static Broker broker;
    private static RunningService service;
    private static Announcer announcer;
    private static JsonNode api;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        service = RunningService.start(Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()));
        announcer = new Announcer(broker.bootstrapServers());
        api = service.get("/v3/api-docs").json();
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        broker.close();
    }

    private static JsonNode get(String path) {
        return api.path("paths").path(path).path("get");
    }

    @Test
    void theInterfaceHasItsName() {
        assertThat(api.path("info").path("title").asString()).isEqualTo("Notifications");
        assertThat(api.path("info").path("description").asString()).contains("by cursor");
    }

    @Test
    void everyParameterThatTheFeedTakesIsDescribed() {
        assertThat(parameters("/changes"))
                .containsExactlyInAnyOrder("after", "limit", "wait", "reference", "route", "level", "type");
        assertThat(parameters("/changes.atom"))
                .containsExactlyInAnyOrder("before", "limit", "reference", "route", "level", "type");
        assertThat(parameters("/changes/stream"))
                .containsExactlyInAnyOrder("after", "Last-Event-ID", "reference", "route", "level", "type");
        assertThat(parameters("/snapshot")).isEmpty();
    }

    @Test
    void everyParameterThatIsDescribedIsTakenAndCheckedAsItSays() {
        for (var path : List.of("/changes", "/changes.atom", "/changes/stream")) {
            for (var parameter : get(path).path("parameters")) {
                var name = parameter.get("name").asString();
                var answer = parameter.get("in").asString().equals("header")
                        ? service.get(path, null, name, "-")
                        : service.get(path + "?" + name + "=-");

                assertThat(answer.status()).as(path + " " + name).isEqualTo(400);
                assertThat(answer.json().get("detail").asString())
                        .as(path + " " + name)
                        .startsWith("This must be");
                assertThat(parameter.path("description").asString())
                        .as(path + " " + name)
                        .isNotBlank();
            }
        }
        var limit = get("/changes")
                .path("parameters")
                .valueStream()
                .filter(each -> each.get("name").asString().equals("limit"))
                .findAny()
                .orElseThrow()
                .get("schema");
        assertThat(service.get("/changes?limit=" + limit.get("maximum").asInt()).status())
                .isEqualTo(200);
        assertThat(service.get("/changes?limit=" + (limit.get("maximum").asInt() + 1))
                        .status())
                .isEqualTo(400);
    }

    private static List<String> parameters(String path) {
        return get(path).path("parameters").findValuesAsString("name");
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatItAnswers() {
        var lacking = new ArrayList<String>();
        api.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    var name = method + " " + path;
                    if (path.startsWith("/operations/parked")) return; // of the platform, described and tested there
                    if (operation.path("summary").asString("").isBlank()) lacking.add(name + ": summary");
                    operation.get("responses").forEachEntry((status, response) -> {
                        if (!status.startsWith("2") || status.equals("204")) return;
                        var contents = response.path("content");
                        if (contents.isEmpty()
                                || contents.valueStream().anyMatch(each -> !isDescribed(each.path("schema"))))
                            lacking.add(name + ": schema of " + status);
                    });
                }));

        assertThat(lacking).isEmpty();
        assertThat(api.at("/paths/~1subscriptions/post/responses").propertyNames())
                .contains("201")
                .doesNotContain("200");
    }

    private static boolean isDescribed(JsonNode schema) {
        if (schema.has("$ref"))
            return !api.at(schema.get("$ref").asString().substring(1)).isEmpty();
        return schema.has("type");
    }

    @Test
    void realAnswersAreAsDescribed() {
        announcer.approved("OCC0218");
        announcer.submitted("OCC0218");
        var changes = await().until(
                        () -> service.get("/changes").json(),
                        page -> page.get("items").size() == 2);

        assertThat(problems("/changes", changes)).isEmpty();
        ((ObjectNode) changes.get("items").get(0)).remove("subject");
        assertThat(problems("/changes", changes)).as("without a subject").isNotEmpty();
        assertThat(problems("/snapshot", service.get("/snapshot").json())).isEmpty();
    }

    /** What in the answer is not as its schema says. */
    private static List<String> problems(String path, JsonNode answer) {
        var schema = RunningService.JSON.createObjectNode();
        schema.set("$ref", get(path).at("/responses/200/content/application~1json/schema/$ref"));
        schema.set("components", api.get("components"));
        return SCHEMAS.getSchema(schema).validate(answer).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void whatNeedsATokenSaysSo() {
        assertThat(Stream.of("/subscriptions", "/subscriptions/{id}/deliveries"))
                .allSatisfy(path -> assertThat(get(path).path("security").findValues("bearer"))
                        .isNotEmpty());
        assertThat(Set.copyOf(get("/changes").path("security").findValues("bearer")))
                .isEmpty();
    }
}
