package org.occupationalstandards.faults.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.faults.checking.Verdict.Result;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.history.DeadLetter;
import org.occupationalstandards.faults.history.Injected;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Seen;
import org.occupationalstandards.faults.history.Stored;
import org.occupationalstandards.faults.history.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each checker passes a sound run and fails when the fault that it is there for is planted. */
class CheckersTest {

    private static final Seen FIRST = new Seen("a", "OCC0001", 1);
    private static final Seen THIRD = new Seen("c", "OCC0001", 3);
    private static final Seen OTHER = new Seen("d", "OCC0002", 1);
    private static final List<Seen> ALL = List.of(FIRST, OTHER, new Seen("y", "FAULT-1", 1), THIRD);
    private static final Map<String, JsonNode> DECIDED =
            Map.of("OCC0001", standard("First", 3, "Find faults"), "OCC0002", standard("Second", 1, "Sing"));
    private static final Window WINDOW = new Window("kill -9", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

    private static JsonNode standard(String title, long sequence, String skill) {
        return JsonMapper.shared().readTree("""
                {"title": "%s", "sequence": %d, "skills": [{"label": "S1", "text": "%s"}]}""".formatted(title, sequence, skill));
    }

    private static Observation sound() {
        return new Observation(
                List.of(
                        done("1", "OCC0001", 0, 1),
                        done("2", "OCC0001", 1, 3),
                        done("3", "OCC0002", 0, 1),
                        refused("4", 412, true)),
                List.of(
                        new Stored("a", "OCC0001", 1, true),
                        new Stored("b", "OCC0001", 2, false),
                        new Stored("c", "OCC0001", 3, true),
                        new Stored("d", "OCC0002", 1, true)),
                List.of(FIRST, OTHER, FIRST, OTHER, ALL.get(2), THIRD),
                ALL,
                Map.of("one", ALL),
                DECIDED,
                DECIDED,
                List.of(
                        new Injected("x", "OCC0001", "MALFORMED_DATA", 0, false),
                        new Injected("y", "FAULT-1", "UNKNOWN_TYPE", 1, true)),
                List.of(
                        new DeadLetter("x", "MALFORMED_DATA"),
                        new DeadLetter("x", "MALFORMED_DATA"),
                        new DeadLetter("y", "UNKNOWN_TYPE")),
                List.of(WINDOW),
                true);
    }

    private static Command done(String id, String reference, long before, long sequence) {
        return command(id, Outcome.ACKNOWLEDGED, 200, false, reference, before, sequence);
    }

    private static Command refused(String id, int status, boolean toBeRefused) {
        return command(id, Outcome.REFUSED, status, toBeRefused, "OCC0001", 0, null);
    }

    private static Command unanswered(@Nullable String reference, long before) {
        return command("9", Outcome.UNKNOWN, 0, false, reference, before, null);
    }

    private static Command command(
            String id,
            Outcome outcome,
            int status,
            boolean toBeRefused,
            @Nullable String reference,
            long before,
            @Nullable Long sequence) {
        return new Command(
                id,
                "withdraw",
                Instant.EPOCH,
                outcome,
                Instant.EPOCH,
                status,
                toBeRefused,
                reference,
                before,
                sequence);
    }

    static Stream<Checker> checkers() {
        return Checker.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("checkers")
    void a_sound_run_passes(Checker checker) {
        assertThat(checker.check(sound()).result()).isEqualTo(Result.PASS);
    }

    @ParameterizedTest
    @MethodSource("checkers")
    void a_run_in_which_nothing_happened_proves_nothing(Checker checker) {
        Observation nothing = new Observation(
                List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(),
                List.of(), true);
        assertThat(checker.check(nothing).result()).isEqualTo(Result.INCONCLUSIVE);
    }

    static Stream<Arguments> plantedFaults() {
        return Stream.of(
                planted(
                        "an acknowledged event is lost",
                        new AcknowledgedIsStoredOnce(),
                        run -> with(
                                run,
                                without(run.stored(), 2),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "an event is stored twice",
                        new AcknowledgedIsStoredOnce(),
                        run -> with(
                                run,
                                twice(run.stored(), 0),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "a stream has a hole",
                        new AcknowledgedIsStoredOnce(),
                        run -> with(
                                run,
                                without(run.stored(), 1),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "the topic lost an event",
                        new EveryPlaceHasTheSameEvents(),
                        run -> with(
                                run,
                                run.stored(),
                                List.of(FIRST, OTHER),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "the topic has what never happened",
                        new EveryPlaceHasTheSameEvents(),
                        run -> with(
                                run,
                                without(run.stored(), 3),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "an internal event is announced",
                        new EveryPlaceHasTheSameEvents(),
                        run -> with(
                                run,
                                run.stored(),
                                plus(run.topic(), new Seen("b", "OCC0001", 2)),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "the feed repeats an event",
                        new EveryPlaceHasTheSameEvents(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                twice(run.feed(), 0),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "a subscriber misses an event",
                        new EveryPlaceHasTheSameEvents(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                Map.of("one", List.of(FIRST)),
                                run.catalogue())),
                planted(
                        "the topic is out of order",
                        new OrderPerStandard(),
                        run -> with(
                                run,
                                run.stored(),
                                List.of(THIRD, FIRST, OTHER),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "a subscriber hears out of order",
                        new OrderPerStandard(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                Map.of("one", List.of(THIRD, OTHER, FIRST)),
                                run.catalogue())),
                planted(
                        "the catalogue is behind",
                        new CatalogueIsTheFold(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                Map.of("OCC0001", standard("First", 1, "Find faults"), "OCC0002", decided("OCC0002")))),
                planted(
                        "the catalogue has another skill than was decided, and the topic tells of no difference",
                        new CatalogueIsTheFold(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                Map.of("OCC0001", standard("First", 3, "Find fault"), "OCC0002", decided("OCC0002")))),
                planted(
                        "the catalogue shows what nobody decided on",
                        new CatalogueIsTheFold(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                Map.of(
                                        "OCC0001",
                                        decided("OCC0001"),
                                        "OCC0002",
                                        decided("OCC0002"),
                                        "OCC0003",
                                        decided("OCC0001")))),
                planted(
                        "the catalogue lacks a standard",
                        new CatalogueIsTheFold(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                Map.of("OCC0001", decided("OCC0001")))),
                planted(
                        "a command is carried out twice, and makes two standards",
                        new AcknowledgedIsStoredOnce(),
                        run -> with(
                                run,
                                plus(run.stored(), new Stored("e", "OCC0003", 1, true)),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "a command is carried out twice on one standard",
                        new AcknowledgedIsStoredOnce(),
                        run -> with(
                                run,
                                plus(run.stored(), new Stored("e", "OCC0001", 4, true)),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "one event is the answer to two commands",
                        new AcknowledgedIsStoredOnce(),
                        run -> asked(run, plus(run.commands(), done("5", "OCC0001", 2, 3)))),
                planted(
                        "more is stored than a command without an answer can have led to",
                        new AcknowledgedIsStoredOnce(),
                        run -> asked(
                                with(
                                        run,
                                        plus(
                                                plus(run.stored(), new Stored("e", "OCC0003", 1, true)),
                                                new Stored("f", "OCC0004", 1, true)),
                                        run.topic(),
                                        run.feed(),
                                        run.deliveries(),
                                        run.catalogue()),
                                plus(run.commands(), unanswered(null, 0)))),
                planted(
                        "a command hangs",
                        new EveryCommandCompletes(),
                        run -> asked(run, List.of(unanswered(null, 0)))),
                planted(
                        "a command is refused without cause",
                        new EveryCommandCompletes(),
                        run -> asked(run, plus(run.commands(), refused("5", 409, false)))),
                planted(
                        "a command that the rules are against is refused as if its sender were nobody",
                        new EveryCommandCompletes(),
                        run -> asked(run, plus(run.commands(), refused("5", 403, true)))),
                planted(
                        "a command that the rules are against is done",
                        new EveryCommandCompletes(),
                        run -> asked(
                                run,
                                plus(run.commands(), command("5", Outcome.ACKNOWLEDGED, 200, true, "OCC0001", 3, 4L)))),
                planted(
                        "the feed does not pass on an unknown type",
                        new EveryPlaceHasTheSameEvents(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                without(run.feed(), 2),
                                run.deliveries(),
                                run.catalogue())),
                planted(
                        "an unreadable message leaves no trace",
                        new DeadLettersTellWhy(),
                        run -> setAside(run, List.of())),
                planted(
                        "a message is set aside for the wrong reason",
                        new DeadLettersTellWhy(),
                        run -> setAside(
                                run,
                                List.of(new DeadLetter("x", "UNKNOWN_TYPE"), new DeadLetter("y", "MALFORMED_DATA")))),
                planted(
                        "a good message is set aside",
                        new DeadLettersTellWhy(),
                        run -> setAside(run, plus(run.deadLetters(), new DeadLetter("a", "UNKNOWN_TYPE")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedFaults")
    void the_planted_fault_is_found(String fault, Checker checker, UnaryOperator<Observation> plant) {
        Verdict verdict = checker.check(plant.apply(sound()));
        assertThat(verdict.result()).isEqualTo(Result.FAIL);
        assertThat(verdict.evidence()).isNotEmpty();
    }

    @Test
    void what_is_missing_before_the_readers_caught_up_proves_nothing() {
        Observation early = new Observation(
                sound().commands(),
                sound().stored(),
                List.of(FIRST),
                List.of(FIRST),
                Map.of("one", List.of()),
                DECIDED,
                Map.of(),
                List.of(),
                List.of(),
                List.of(WINDOW),
                false);
        assertThat(new EveryPlaceHasTheSameEvents().check(early).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(new CatalogueIsTheFold().check(early).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(new DeadLettersTellWhy().check(early).result()).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void a_command_without_an_answer_may_have_led_to_what_is_stored() {
        Observation run = asked(
                with(
                        sound(),
                        plus(sound().stored(), new Stored("e", "OCC0003", 1, true)),
                        List.of(),
                        List.of(),
                        Map.of(),
                        DECIDED),
                plus(sound().commands(), unanswered(null, 0)));
        assertThat(new AcknowledgedIsStoredOnce().check(run).result()).isEqualTo(Result.PASS);
    }

    @Test
    void a_fault_during_which_nothing_was_acknowledged_proves_nothing() {
        Instant later = Instant.EPOCH.plusSeconds(100);
        Observation idle = with(sound(), List.of(WINDOW, new Window("late commit", later, later.plusSeconds(1))));
        Verdict verdict = new WorkWentOn().check(idle);
        assertThat(verdict.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(verdict.evidence()).singleElement().asString().contains("late commit");
    }

    private static Arguments planted(String fault, Checker checker, UnaryOperator<Observation> plant) {
        return Arguments.of(fault, checker, plant);
    }

    private static JsonNode decided(String reference) {
        return java.util.Objects.requireNonNull(DECIDED.get(reference));
    }

    private static Observation asked(Observation run, List<Command> commands) {
        return copy(
                run,
                commands,
                run.stored(),
                run.topic(),
                run.feed(),
                run.deliveries(),
                run.catalogue(),
                run.deadLetters(),
                run.windows());
    }

    private static Observation with(Observation run, List<Window> windows) {
        return copy(
                run,
                run.commands(),
                run.stored(),
                run.topic(),
                run.feed(),
                run.deliveries(),
                run.catalogue(),
                run.deadLetters(),
                windows);
    }

    private static Observation with(
            Observation run,
            List<Stored> stored,
            List<Seen> topic,
            List<Seen> feed,
            Map<String, List<Seen>> deliveries,
            Map<String, JsonNode> catalogue) {
        return copy(run, run.commands(), stored, topic, feed, deliveries, catalogue, run.deadLetters(), run.windows());
    }

    private static Observation setAside(Observation run, List<DeadLetter> deadLetters) {
        return copy(
                run,
                run.commands(),
                run.stored(),
                run.topic(),
                run.feed(),
                run.deliveries(),
                run.catalogue(),
                deadLetters,
                run.windows());
    }

    private static Observation copy(
            Observation run,
            List<Command> commands,
            List<Stored> stored,
            List<Seen> topic,
            List<Seen> feed,
            Map<String, List<Seen>> deliveries,
            Map<String, JsonNode> catalogue,
            List<DeadLetter> deadLetters,
            List<Window> windows) {
        return new Observation(
                commands,
                stored,
                topic,
                feed,
                deliveries,
                run.decided(),
                catalogue,
                run.injected(),
                deadLetters,
                windows,
                true);
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> copy = new ArrayList<>(all);
        copy.remove(index);
        return copy;
    }

    private static <T> List<T> twice(List<T> all, int index) {
        return plus(all, all.get(index));
    }

    private static <T> List<T> plus(List<T> all, T more) {
        List<T> copy = new ArrayList<>(all);
        Collections.addAll(copy, more);
        return copy;
    }
}
