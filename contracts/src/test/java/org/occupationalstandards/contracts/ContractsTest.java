package org.occupationalstandards.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records, schemas, examples and the AsyncAPI description say the same. */
class ContractsTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<String> types() {
        return Stream.concat(
                Arrays.stream(AnnouncementType.values()).map(AnnouncementType::wireName),
                Stream.of(CloudEventNames.STATE_TYPE));
    }

    @Test
    void every_announcement_has_a_wire_name() {
        Set<Class<?>> named = Arrays.stream(AnnouncementType.values())
                .map(AnnouncementType::record)
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(Set.of(Announcement.class.getPermittedSubclasses()));
    }

    @Test
    void every_type_has_a_schema_and_an_example_and_nothing_else_lies_about() {
        List<String> types = types().sorted().toList();
        assertThat(Published.names(Published.EXAMPLES)).isEqualTo(types);
        assertThat(Published.names(Published.SCHEMAS))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(types.stream(), Stream.of("common.v1")).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_example_fits_its_schema(String type) {
        assertThat(problems(type, Published.read(Published.EXAMPLES.resolve(type + ".json"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_schema_refuses_an_example_without_any_one_of_the_parts_that_it_was_first_published_with(String type) {
        ObjectNode example = (ObjectNode) Published.read(Published.EXAMPLES.resolve(type + ".json"));
        for (String part : Published.asFirstPublished(type).propertyNames()) {
            ObjectNode without = example.deepCopy();
            without.remove(part);
            assertThat(problems(type, without)).as("%s without %s", type, part).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(AnnouncementType.class)
    void the_record_reads_and_writes_the_example_without_loss(AnnouncementType type) {
        JsonNode example = Published.read(Published.EXAMPLES.resolve(type.wireName() + ".json"));
        Announcement announcement = STRICT.treeToValue(example, type.record());
        assertThat(STRICT.readTree(STRICT.writeValueAsString(announcement))).isEqualTo(example);
        assertThat(AnnouncementType.of(announcement)).isEqualTo(type);
    }

    @Test
    void the_state_is_an_occupation() {
        JsonNode example = Published.read(Published.EXAMPLES.resolve(CloudEventNames.STATE_TYPE + ".json"));
        assertThat(STRICT.readTree(STRICT.writeValueAsString(STRICT.treeToValue(example, Occupation.class))))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_asyncapi_description_names_the_type_and_its_schema(String type) throws Exception {
        String description = Files.readString(Path.of("src/main/resources/contracts/asyncapi.yaml"));
        assertThat(description).contains("name: " + type + "\n").contains("'schemas/" + type + ".json'");
        assertThat(description).contains("address: " + Topics.EVENTS).contains("address: " + Topics.STATE);
    }

    @Test
    void routes_are_found_by_id_and_by_names_of_today_and_before() {
        assertThat(Routes.all()).hasSize(15);
        assertThat(Routes.all()).allSatisfy(route -> {
            assertThat(Routes.withId(route.id())).contains(route);
            assertThat(Routes.named(route.name())).contains(route);
        });
        assertThat(Routes.named(" construction ")).isEqualTo(Routes.withId(5));
        assertThat(Routes.named("Childcare and education")).isEqualTo(Routes.withId(4));
        assertThat(Routes.named("Education and childcare")).isEqualTo(Routes.withId(4));
        assertThat(Routes.named("Social care")).isEqualTo(Routes.withId(14));
        assertThat(Routes.named("Astronautics")).isEmpty();
        assertThat(List.of(Tier.ofLevel(2), Tier.ofLevel(3))).containsOnly(Tier.TECHNICAL);
        assertThat(List.of(Tier.ofLevel(4), Tier.ofLevel(5))).containsOnly(Tier.HIGHER_TECHNICAL);
        assertThat(List.of(Tier.ofLevel(6), Tier.ofLevel(7))).containsOnly(Tier.PROFESSIONAL);
    }

    static List<?> problems(String type, JsonNode data) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of("classpath:contracts/schemas/" + type + ".json"));
        return schema.validate(data);
    }
}
