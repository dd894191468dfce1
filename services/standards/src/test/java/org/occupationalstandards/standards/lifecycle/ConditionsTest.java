package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Agreement with conditions: each named, evidenced and closed one by one. */
class ConditionsTest {

    private static History agreedProposal() {
        return Examples.recommended()
                .then(
                        People.COMMITTEE,
                        new ProposalCommand.AcceptProposal(null, List.of("Two more employers", "A plan")));
    }

    private static History agreedDraft() {
        return Examples.balloted()
                .then(
                        People.COMMITTEE,
                        new ApprovalCommand.Approve(
                                null, History.DAY.plusDays(90), "First version", List.of("Reword K1", "Map K2"), null));
    }

    private static ConditionCommand.EvidenceCondition evidence(int condition) {
        return new ConditionCommand.EvidenceCondition(condition, "See the letter");
    }

    private static ConditionCommand.CloseCondition close(int condition) {
        return new ConditionCommand.CloseCondition(condition, null);
    }

    @Test
    void theStandardMovesOnlyWhenAllConditionsAreClosed() {
        History history = agreedProposal();

        assertThat(history.state().stage()).isEqualTo(Stage.PROPOSED);
        assertThat(history.state().conditions())
                .containsExactly(
                        new Condition(1, "Two more employers", null, false), new Condition(2, "A plan", null, false));
        history.then(People.CHAIR, evidence(1)).then(People.MEMBER, evidence(2)).then(People.OFFICIAL, close(2));
        assertThat(history.state().stage()).isEqualTo(Stage.PROPOSED);
        assertThat(history.when(People.COMMITTEE, close(1)))
                .containsExactly(
                        new ConditionEvent.ConditionClosed(1, null, "committee", History.START),
                        new ProposalEvent.ProposalAccepted(null, History.DAY, "committee", History.START));
        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);
        assertThat(history.state().conditions()).isEmpty();
        assertThat(history.state().proposal().agreed()).isFalse();
    }

    @Test
    void aConditionIsClosedOnlyWithEvidence() {
        History history = agreedProposal();

        history.refused(Refusal.CONDITION_WITHOUT_EVIDENCE, People.OFFICIAL, close(1));
        history.then(People.CHAIR, evidence(1)).then(People.OFFICIAL, close(1));
        history.refused(Refusal.CONDITION_CLOSED, People.CHAIR, evidence(1));
        assertThat(history.when(People.OFFICIAL, close(1))).isEmpty();
    }

    @Test
    void aReopenedConditionHasToBeShownAgain() {
        History history = agreedProposal().then(People.CHAIR, evidence(1)).then(People.OFFICIAL, close(1));

        history.then(People.OFFICIAL, new ConditionCommand.ReopenCondition(1, "The letter is old"));

        assertThat(history.state().conditions().getFirst())
                .isEqualTo(new Condition(1, "Two more employers", null, false));
        history.refused(Refusal.CONDITION_WITHOUT_EVIDENCE, People.OFFICIAL, close(1));
        assertThat(history.when(People.OFFICIAL, new ConditionCommand.ReopenCondition(1, "Again")))
                .isEmpty();
    }

    @Test
    void theSameEvidenceAgainChangesNothing() {
        History history = agreedProposal().then(People.CHAIR, evidence(1));

        assertThat(history.when(People.CHAIR, evidence(1))).isEmpty();
        assertThat(history.when(People.CHAIR, new ConditionCommand.EvidenceCondition(1, "Another letter")))
                .hasSize(1);
    }

    @Test
    void aConditionIsNamedByItsNumber() {
        assertThat(agreedProposal()
                        .refused(Refusal.INVALID_INPUT, People.CHAIR, new ConditionCommand.EvidenceCondition(3, null)))
                .containsExactly(
                        new Problem("/evidence", "must be given"),
                        new Problem("/condition", "is 3; must be from 1 to 2"));
        assertThat(agreedProposal().refused(Refusal.INVALID_INPUT, People.OFFICIAL, close(0)))
                .extracting(Problem::pointer)
                .containsExactly("/condition");
    }

    @Test
    void whatTheCommitteeAgreedItFindsAgainInAChangedDraft() {
        History history = agreedDraft()
                .then(People.CHAIR, evidence(1))
                .then(People.CHAIR, evidence(2))
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Another standard")))
                .then(People.OFFICIAL, close(1));

        history.refused(Refusal.AGREED_DRAFT_CHANGED, People.OFFICIAL, close(2));
        assertThat(WhoseTurn.of(history.state(), history.now(), LifecyclePolicy.defaults()))
                .extracting(WhoseTurn.Turn::who)
                .containsExactly(Audience.COMMITTEE);
        assertThat(Objects.requireNonNull(history.state().approval().agreement())
                        .changes(history.state().draft()))
                .extracting(Change::after)
                .containsExactly("Another standard");
        assertThat(history.when(People.COMMITTEE, close(2)).getLast())
                .isInstanceOf(ApprovalEvent.StandardApproved.class);
    }

    @Test
    void aDraftThatSaysAgainWhatWasAgreedIsTheOfficialsToClose() {
        History history = agreedDraft()
                .then(People.CHAIR, evidence(1))
                .then(People.CHAIR, evidence(2))
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Another standard")))
                .then(People.CHAIR, new DraftCommand.UndoDraftChange("As agreed"))
                .then(People.OFFICIAL, close(1))
                .then(People.OFFICIAL, close(2));

        assertThat(history.state().stage()).isEqualTo(Stage.APPROVED);
        assertThat(history.state().versions().getLast().changeNote()).isEqualTo("First version");
    }

    @Test
    void whoTookPartClosesNothing() {
        History history = agreedDraft().then(People.CHAIR, evidence(1));
        Caller voter = People.caller("panel-1", Role.OFFICIAL, Set.of(), Set.of());

        history.refused(Refusal.TOOK_PART, voter, close(1));
        history.refused(Refusal.TOOK_PART, voter, new ConditionCommand.ReopenCondition(1, "No"));
    }

    @Test
    void theLastConditionMakesTheVersionInForceAsAgreed() {
        History history = agreedDraft()
                .then(People.CHAIR, evidence(1))
                .then(People.CHAIR, evidence(2))
                .then(People.OFFICIAL, close(1));

        assertThat(history.when(People.OFFICIAL, close(2)).getLast())
                .isEqualTo(new ApprovalEvent.StandardApproved(
                        "1.0",
                        ChangeClass.NEW,
                        Examples.complete(),
                        History.DAY,
                        History.DAY.plusDays(90),
                        "First version",
                        "official",
                        History.START));
        assertThat(history.state().conditions()).isEmpty();
        assertThat(history.state().approval()).isEqualTo(Approval.none());
    }

    @Test
    void whenTheAgreedDayHasPassedTheVersionTakesEffectAsSoonAsPossible() {
        History history = agreedDraft()
                .then(People.CHAIR, evidence(1))
                .then(People.CHAIR, evidence(2))
                .after(Duration.ofDays(100))
                .then(People.OFFICIAL, close(1))
                .then(People.OFFICIAL, close(2));

        Version version = history.state().versions().getLast();
        assertThat(version.effectiveFrom()).isEqualTo(History.DAY.plusDays(100));
        assertThat(version.approvedOn()).isEqualTo(History.DAY.plusDays(100));
    }

    @Test
    void aChangeOfTheDraftUnsettlesClosedConditions() {
        History history = agreedDraft()
                .then(People.CHAIR, evidence(1))
                .then(People.CHAIR, evidence(2))
                .then(People.OFFICIAL, close(1));

        var events = history.when(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Other words")));

        assertThat(events)
                .last()
                .isEqualTo(new ConditionEvent.ConditionsUnsettled(2, List.of(1), "chair", History.START));
        assertThat(history.state().conditions()).noneMatch(Condition::closed);
        assertThat(history.state().conditions()).allMatch(condition -> condition.evidence() != null);
        assertThat(history.state().approval().revision()).isEqualTo(2);
        history.then(People.OFFICIAL, close(1)).then(People.COMMITTEE, close(2));
        assertThat(history.state().versions().getLast().content().summary()).isEqualTo("Other words");
    }

    /** Who voted learns of it from the history, and who changed it from the answer. */
    @Test
    void aChangeOfWhatWasAgreedSaysThatTheVotesAreVoid() {
        History history = agreedDraft();

        assertThat(history.when(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Other words"))))
                .hasSize(2)
                .last()
                .isEqualTo(new BallotEvent.VotesInvalidated(2, 3, "chair", History.START));
        assertThat(history.state().approval().votes()).isEmpty();
        assertThat(history.state().approval().agreement()).isNotNull();
        assertThat(history.when(People.CHAIR, new DraftCommand.UndoDraftChange("As agreed")))
                .last()
                .isEqualTo(new BallotEvent.VotesInvalidated(3, 0, "chair", History.START));
    }

    @Test
    void whoeverClosesAConditionReadsWhatNobodyHasVotedOn() {
        History history = agreedDraft().then(People.CHAIR, evidence(1));
        assertThat(toClose(history)).isEqualTo(CommandName.CLOSE_CONDITION.does());

        history.then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.enlarged()));
        assertThat(toClose(history))
                .isEqualTo(CommandName.CLOSE_CONDITION.does()
                        + " The panel has not voted on what was changed since the draft was agreed: K3, D1.");
        history.then(People.CHAIR, new DraftCommand.UndoDraftChange("As agreed"));
        assertThat(toClose(history)).isEqualTo(CommandName.CLOSE_CONDITION.does());
    }

    private static String toClose(History history) {
        return StandardActions.of(history.state(), history.by(People.COMMITTEE)).stream()
                .filter(action -> action.name() == CommandName.CLOSE_CONDITION)
                .map(StandardActions.Action::does)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasAgreedIsNotDecidedTwiceButMayStillBeGivenBackOrRejected() {
        agreedDraft().refused(Refusal.ALREADY_DECIDED, People.COMMITTEE, Examples.approve());
        agreedDraft().refused(Refusal.ALREADY_DECIDED, People.panel(4), Examples.vote(VoteChoice.YES));
        agreedProposal().refused(Refusal.ALREADY_DECIDED, People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL));
        agreedProposal().refused(Refusal.ALREADY_DECIDED, People.panel(1), Examples.recommend());

        History returned = agreedDraft().then(People.COMMITTEE, Examples.of(CommandName.RETURN));
        assertThat(returned.state().conditions()).isEmpty();
        History rejected = agreedProposal().then(People.COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL));
        assertThat(rejected.state().conditions()).isEmpty();
        assertThat(rejected.state().stage()).isEqualTo(Stage.POTENTIAL);
    }
}
