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
import org.occupationalstandards.faults.history.Shown;
import org.occupationalstandards.faults.history.Stored;

/** Each checker passes a sound run and fails when the fault that it is there for is planted. */
class CheckersTest {

    private static final Seen FIRST = new Seen("a", "OCC0001", 1);
    private static final Seen THIRD = new Seen("c", "OCC0001", 3);
    private static final Seen OTHER = new Seen("d", "OCC0002", 1);
    private static final List<Seen> ALL = List.of(FIRST, OTHER, THIRD);
    private static final Map<String, Shown> SHOWN = Map.of(
            "OCC0001", new Shown("in-development", "0.0", "First", 3),
            "OCC0002", new Shown("potential", "0.0", "Second", 1));

    private static Observation sound() {
        return new Observation(
                List.of(
                        command("1", Outcome.ACKNOWLEDGED, "OCC0001", 1L),
                        command("2", Outcome.ACKNOWLEDGED, "OCC0001", 3L),
                        command("3", Outcome.REFUSED, null, null)),
                List.of(
                        new Stored("a", "OCC0001", 1, true),
                        new Stored("b", "OCC0001", 2, false),
                        new Stored("c", "OCC0001", 3, true),
                        new Stored("d", "OCC0002", 1, true)),
                List.of(FIRST, OTHER, FIRST, OTHER, THIRD),
                ALL,
                Map.of("one", ALL),
                SHOWN,
                SHOWN,
                List.of(new Injected("x", "OCC0001", "UNKNOWN_TYPE", 0)),
                List.of(new DeadLetter("x", "UNKNOWN_TYPE"), new DeadLetter("x", "UNKNOWN_TYPE")),
                true);
    }

    private static Command command(String id, Outcome outcome, @Nullable String reference, @Nullable Long sequence) {
        return new Command(id, "propose", Instant.EPOCH, outcome, Instant.EPOCH, reference, sequence);
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
                List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), true);
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
                                Map.of(
                                        "OCC0001",
                                        new Shown("potential", "0.0", "First", 1),
                                        "OCC0002",
                                        shown("OCC0002")))),
                planted(
                        "the catalogue lacks a standard",
                        new CatalogueIsTheFold(),
                        run -> with(
                                run,
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                Map.of("OCC0001", shown("OCC0001")))),
                planted(
                        "a command hangs",
                        new EveryCommandCompletes(),
                        run -> new Observation(
                                List.of(command("9", Outcome.UNKNOWN, null, null)),
                                run.stored(),
                                run.topic(),
                                run.feed(),
                                run.deliveries(),
                                run.folded(),
                                run.catalogue(),
                                run.injected(),
                                run.deadLetters(),
                                true)),
                planted(
                        "an unreadable message leaves no trace",
                        new DeadLettersTellWhy(),
                        run -> setAside(run, List.of())),
                planted(
                        "a message is set aside for the wrong reason",
                        new DeadLettersTellWhy(),
                        run -> setAside(run, List.of(new DeadLetter("x", "MALFORMED_DATA")))),
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
                SHOWN,
                Map.of(),
                List.of(),
                List.of(),
                false);
        assertThat(new EveryPlaceHasTheSameEvents().check(early).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(new CatalogueIsTheFold().check(early).result()).isEqualTo(Result.INCONCLUSIVE);
    }

    private static Arguments planted(String fault, Checker checker, UnaryOperator<Observation> plant) {
        return Arguments.of(fault, checker, plant);
    }

    private static Shown shown(String reference) {
        return java.util.Objects.requireNonNull(SHOWN.get(reference));
    }

    private static Observation with(
            Observation run,
            List<Stored> stored,
            List<Seen> topic,
            List<Seen> feed,
            Map<String, List<Seen>> deliveries,
            Map<String, Shown> catalogue) {
        return new Observation(
                run.commands(),
                stored,
                topic,
                feed,
                deliveries,
                run.folded(),
                catalogue,
                run.injected(),
                run.deadLetters(),
                true);
    }

    private static Observation setAside(Observation run, List<DeadLetter> deadLetters) {
        return new Observation(
                run.commands(),
                run.stored(),
                run.topic(),
                run.feed(),
                run.deliveries(),
                run.folded(),
                run.catalogue(),
                run.injected(),
                deadLetters,
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
