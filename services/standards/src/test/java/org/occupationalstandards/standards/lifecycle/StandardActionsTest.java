package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.StandardActions.Action;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** What people are shown before they confirm anything. */
class StandardActionsTest {

    private static Action action(History history, Caller caller, CommandName name) {
        return StandardActions.of(history.state(), history.by(caller)).stream()
                .filter(action -> action.name() == name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverMayDoItReadsWhatItDoesAndWhoIsTold() {
        assertThat(action(Examples.balloted(), People.COMMITTEE, CommandName.APPROVE))
                .isEqualTo(new Action(
                        CommandName.APPROVE,
                        "Approves the draft as the next version, at once or when the named conditions are met.",
                        List.of(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC),
                        true,
                        List.of()));
    }

    @Test
    void whoeverMayNotReadsWhy() {
        Action action = action(Examples.balloted(), People.OFFICIAL, CommandName.APPROVE);

        assertThat(action.permitted()).isFalse();
        assertThat(action.unless()).containsExactly(new Problem("", "Your role does not permit this."));
    }

    @Test
    void theReasonsOfTheRulesAreTold() {
        assertThat(action(Examples.submitted(), People.CHAIR, CommandName.UNDO_DRAFT_CHANGE)
                        .unless())
                .as("before its last change the draft was not complete")
                .extracting(Problem::pointer)
                .contains("/overview", "/summary", "/duties");
        assertThat(action(Examples.inDevelopment(), People.CHAIR, CommandName.UNDO_DRAFT_CHANGE)
                        .unless())
                .containsExactly(new Problem("", Refusal.NOTHING_TO_UNDO.says()));
        History again = Examples.submitted().then(People.CHAIR, Examples.of(CommandName.CHANGE_DRAFT));
        assertThat(action(again, People.CHAIR, CommandName.UNDO_DRAFT_CHANGE).permitted())
                .isTrue();
    }

    @Test
    void aStandardIsMadeOnceAndEverythingElseIsDoneToOneThatIsThere() {
        assertThat(StandardActions.of(StandardState.none(), new History().by(People.OFFICIAL)))
                .extracting(Action::name)
                .containsExactly(CommandName.PROPOSE, CommandName.REGISTER_EXISTING);
        assertThat(StandardActions.of(
                        Examples.potential().state(), Examples.potential().by(People.OFFICIAL)))
                .extracting(Action::name)
                .containsExactlyElementsOf(Arrays.stream(CommandName.values())
                        .filter(name -> !Set.of(CommandName.PROPOSE, CommandName.REGISTER_EXISTING)
                                .contains(name))
                        .toList());
    }

    @Test
    void everyCommandHasOneNameARecordAndWordsForPeople() {
        for (CommandName name : CommandName.values()) {
            assertThat(name.wireName())
                    .isEqualTo(name.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            assertThat(CommandName.ofWireName(name.wireName())).contains(name);
            assertThat(CommandName.of(Examples.of(name))).isEqualTo(name);
            assertThat(Examples.of(name)).isInstanceOf(name.record());
            assertThat(name.does()).matches("[A-Z].+\\.");
            assertThat(name.events()).isNotEmpty();
            assertThat(name.told()).isNotEmpty();
        }
        assertThat(CommandName.ofWireName("abolish")).isEmpty();
        for (Refusal refusal : Refusal.values()) {
            assertThat(refusal.kind()).isNotNull();
            assertThat(refusal.says()).matches("[A-Z].+\\.");
        }
        assertThat(Role.values()).allSatisfy(role -> assertThat(role.says()).matches("(a|an|the) .+"));
        assertThat(Stage.values()).allSatisfy(stage -> assertThat(stage.says()).matches("(is|does) .+"));
        assertThat(Audience.values())
                .allSatisfy(audience -> assertThat(audience.says()).matches("(the|everybody) .+"));
    }

    @Test
    void aRefusalSaysItsReasonAndEachProblemWithItsPlace() {
        assertThat(new CommandRefused(Refusal.WRONG_STAGE, List.of())).hasMessage("It is not at the stage for this.");
        assertThat(new CommandRefused(Refusal.WRONG_STAGE, "It is retired."))
                .hasMessage("It is not at the stage for this. It is retired.");
        assertThat(new CommandRefused(
                        Refusal.INVALID_INPUT,
                        List.of(new Problem("/title", "must be given"), new Problem("", "is late"))))
                .hasMessage("Some of what was sent cannot be taken. /title: must be given; is late");
        Problem stage = Examples.approved()
                .refused(Refusal.WRONG_STAGE, People.CHAIR, Examples.submit())
                .getFirst();
        assertThat(stage.message()).isEqualTo("It is approved; this needs a standard that is in development.");
    }
}
