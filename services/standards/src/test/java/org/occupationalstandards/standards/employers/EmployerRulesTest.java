package org.occupationalstandards.standards.employers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.EmployerSize;
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
    private static final KnownEmployers NOBODY = name -> List.of();

    private static List<EmployerEvent> decide(
            Role role, EmployerState state, EmployerCommand command, KnownEmployers known) {
        var caller = new Caller("somebody", Set.of(role), Set.of(), Set.of());
        return EmployerRules.decide(command, state, new Circumstances(caller, NOW, LifecyclePolicy.defaults()), known);
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
}
