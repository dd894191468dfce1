package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the one table of commands in full: every stage, every command, every role. Whom and where the table does not
 * permit is refused for that very reason; whom and where it does is not, and what happens is what the table says.
 */
class EveryStageCommandAndRoleTest {

    private static final Map<Stage, StandardState> STATES = states();

    private static Map<Stage, StandardState> states() {
        Map<Stage, StandardState> states = new LinkedHashMap<>();
        for (History history : List.of(
                new History(),
                Examples.potential(),
                Examples.recommended(),
                Examples.inDevelopment(),
                Examples.inConsultation(),
                Examples.submitted(),
                Examples.approved(),
                retiring(),
                retired(),
                withdrawn())) {
            states.put(history.state().stage(), history.state());
        }
        return states;
    }

    private static History retiring() {
        return Examples.approved()
                .then(
                        People.OFFICIAL,
                        new EndOfLifeCommand.ProposeRetirement("Nobody has started for two years", null, null, null));
    }

    private static History retired() {
        History history = retiring()
                .after(java.time.Duration.ofDays(60))
                .then(People.OFFICIAL, new ConsultationCommand.CloseConsultation(null));
        return history.then(People.OTHER_COMMITTEE, new EndOfLifeCommand.Retire(null, null, "It has run its course"));
    }

    private static History withdrawn() {
        return Examples.inDevelopment().then(People.OFFICIAL, new EndOfLifeCommand.Withdraw("The group gave up"));
    }

    @Test
    void every_stage_is_walked() {
        assertThat(STATES.keySet()).isEqualTo(EnumSet.allOf(Stage.class));
    }

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        STATES.forEach((stage, state) -> {
            for (CommandName command : CommandName.values()) {
                for (Role role : Role.values()) all.add(Arguments.of(stage, command, role));
            }
        });
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @MethodSource("everything")
    void the_table_is_what_happens(Stage stage, CommandName command, Role role) {
        StandardState state = java.util.Objects.requireNonNull(STATES.get(stage));
        Caller caller = People.caller("somebody", role, Set.of(People.GROUP), Set.of(10));
        Circumstances circumstances = new Circumstances(caller, History.START, LifecyclePolicy.defaults());
        Refusal refusal = null;
        List<StandardEvent> led = List.of();
        try {
            led = StandardLifecycle.decide(empty(command), state, circumstances);
        } catch (CommandRefused refused) {
            refusal = refused.refusal();
        }
        assertThat(led).allSatisfy(event -> assertThat(command.events()).contains(event.getClass()));
        if (!state.exists() && !command.creates()) {
            assertThat(refusal).isEqualTo(Refusal.UNKNOWN_STANDARD);
        } else if (!command.roles().contains(role)) {
            assertThat(refusal).isEqualTo(Refusal.ROLE_NOT_PERMITTED);
        } else if (command.creates() && state.exists()) {
            assertThat(refusal).isEqualTo(Refusal.ALREADY_EXISTS);
        } else if (command.creates()) {
            // A panel member who names no route names none of their own.
            assertThat(refusal).isEqualTo(role == Role.PANEL_MEMBER ? Refusal.NOT_YOUR_ROUTE : Refusal.INVALID_INPUT);
        } else if (!command.stages().contains(stage)) {
            assertThat(refusal).isEqualTo(Refusal.WRONG_STAGE);
        } else {
            assertThat(refusal).isNotIn(Refusal.ROLE_NOT_PERMITTED, Refusal.WRONG_STAGE, Refusal.UNKNOWN_STANDARD);
        }
    }

    /** The command with nothing filled in: whether somebody may give it is decided before what it says is read. */
    private static StandardCommand empty(CommandName command) {
        try {
            RecordComponent[] components = command.record().getRecordComponents();
            var constructor = command.record()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            @Nullable Object[] nothing = new Object[components.length];
            return (StandardCommand) constructor.newInstance(nothing);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
