package org.occupationalstandards.standards.employers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
import org.occupationalstandards.standards.lifecycle.LeftOut;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** An employer is entered once, and what it was called before still finds it. */
class EmployerRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID HOSPITAL = new UUID(2, 1);
    private static final Candidate ALIKE = new Candidate(
            new UUID(2, 2), "A hospital trust", EmployerSize.LARGE, Candidate.Match.SIMILAR_NAME, "Nearly the same.");
    private static final UUID TRUST = new UUID(2, 3);
    private static final UUID GONE = new UUID(2, 4);
    private static final UUID TWIN = new UUID(2, 5);
    private static final Map<UUID, EmployerState> REGISTER = Map.of(
            TRUST,
            EmployerState.none()
                    .after(new EmployerEvent.EmployerRegistered(TRUST, "A trust", EmployerSize.LARGE, "somebody", NOW)),
            GONE,
            EmployerState.none()
                    .after(new EmployerEvent.EmployerRegistered(GONE, "Gone", EmployerSize.LARGE, "somebody", NOW))
                    .after(new EmployerEvent.EmployerMerged(TRUST, "The same", "somebody", NOW)),
            TWIN,
            EmployerState.none()
                    .after(new EmployerEvent.EmployerRegistered(TWIN, "Twin", EmployerSize.SMALL, "somebody", NOW))
                    .after(new EmployerEvent.EmployerMerged(HOSPITAL, "The same", "somebody", NOW)));
    private static final KnownEmployers NOBODY = name -> List.of();

    private static List<EmployerEvent> decide(
            Role role, EmployerState state, EmployerCommand command, KnownEmployers known) {
        var caller = new Caller("somebody", Set.of(role), Set.of(), Set.of());
        return EmployerRules.decide(
                command,
                state,
                new Circumstances(caller, NOW, LifecyclePolicy.defaults()),
                known,
                id -> REGISTER.getOrDefault(id, EmployerState.none()));
    }

    private static CommandRefused refused(Role role, EmployerState state, EmployerCommand command) {
        return catchThrowableOfType(CommandRefused.class, () -> decide(role, state, command, NOBODY));
    }

    private static EmployerState registered() {
        return EmployerState.none()
                .after(new EmployerEvent.EmployerRegistered(
                        HOSPITAL, "A hospital", EmployerSize.SMALL, "somebody", NOW));
    }

    @Test
    void everybodyOfAGroupAndOfficialsEnterAnEmployer() {
        var command = new EmployerCommand.RegisterEmployer(HOSPITAL, " A hospital ", EmployerSize.LARGE, null);

        for (Role role : Role.values()) {
            if (Set.of(Role.OFFICIAL, Role.EMPLOYER_GROUP_CHAIR, Role.EMPLOYER_GROUP_MEMBER)
                    .contains(role)) {
                assertThat(decide(role, EmployerState.none(), command, NOBODY))
                        .containsExactly(new EmployerEvent.EmployerRegistered(
                                HOSPITAL, "A hospital", EmployerSize.LARGE, "somebody", NOW));
            } else {
                assertThat(refused(role, EmployerState.none(), command).refusal())
                        .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
            }
        }
        assertThat(refused(
                                Role.OFFICIAL,
                                EmployerState.none(),
                                new EmployerCommand.RegisterEmployer(HOSPITAL, " ", null, null))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/name", "/size");
    }

    @Test
    void noAddressComesIntoTheEventsOfAnEmployer() {
        String text = "Ring Ann, ann@example.org";

        for (EmployerCommand command : List.of(
                new EmployerCommand.RegisterEmployer(HOSPITAL, text, EmployerSize.LARGE, null),
                new EmployerCommand.CorrectEmployer(text, null, "Renamed"),
                new EmployerCommand.CorrectEmployer(null, EmployerSize.LARGE, text),
                new EmployerCommand.SeparateEmployer(text))) {
            EmployerState state =
                    command instanceof EmployerCommand.RegisterEmployer ? EmployerState.none() : registered();
            assertThat(refused(Role.OFFICIAL, state, command).problems())
                    .as("%s", command)
                    .extracting(Problem::message)
                    .containsExactly("must not hold an e-mail address: events are kept for ever");
        }
    }

    @Test
    void whoeverMayBeMeantIsOfferedUnlessItIsSaidToBeAnother() {
        KnownEmployers known = name -> List.of(ALIKE);
        var again = new EmployerCommand.RegisterEmployer(HOSPITAL, "A hospital", EmployerSize.SMALL, false);

        assertThat(catchThrowableOfType(
                                EmployerKnown.class, () -> decide(Role.OFFICIAL, EmployerState.none(), again, known))
                        .candidates())
                .containsExactly(ALIKE);
        assertThat(decide(
                        Role.OFFICIAL,
                        EmployerState.none(),
                        new EmployerCommand.RegisterEmployer(HOSPITAL, "A hospital", EmployerSize.SMALL, true),
                        known))
                .hasSize(1);
    }

    @Test
    void theSameNameIsTheSameEmployerWhateverIsSaid() {
        var again = new EmployerCommand.RegisterEmployer(HOSPITAL, "A hospital", EmployerSize.SMALL, true);

        assertThat(catchThrowableOfType(EmployerKnown.class, () -> decide(Role.OFFICIAL, registered(), again, NOBODY))
                        .candidates())
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.id()).isEqualTo(HOSPITAL);
                    assertThat(candidate.match()).isEqualTo(Candidate.Match.SAME_NAME);
                });
    }

    @Test
    void anOfficialCorrectsWhatIsThereWithAReason() {
        var larger = new EmployerCommand.CorrectEmployer(null, EmployerSize.LARGE, "Counted anew");

        assertThat(decide(Role.OFFICIAL, registered(), larger, NOBODY))
                .containsExactly(new EmployerEvent.EmployerCorrected(
                        "A hospital", EmployerSize.LARGE, "Counted anew", "somebody", NOW));
        assertThat(decide(
                        Role.OFFICIAL,
                        registered(),
                        new EmployerCommand.CorrectEmployer("A hospital", null, "Nothing new"),
                        NOBODY))
                .isEmpty();
        assertThat(refused(Role.EMPLOYER_GROUP_CHAIR, registered(), larger).refusal())
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
        assertThat(refused(Role.OFFICIAL, EmployerState.none(), larger).refusal())
                .isEqualTo(Refusal.UNKNOWN_EMPLOYER);
        assertThat(refused(Role.OFFICIAL, registered(), new EmployerCommand.CorrectEmployer("Another", null, null))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/reason");
    }

    @Test
    void namesOfBeforeAreKeptOnceAndNotTheOneOfToday() {
        EmployerState state = registered();
        for (String name : List.of("A trust", "A hospital", "A trust", "A group")) {
            state = state.after(
                    new EmployerEvent.EmployerCorrected(name, EmployerSize.LARGE, "Renamed", "somebody", NOW));
        }

        assertThat(state.name()).isEqualTo("A group");
        assertThat(state.size()).isEqualTo(EmployerSize.LARGE);
        assertThat(state.id()).isEqualTo(HOSPITAL);
        assertThat(state.formerly()).containsExactly("A hospital", "A trust");
    }

    @Test
    void anOfficialMergesAnEntryIntoAnotherAndTakesItBack() {
        var merge = new EmployerCommand.MergeEmployer(TRUST, "The same house");
        var separate = new EmployerCommand.SeparateEmployer("They are two");

        var merged = decide(Role.OFFICIAL, registered(), merge, NOBODY);
        assertThat(merged).containsExactly(new EmployerEvent.EmployerMerged(TRUST, "The same house", "somebody", NOW));
        EmployerState state = registered().after(merged.getFirst());
        assertThat(state.mergedInto()).isEqualTo(TRUST);
        assertThat(decide(Role.OFFICIAL, state, merge, NOBODY)).as("said again").isEmpty();
        var separated = decide(Role.OFFICIAL, state, separate, NOBODY);
        assertThat(separated)
                .containsExactly(new EmployerEvent.EmployerSeparated(TRUST, "They are two", "somebody", NOW));
        assertThat(state.after(separated.getFirst())).isEqualTo(registered());
        assertThat(decide(Role.OFFICIAL, registered(), separate, NOBODY)).isEmpty();
        for (EmployerCommand command : List.of(merge, separate)) {
            assertThat(refused(Role.EMPLOYER_GROUP_CHAIR, state, command).refusal())
                    .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
            assertThat(refused(Role.OFFICIAL, EmployerState.none(), command).refusal())
                    .isEqualTo(Refusal.UNKNOWN_EMPLOYER);
        }
    }

    @Test
    void noEntryIsMergedIntoItselfOrIntoOneThatIsNotThereOrWasMerged() {
        for (UUID into : List.of(HOSPITAL, new UUID(9, 9), GONE)) {
            assertThat(refused(Role.OFFICIAL, registered(), new EmployerCommand.MergeEmployer(into, "The same"))
                            .problems())
                    .as(into.toString())
                    .extracting(Problem::pointer)
                    .containsExactly("/into");
        }
        assertThat(refused(Role.OFFICIAL, registered(), new EmployerCommand.MergeEmployer(null, null))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/into", "/reason");
    }

    @Test
    void whatWasMergedIsCorrectedAtTheEntryThatStandsForIt() {
        EmployerState merged = registered().after(new EmployerEvent.EmployerMerged(GONE, "The same", "somebody", NOW));

        assertThat(refused(Role.OFFICIAL, merged, new EmployerCommand.CorrectEmployer("B", null, "Renamed"))
                        .refusal())
                .isEqualTo(Refusal.CONTRADICTS_RECORD);
        assertThat(refused(Role.OFFICIAL, merged, new EmployerCommand.MergeEmployer(TRUST, "The same"))
                        .refusal())
                .isEqualTo(Refusal.CONTRADICTS_RECORD);
        assertThat(catchThrowableOfType(
                                EmployerKnown.class,
                                () -> decide(
                                        Role.OFFICIAL,
                                        merged,
                                        new EmployerCommand.RegisterEmployer(
                                                HOSPITAL, "A hospital", EmployerSize.SMALL, null),
                                        name -> List.of(ALIKE)))
                        .candidates())
                .containsExactly(ALIKE);
    }

    @Test
    void theEntryThatStaysSaysWhatItStandsFor() {
        var take = new EmployerCommand.TakeInEmployer(TWIN, "The same");
        var letGo = new EmployerCommand.LetGoEmployer(TRUST, "They are two");

        EmployerState state = registered()
                .after(decide(Role.OFFICIAL, registered(), take, NOBODY).getFirst());
        assertThat(state.takenIn()).containsExactly(TWIN);
        assertThat(decide(Role.OFFICIAL, state, take, NOBODY)).isEmpty();
        EmployerState before =
                registered().after(new EmployerEvent.EmployerTakenIn(TRUST, "The same", "somebody", NOW));
        assertThat(before.after(decide(Role.OFFICIAL, before, letGo, NOBODY).getFirst()))
                .isEqualTo(registered());
        assertThat(decide(Role.OFFICIAL, registered(), letGo, NOBODY)).isEmpty();
    }

    @Test
    void whatIsNotedLateIsNotedAsItIsByThen() {
        assertThat(decide(Role.OFFICIAL, registered(), new EmployerCommand.TakeInEmployer(TRUST, "The same"), NOBODY))
                .as("taken back meanwhile")
                .isEmpty();
        EmployerState state = registered().after(new EmployerEvent.EmployerTakenIn(TWIN, "The same", "somebody", NOW));
        assertThat(decide(Role.OFFICIAL, state, new EmployerCommand.LetGoEmployer(TWIN, "They are two"), NOBODY))
                .as("merged again meanwhile")
                .isEmpty();
    }

    @Test
    void mergersOfMergersLeadToTheLastAndNeverInACircle() {
        var same = new SameEmployers(Map.of(HOSPITAL, TRUST, TRUST, GONE));

        assertThat(same.standingFor(HOSPITAL)).isEqualTo(GONE);
        assertThat(same.standingFor(new UUID(9, 9))).isEqualTo(new UUID(9, 9));
        assertThat(same.all(Set.of(TRUST))).containsExactlyInAnyOrder(HOSPITAL, TRUST, GONE);
        assertThat(new SameEmployers(Map.of(HOSPITAL, TRUST, TRUST, HOSPITAL)).standingFor(HOSPITAL))
                .isIn(HOSPITAL, TRUST);
    }

    static Stream<EmployerCommand> commands() {
        return Stream.of(
                new EmployerCommand.RegisterEmployer(HOSPITAL, "A hospital", EmployerSize.LARGE, true),
                new EmployerCommand.CorrectEmployer("A hospital trust", EmployerSize.LARGE, "Grown"),
                new EmployerCommand.MergeEmployer(TRUST, "The same"),
                new EmployerCommand.SeparateEmployer("A slip"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsMarkedAsRequiredIsMissedAndNothingElseIs(EmployerCommand body) {
        boolean registers = body instanceof EmployerCommand.RegisterEmployer;
        var leftOut = new LeftOut<EmployerCommand>(
                body.getClass(), registers ? Map.of("employer", HOSPITAL.toString()) : Map.of());
        leftOut.of(
                body,
                command -> decide(Role.OFFICIAL, registers ? EmployerState.none() : registered(), command, NOBODY));

        assertThat(leftOut.missed()).isEqualTo(LeftOut.required(body.getClass()));
    }
}
