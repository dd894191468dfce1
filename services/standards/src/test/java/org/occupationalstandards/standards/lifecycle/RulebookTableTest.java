package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every situation × every command × every caller: permitted with its events, or refused with its code. The whole is
 * published as a page, and the page is what the rules are held to: a difference is either a mistake or a new rule, and
 * then {@code -Drulebook.write=true} writes the page anew for everybody to read in the change.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulebookTableTest {

    private static final Path PAGE = Path.of("../../docs/rulebook.md");

    private final Map<CommandName, Map<String, Map<Situation, Outcome>>> table = Outcome.table();

    @Test
    void theRulesAreAsPublished() throws IOException {
        String page = RulebookPage.of(table);
        if (Boolean.getBoolean("rulebook.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everySituationIsAtItsStageAndEveryStageIsThere() {
        Set<Stage> stages = new HashSet<>();
        for (Situation situation : Situation.values()) {
            assertThat(situation.history().state().stage()).as(situation.says()).isEqualTo(situation.stage());
            stages.add(situation.stage());
        }
        assertThat(stages).containsExactlyInAnyOrder(Stage.values());
    }

    @Test
    void nothingIsPermittedButWhatTheTableOfCommandsPermits() {
        table.forEach((name, callers) ->
                callers.forEach((caller, outcomes) -> outcomes.forEach((situation, outcome) -> {
                    if (outcome.permitted()) {
                        boolean again = name == CommandName.REGISTER_EXISTING && situation == Situation.REGISTERED;
                        assertThat(name.stages().contains(situation.stage()) || again)
                                .as("%s by %s, %s", name, caller, situation.says())
                                .isTrue();
                        assertThat(name.events())
                                .as("%s by %s, %s", name, caller, situation)
                                .containsAll(outcome.events());
                    }
                })));
    }

    /** Worked out from the one table of commands alone, and for whatever the command says. */
    @Test
    void whomAndWhereTheTableOfCommandsDoesNotPermitIsRefusedForThatReason() {
        table.forEach((name, callers) ->
                Outcome.CALLERS.forEach(caller -> Objects.requireNonNull(callers.get(caller.id()))
                        .forEach((situation, outcome) -> {
                            Refusal refusal = notAdmitted(name, caller, situation);
                            if (refusal != null) {
                                assertThat(outcome.refusal())
                                        .as("%s by %s, %s", name, caller.id(), situation.says())
                                        .containsExactly(refusal);
                            }
                        })));
    }

    private static @Nullable Refusal notAdmitted(CommandName name, Caller caller, Situation situation) {
        boolean exists = situation != Situation.NONE;
        boolean again = name == CommandName.REGISTER_EXISTING && situation == Situation.REGISTERED;
        if (!exists && !name.creates()) {
            return Refusal.UNKNOWN_STANDARD;
        }
        Set<Role> roles = new HashSet<>(caller.roles());
        if (caller == People.CO_CHAIR) {
            roles.add(Role.EMPLOYER_GROUP_CHAIR);
        }
        if (Collections.disjoint(name.roles(), roles)) {
            return Refusal.ROLE_NOT_PERMITTED;
        }
        if (exists && name.creates() && !again) {
            return Refusal.ALREADY_EXISTS;
        }
        boolean reaches = caller.groups().isEmpty()
                ? !caller.id().equals("panel-digital")
                : caller.groups()
                        .equals(Collections.singleton(
                                situation.history().state().owner()));
        return reaches && !name.stages().contains(situation.stage()) && !again ? Refusal.WRONG_STAGE : null;
    }

    /** Whether somebody may give a command is decided before what it says is read; and no body makes the rules fail. */
    @Test
    void aBodyWithNothingInItIsNoMoreThanRefused() {
        for (Situation situation : Situation.values()) {
            History history = situation.history();
            for (CommandName name : CommandName.values()) {
                for (Caller caller : Outcome.CALLERS) {
                    Outcome outcome = Outcome.of(history, caller, empty(name));
                    Refusal refusal = notAdmitted(name, caller, situation);
                    assertThat(name.events())
                            .as("%s by %s, %s", name, caller.id(), situation.says())
                            .containsAll(outcome.events());
                    if (refusal != null) {
                        assertThat(outcome.refusal())
                                .as("%s by %s, %s", name, caller.id(), situation.says())
                                .containsExactly(refusal);
                    }
                }
            }
        }
    }

    private static StandardCommand empty(CommandName name) {
        try {
            var constructor = name.record().getDeclaredConstructors()[0];
            return (StandardCommand) constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyCommandCanBeGivenAtEveryStageThatItNames() {
        table.forEach((name, callers) -> {
            Set<Stage> given = new HashSet<>();
            callers.values()
                    .forEach(outcomes -> outcomes.forEach((situation, outcome) -> {
                        if (outcome.permitted()) {
                            given.add(situation.stage());
                        }
                    }));
            Set<Stage> promised = new HashSet<>(name.stages());
            promised.removeAll(neverUseful(name));
            assertThat(given).as(name.wireName()).containsAll(promised);
        });
    }

    /** Stages at which a command is admitted although no situation here makes it lead anywhere. */
    private static Set<Stage> neverUseful(CommandName name) {
        return switch (name) {
            case CORRECT_DATES -> Set.of(Stage.PROPOSED, Stage.IN_CONSULTATION);
            // the one retirement here that is decided and has not come was decided too long ago
            case ASK_FOR_REVIEW, DECIDE_REVIEW -> Set.of(Stage.RETIRING);
            // the group asks to give up in one situation only
            case DECLINE_WITHDRAWAL, TAKE_BACK_WITHDRAWAL -> {
                Set<Stage> elsewhere = EnumSet.allOf(Stage.class);
                elsewhere.remove(Stage.IN_DEVELOPMENT);
                yield elsewhere;
            }
            // there is a product and a link on the standards of some situations only
            case CHANGE_PRODUCT,
                    APPROVE_PRODUCT,
                    PAUSE_STARTS,
                    RESUME_STARTS,
                    RETIRE_PRODUCT,
                    REINSTATE_PRODUCT,
                    CONFIRM_PROGRESSION,
                    REMOVE_PROGRESSION -> {
                Set<Stage> elsewhere = EnumSet.allOf(Stage.class);
                elsewhere.remove(Stage.APPROVED);
                yield elsewhere;
            }
            default -> Set.of();
        };
    }

    @Test
    void everyEventThatACommandPromisesIsSeen() {
        Map<CommandName, Set<Class<?>>> unseen = new TreeMap<>();
        table.forEach((name, callers) -> {
            Set<Class<?>> left = new HashSet<>(name.events());
            callers.values()
                    .forEach(outcomes -> outcomes.values().forEach(outcome -> left.removeAll(outcome.events())));
            if (!left.isEmpty()) {
                unseen.put(name, left);
            }
        });
        // what only other bodies lead to is seen in the tests of its area
        assertThat(unseen)
                .containsOnlyKeys(
                        CommandName.ACCEPT_PROPOSAL,
                        CommandName.APPROVE,
                        CommandName.RETIRE,
                        CommandName.COMPLETE_RETIREMENT);
    }

    @Test
    void everyRefusalIsUsed() {
        Set<Refusal> seen = new HashSet<>();
        table.values()
                .forEach(callers -> callers.values()
                        .forEach(outcomes -> outcomes.values().forEach(outcome -> seen.addAll(outcome.refusal()))));
        List<Refusal> elsewhere = Arrays.stream(Refusal.values())
                .filter(refusal -> !seen.contains(refusal))
                .toList();
        // those that need another body, another time or another aggregate, each seen in a test of its own
        assertThat(elsewhere)
                .containsExactlyInAnyOrder(
                        Refusal.UNKNOWN_GROUP,
                        Refusal.UNKNOWN_EMPLOYER,
                        Refusal.CONTRADICTS_RECORD,
                        Refusal.REFERENCES_USED_UP,
                        Refusal.PRODUCT_TAKEN,
                        Refusal.NOT_CALLED,
                        Refusal.NOT_DELEGATED,
                        Refusal.PROPOSAL_INCOMPLETE,
                        Refusal.CONDITION_WITHOUT_EVIDENCE,
                        Refusal.CONDITION_CLOSED,
                        Refusal.DRAFT_CHANGED,
                        Refusal.NO_MAJORITY,
                        Refusal.LEVEL_FIXED,
                        Refusal.LARS_CODE_KEPT,
                        Refusal.GROUP_DISSOLVED,
                        Refusal.NOT_IN_GROUP,
                        Refusal.CHAIR_NEEDED);
    }

    /** Which route an occupation is proposed on is known only from what the command says. */
    private static boolean namesARoute(StandardActions.Action action, Outcome outcome) {
        return action.name() == CommandName.PROPOSE && outcome.refusal().contains(Refusal.NOT_YOUR_ROUTE);
    }

    @Test
    void whatPeopleAreToldTheyMayDoIsWhatTheyMayDo() {
        for (Situation situation : Situation.values()) {
            for (Caller caller : Outcome.CALLERS) {
                History history = situation.history();
                for (StandardActions.Action action : StandardActions.of(history.state(), Outcome.by(history, caller))) {
                    Outcome outcome = Outcome.of(history, caller, Examples.of(action.name()));
                    assertThat(action.permitted())
                            .as("%s by %s, %s: %s", action.name(), caller.id(), situation.says(), outcome)
                            .isEqualTo(
                                    outcome.permitted() || outcome.dependsOnTheBody() || namesARoute(action, outcome));
                    assertThat(action.unless().isEmpty()).isEqualTo(action.permitted());
                }
            }
        }
    }
}
