package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Where a standard stands on the map: level, route, green theme, progression. */
class MapTest {

    private static MapCommand.Reclassify place(int level, int route) {
        return new MapCommand.Reclassify(level, route, "Pathway", "Cluster", "Belongs there");
    }

    @Test
    void anOccupationMoves() {
        History history = Examples.potential().then(People.OFFICIAL, place(3, 14));

        assertThat(history.state().classification()).isEqualTo(new Classification(3, 14, "Pathway", "Cluster"));
        assertThat(history.when(People.OFFICIAL, place(3, 14))).isEmpty();
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.OFFICIAL, new MapCommand.Reclassify(1, 16, null, null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/level", "/route", "/reason");
    }

    @Test
    void theLevelOfAnApprovedStandardIsFixed() {
        History history = Examples.approved();

        assertThat(history.refused(Refusal.LEVEL_FIXED, People.OFFICIAL, place(3, 10)))
                .containsExactly(new Problem("", "It is 2."));
        history.then(People.OFFICIAL, place(2, 14));
        Situation.REINSTATED.history().then(People.OFFICIAL, place(3, 10));
    }

    @Test
    void aMovedStandardIsOnAnotherPanelsRoute() {
        History history = Examples.inDevelopment().then(People.OFFICIAL, place(2, 7));

        history.then(People.DIGITAL_PANEL, Examples.of(CommandName.PROPOSE_PROGRESSION));
    }

    @Test
    void theGreenThemeIsSetOnce() {
        History history = Examples.approved();
        for (GreenTheme theme : new GreenTheme[] {GreenTheme.MID, GreenTheme.DARK, GreenTheme.NONE}) {
            history.then(People.OFFICIAL, new MapCommand.SetGreenTheme(theme));
            assertThat(history.state().green()).isEqualTo(theme);
            assertThat(history.when(People.OFFICIAL, new MapCommand.SetGreenTheme(theme)))
                    .isEmpty();
        }
        history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, new MapCommand.SetGreenTheme(null));
    }

    @Test
    void aLinkIsProposedConfirmedAndRemoved() {
        History history = Examples.approved();
        for (ProgressionKind kind : ProgressionKind.values()) {
            var propose = new MapCommand.ProposeProgression("OCC0001", kind);
            history.then(People.MEMBER, propose);
            assertThat(history.when(People.CHAIR, propose)).isEmpty();
        }
        var confirm = new MapCommand.ConfirmProgression("OCC0001", ProgressionKind.OCCUPATIONAL);
        history.then(People.OFFICIAL, confirm);
        assertThat(history.when(People.OFFICIAL, confirm)).isEmpty();
        assertThat(history.state().progression())
                .containsExactly(
                        new ProgressionLink("OCC0001", ProgressionKind.OCCUPATIONAL, true),
                        new ProgressionLink("OCC0001", ProgressionKind.TECHNICAL_EDUCATION, false));

        var remove = new MapCommand.RemoveProgression("OCC0001", ProgressionKind.OCCUPATIONAL, "Nobody goes there");
        assertThat(history.when(People.OFFICIAL, remove))
                .containsExactly(new MapEvent.ProgressionRemoved(
                        "OCC0001", ProgressionKind.OCCUPATIONAL, true, "Nobody goes there", "official", History.START));
        history.refused(Refusal.LINK_UNKNOWN, People.OFFICIAL, remove);
        history.refused(Refusal.LINK_UNKNOWN, People.OFFICIAL, confirm);
        assertThat(history.state().progression()).hasSize(1);
    }

    @Test
    void whoeverProposedALinkDoesNotConfirmIt() {
        var propose = new MapCommand.ProposeProgression("OCC0001", ProgressionKind.OCCUPATIONAL);
        var confirm = new MapCommand.ConfirmProgression("OCC0001", ProgressionKind.OCCUPATIONAL);
        History history = Examples.approved().then(People.OFFICIAL, propose);

        assertThat(history.refused(Refusal.TOOK_PART, People.OFFICIAL, confirm))
                .extracting(Problem::message)
                .containsExactly("You have proposed this link; somebody else confirms it or takes it away.");
        History confirmed = history.then(People.official(2), confirm);
        assertThat(confirmed.state().progression())
                .containsExactly(new ProgressionLink("OCC0001", ProgressionKind.OCCUPATIONAL, true));

        History again = Examples.approved()
                .then(People.OFFICIAL, propose)
                .then(
                        People.OFFICIAL,
                        new MapCommand.RemoveProgression("OCC0001", ProgressionKind.OCCUPATIONAL, "A slip"))
                .then(People.official(2), propose);
        again.refused(Refusal.TOOK_PART, People.official(2), confirm);
        again.then(People.OFFICIAL, confirm);
    }

    @Test
    void aLinkLeadsToAnotherOccupation() {
        History history = Examples.approved();

        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.MEMBER,
                        new MapCommand.ProposeProgression("OCC0218", ProgressionKind.OCCUPATIONAL)))
                .containsExactly(new Problem("/reference", "is this standard itself"));
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.MEMBER, new MapCommand.ProposeProgression("nurse", null)))
                .containsExactly(
                        new Problem("/reference", "must be OCC and four digits, such as OCC0218"),
                        new Problem("/kind", "must be given"));
        assertThat(history.then(People.MEMBER, Examples.of(CommandName.PROPOSE_PROGRESSION))
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.OFFICIAL,
                                new MapCommand.RemoveProgression(null, null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/reference", "/kind", "/reason");
    }

    @Test
    void linksAndReplacementsNameStandardsThatThereAre() {
        for (CommandName name : List.of(CommandName.PROPOSE_PROGRESSION, CommandName.NAME_REPLACEMENT)) {
            History history = name == CommandName.PROPOSE_PROGRESSION
                    ? Situation.APPROVED.history()
                    : Situation.RETIRED.history();
            var nowhere = Circumstances.of(
                    People.OFFICIAL, history.now(), LifecyclePolicy.defaults(), null, Map.of(), reference -> false);

            assertThatThrownBy(() -> StandardLifecycle.decide(Examples.of(name), history.state(), nowhere))
                    .isInstanceOfSatisfying(
                            CommandRefused.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(Problem::message)
                                    .singleElement()
                                    .asString()
                                    .endsWith("there is no such standard"));
        }
    }
}
