package org.occupationalstandards.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published version never changes, but for optional fields that are added. What was published stands in
 * {@code src/test/resources/published}; a new type or version is added there when it is first released, and nothing
 * there is ever edited.
 */
class PublishedVersionsTest {

    static Stream<String> published() {
        return Published.names(Published.FIRST_SCHEMAS).stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void the_schema_still_means_what_was_published(String name) {
        JsonNode before = Published.read(Published.FIRST_SCHEMAS.resolve(name + ".json"));
        JsonNode now = Published.read(Published.SCHEMAS.resolve(name + ".json"));
        assertThat(PublishedGate.breaches(before, now)).isEmpty();
    }

    @Test
    void everything_that_is_offered_is_recorded_as_published() {
        assertThat(Published.names(Published.FIRST_SCHEMAS)).isEqualTo(Published.names(Published.SCHEMAS));
        assertThat(Published.names(Published.FIRST_EXAMPLES)).isEqualTo(Published.names(Published.EXAMPLES));
    }

    @ParameterizedTest
    @EnumSource(AnnouncementType.class)
    void a_message_as_first_published_is_still_read(AnnouncementType type) {
        JsonNode message = Published.asFirstPublished(type.wireName());
        Announcement read = Published.JSON.treeToValue(message, type.record());
        assertThat(read.facts().reference()).isEqualTo(message.get("reference").asString());
    }

    /** So that a field that is added does not narrow what another part of the schema has described already. */
    @ParameterizedTest
    @MethodSource("org.occupationalstandards.contracts.ContractsTest#types")
    void a_message_as_first_published_still_fits_the_schema(String type) {
        assertThat(ContractsTest.problems(type, Published.asFirstPublished(type)))
                .isEmpty();
    }

    @Test
    void the_gate_lets_an_optional_field_and_better_words_pass() {
        ObjectNode now = common();
        facts(now).withObjectProperty("properties").putObject("noticeGiven").put("type", "string");
        facts(now).put("description", "Said better.");
        assertThat(PublishedGate.breaches(common(), now)).isEmpty();
        ObjectNode bare = common();
        facts(bare).remove("properties");
        assertThat(PublishedGate.breaches(bare, now)).isEmpty();
    }

    @Test
    void the_gate_refuses_everything_else() {
        ObjectNode lost = common();
        facts(lost).withObjectProperty("properties").remove("version");
        ObjectNode demanded = common();
        ((ArrayNode) facts(demanded).get("required")).add("noticeGiven");
        ObjectNode retyped = common();
        ((ObjectNode) facts(retyped).get("properties").get("level")).put("type", "string");
        ObjectNode widened = common();
        ((ArrayNode) facts(widened).get("properties").get("statusAfter").get("enum")).add("paused");
        ObjectNode tightened = common();
        ((ObjectNode) facts(tightened).get("properties").get("title")).put("maxLength", 10);

        for (ObjectNode changed : List.of(lost, demanded, retyped, widened, tightened)) {
            assertThat(PublishedGate.breaches(common(), changed)).isNotEmpty();
        }
    }

    private static ObjectNode common() {
        return (ObjectNode) Published.read(Published.FIRST_SCHEMAS.resolve("common.v1.json"));
    }

    private static ObjectNode facts(ObjectNode common) {
        return (ObjectNode) common.get("$defs").get("facts");
    }
}
