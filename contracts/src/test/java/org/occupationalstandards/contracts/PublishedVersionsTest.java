package org.occupationalstandards.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
 * {@code src/test/resources/published}; a new type or version is added there, and to the checksums, when it is first
 * released, and nothing there is ever edited: {@link PublishedHistoryTest} looks.
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
        assertThat(PublishedGate.SCHEMA.breaches(before, now)).isEmpty();
    }

    @Test
    void the_description_still_has_every_channel_message_and_header_that_was_published() {
        assertThat(PublishedGate.DESCRIPTION.breaches(
                        Published.description(Published.FIRST_DESCRIPTION),
                        Published.description(Published.DESCRIPTION)))
                .isEmpty();
    }

    /** Two folders could be edited alike: this list is a third place, in which a change of what was published shows. */
    @Test
    void what_was_published_is_what_its_checksums_say() throws Exception {
        try (var files = Files.walk(Published.FIRST)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.equals(Published.CHECKSUMS))
                            .map(PublishedVersionsTest::checksum))
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(Published.CHECKSUMS));
        }
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
        assertThat(PublishedGate.SCHEMA.breaches(common(), now)).isEmpty();
        ObjectNode bare = common();
        facts(bare).remove("properties");
        assertThat(PublishedGate.SCHEMA.breaches(bare, now)).isEmpty();
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
            assertThat(PublishedGate.SCHEMA.breaches(common(), changed)).isNotEmpty();
        }
    }

    @Test
    void the_gate_refuses_a_description_without_a_channel_message_or_header() {
        JsonNode published = Published.description(Published.FIRST_DESCRIPTION);
        for (String gone : List.of(
                "/channels/state",
                "/channels/events/messages/approved",
                "/components/messages/approved",
                "/components/messageTraits/cloudEvent/headers/properties/ce_position")) {
            ObjectNode now = (ObjectNode) Published.description(Published.FIRST_DESCRIPTION);
            int last = gone.lastIndexOf('/');
            ((ObjectNode) now.at(gone.substring(0, last))).remove(gone.substring(last + 1));
            assertThat(PublishedGate.DESCRIPTION.breaches(published, now)).containsExactly(gone + " is gone");
        }
    }

    private static String checksum(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest) + "  " + Published.FIRST.relativize(file);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode common() {
        return (ObjectNode) Published.read(Published.FIRST_SCHEMAS.resolve("common.v1.json"));
    }

    private static ObjectNode facts(ObjectNode common) {
        return (ObjectNode) common.get("$defs").get("facts");
    }
}
