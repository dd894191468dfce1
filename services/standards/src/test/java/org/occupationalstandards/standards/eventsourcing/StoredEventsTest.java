package org.occupationalstandards.standards.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.standards.lifecycle.BallotEvent;
import org.occupationalstandards.standards.lifecycle.Fact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was once stored stays readable. A golden file is never changed: it is what lies in databases. A new event gets one by
 * running this test with {@code -Dgolden=write}; an event that changes its shape gets a new revision, a new file and an
 * upcaster.
 */
class StoredEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final StoredEventSerializer serializer = StoredEventSerializer.create();

    @Test
    void every_event_of_the_rulebook_has_a_name() {
        assertThat(StoredEventTypes.all())
                .extracting(StoredEventTypes.Type::record)
                .containsExactlyInAnyOrderElementsOf(Kind.ALL.stream()
                        .flatMap(kind -> permitted(kind.facts()).stream())
                        .toList());
    }

    @Test
    void names_differ_and_say_nothing_of_classes() {
        assertThat(StoredEventTypes.all())
                .extracting(StoredEventTypes.Type::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_has_a_golden_file_with_all_its_parts(StoredEventTypes.Type type) throws IOException {
        writeIfAsked(type);

        assertThat(golden(type).propertyNames())
                .containsExactlyInAnyOrderElementsOf(Stream.of(type.record().getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_was_stored_reads_back_and_is_stored_the_same_again(StoredEventTypes.Type type) throws IOException {
        var stored = Files.readAllBytes(file(type));

        Fact event = serializer.deserialize(
                new SimpleSerializedObject<>(stored, byte[].class, type.name(), type.revision()));

        assertThat(event).isInstanceOf(type.record());
        var again = serializer.serialize(event, byte[].class);
        assertThat(again.getType().getName()).isEqualTo(type.name());
        assertThat(again.getType().getRevision()).isEqualTo(type.revision());
        assertThat(JSON.readTree(again.getData())).isEqualTo(golden(type));
    }

    @Test
    void no_golden_file_is_left_behind() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(type -> file(type).getFileName().toString())
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_event_with_parts_of_another_time_is_read(StoredEventTypes.Type type) {
        var sparse = "{\"by\": \"someone\", \"added-later\": {\"x\": [1]}}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Fact event = serializer.deserialize(
                new SimpleSerializedObject<>(sparse, byte[].class, type.name(), type.revision()));

        assertThat(event.by()).isEqualTo("someone");
    }

    /** As events were before they gained a part: what they said then they still say, and nothing of the rest. */
    @Test
    void what_was_stored_before_an_event_gained_a_part_reads_back() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/former-events"))) {
            var former = files.toList();
            assertThat(former).isNotEmpty();
            for (var file : former) {
                var type = types().filter(
                                each -> file.getFileName().equals(file(each).getFileName()))
                        .findFirst()
                        .orElseThrow();
                Fact event = serializer.deserialize(new SimpleSerializedObject<>(
                        Files.readAllBytes(file), byte[].class, type.name(), type.revision()));
                var again =
                        JSON.readTree(serializer.serialize(event, byte[].class).getData());
                var stored = JSON.readTree(Files.readAllBytes(file));
                stored.propertyStream()
                        .forEach(each -> assertThat(again.get(each.getKey())).isEqualTo(each.getValue()));
                again.propertyStream()
                        .filter(each -> !stored.has(each.getKey()))
                        .forEach(each -> assertThat(each.getValue().isNull()).isTrue());
            }
        }
    }

    @Test
    void a_delegation_that_was_stored_before_employers_were_asked_for_is_read() {
        var type = StoredEventTypes.of(BallotEvent.VoteDelegated.class);
        var stored = """
                {"to": "panel-2", "until": "2026-11-24", "by": "panel-1", "at": "2026-11-22T09:30:04.123Z"}""".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(serializer.<byte[], Fact>deserialize(
                        new SimpleSerializedObject<>(stored, byte[].class, type.name(), type.revision())))
                .isEqualTo(new BallotEvent.VoteDelegated(
                        "panel-2",
                        LocalDate.parse("2026-11-24"),
                        null,
                        "panel-1",
                        Instant.parse("2026-11-22T09:30:04.123Z")));
    }

    static Stream<StoredEventTypes.Type> types() {
        return StoredEventTypes.all().stream();
    }

    private void writeIfAsked(StoredEventTypes.Type type) throws IOException {
        if ("write".equals(System.getProperty("golden")) && Files.notExists(file(type))) {
            Files.createDirectories(GOLDEN);
            var json = serializer
                    .serialize(Samples.of(type.record()), byte[].class)
                    .getData();
            Files.writeString(file(type), JSON.writeValueAsString(JSON.readTree(json)) + "\n");
        }
    }

    private static JsonNode golden(StoredEventTypes.Type type) throws IOException {
        return JSON.readTree(Files.readAllBytes(file(type)));
    }

    private static Path file(StoredEventTypes.Type type) {
        return GOLDEN.resolve(type.name() + ".v" + type.revision() + ".json");
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Fact>> permitted(Class<?> type) {
        var found = new ArrayList<Class<? extends Fact>>();
        for (var each : type.getPermittedSubclasses()) {
            if (each.isSealed()) {
                found.addAll(permitted(each));
            } else {
                found.add((Class<? extends Fact>) each);
            }
        }
        return found;
    }
}
