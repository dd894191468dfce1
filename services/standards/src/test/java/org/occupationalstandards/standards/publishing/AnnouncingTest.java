package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Occupation.Upcoming;
import org.occupationalstandards.standards.eventsourcing.StoredEventTypes;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.publishing.AnnouncedLives.Life;
import org.occupationalstandards.standards.publishing.Publication.Public;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the public is told of each stored event, as approved in one file; {@code -Dannounced.write=true} writes it anew for
 * everybody to read in the change. The whole occupations are left out there: a schema holds their shape, and what is
 * different in them is in the file.
 */
class AnnouncingTest {

    private static final Path APPROVED = Path.of("src/test/resources/announced.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Life> LIVES = AnnouncedLives.all();

    @Test
    void every_stored_event_happens_in_a_life() {
        assertThat(LIVES.values().stream().map(life -> life.last().getClass()).collect(Collectors.toSet()))
                .isEqualTo(StoredEventTypes.all().stream()
                        .map(StoredEventTypes.Type::record)
                        .filter(StandardEvent.class::isAssignableFrom)
                        .collect(Collectors.toSet()));
    }

    @Test
    void the_public_is_told_what_was_approved() throws IOException {
        ObjectNode told = JSON.createObjectNode();
        LIVES.forEach((name, life) -> told.set(name, approvable(publication(life))));
        if (Boolean.getBoolean("announced.write")) {
            Files.writeString(APPROVED, JSON.writeValueAsString(told) + "\n");
        }
        JsonNode approved = JSON.readTree(Files.readString(APPROVED));
        assertThat(told.propertyNames()).isEqualTo(approved.propertyNames());
        approved.properties()
                .forEach(each ->
                        assertThat(told.get(each.getKey())).as(each.getKey()).isEqualTo(each.getValue()));
    }

    @Test
    void a_version_that_was_taken_over_before_its_first_day_is_told_as_upcoming_beside_the_one_in_force() {
        var life = Objects.requireNonNull(LIVES.get("standard-registered, with a version that is still to come"));

        assertThat(publication(life))
                .isInstanceOfSatisfying(
                        Public.class,
                        told -> assertThat(told.announcement())
                                .isInstanceOfSatisfying(Announcement.Registered.class, registered -> {
                                    var occupation = registered.occupation();
                                    assertThat(occupation.version()).isEqualTo("1.3");
                                    assertThat(registered.facts().version()).isEqualTo("1.3");
                                    assertThat(registered.facts().effectiveFrom())
                                            .isEqualTo(occupation.effectiveFrom())
                                            .isEqualTo("2025-06-30");
                                    assertThat(occupation.effectiveTo()).isEqualTo("2027-07-30");
                                    assertThat(occupation.upcoming())
                                            .isEqualTo(new Upcoming("1.4", LocalDate.parse("2027-07-31")));
                                }));
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_told_fits_its_schema(String name) {
        if (publication(Objects.requireNonNull(LIVES.get(name))) instanceof Public told) {
            String type = AnnouncementType.of(told.announcement()).wireName();
            var schema = SCHEMAS.getSchema(SchemaLocation.of("classpath:contracts/schemas/" + type + ".json"));
            assertThat(schema.validate(json(told))).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void a_command_says_that_the_public_is_told_where_it_can_be(CommandName command) {
        Set<Class<?>> announced = LIVES.values().stream()
                .filter(life -> publication(life) instanceof Public)
                .map(life -> life.last().getClass())
                .collect(Collectors.toSet());

        assertThat(command.told().contains(Audience.PUBLIC))
                .isEqualTo(command.events().stream().anyMatch(announced::contains));
    }

    static List<String> names() {
        return List.copyOf(LIVES.keySet());
    }

    private static Publication publication(Life life) {
        StandardState before = StandardState.none();
        for (StandardEvent event : life.events().subList(0, life.events().size() - 1)) {
            before = before.after(event);
        }
        return Announcing.of(life.recorded(), before, before.after(life.last()), ZoneId.of("Europe/London"));
    }

    private static JsonNode json(Public told) {
        return PublishedJson.MAPPER.readTree(PublishedJson.MAPPER.writeValueAsString(told.announcement()));
    }

    private static JsonNode approvable(Publication publication) {
        if (!(publication instanceof Public told)) {
            return JSON.getNodeFactory().stringNode("internal");
        }
        ObjectNode data = (ObjectNode) json(told);
        data.remove(List.of("occupation", "draft"));
        return JSON.createObjectNode()
                .put("type", AnnouncementType.of(told.announcement()).wireName())
                .set("data", data);
    }
}
