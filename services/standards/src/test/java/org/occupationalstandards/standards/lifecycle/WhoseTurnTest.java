package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Content;

class WhoseTurnTest {

    private static List<WhoseTurn.Turn> turns(History history) {
        return WhoseTurn.of(history.state(), history.now(), LifecyclePolicy.defaults());
    }

    @Test
    void everySituationSaysWhoseTurnItIs() {
        Map<Situation, List<String>> turns = new LinkedHashMap<>();
        for (Situation situation : Situation.values()) {
            List<String> said = new ArrayList<>();
            turns(situation.history()).forEach(turn -> said.add(turn.who() + " " + turn.command()));
            turns.put(situation, said);
        }

        assertThat(turns)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Situation.NONE, List.of()),
                        Map.entry(Situation.POTENTIAL, List.of("OWNING_GROUP SUBMIT_PROPOSAL")),
                        Map.entry(Situation.UNOWNED, List.of()),
                        Map.entry(Situation.PROPOSED, List.of("OFFICIALS CONFIRM_READINESS")),
                        Map.entry(Situation.READY, List.of("PANEL RECOMMEND_PROPOSAL")),
                        Map.entry(Situation.RECOMMENDED, List.of("COMMITTEE ACCEPT_PROPOSAL")),
                        Map.entry(Situation.PROPOSAL_CONDITIONS, List.of("OFFICIALS CLOSE_CONDITION")),
                        Map.entry(Situation.PROPOSAL_REJECTED, List.of("OWNING_GROUP SUBMIT_PROPOSAL")),
                        Map.entry(
                                Situation.PROPOSAL_CHALLENGED,
                                List.of("COMMITTEE DECIDE_REVIEW", "OWNING_GROUP SUBMIT_PROPOSAL")),
                        Map.entry(Situation.IN_DEVELOPMENT, List.of("OWNING_GROUP CHANGE_DRAFT")),
                        Map.entry(Situation.DRAFTED, List.of("OWNING_GROUP OPEN_CONSULTATION")),
                        Map.entry(Situation.CONSULTING, List.of("OWNING_GROUP ANSWER_COMMENT")),
                        Map.entry(Situation.CONSULTATION_CLOSING, List.of()),
                        Map.entry(Situation.CONSULTATION_DUE, List.of("OWNING_GROUP CLOSE_CONSULTATION")),
                        Map.entry(Situation.CONSULTED, List.of("OWNING_GROUP SUBMIT")),
                        Map.entry(Situation.CONSULTED_AND_CHANGED, List.of("OWNING_GROUP SUBMIT")),
                        Map.entry(Situation.LINKED, List.of()),
                        Map.entry(Situation.SUBMITTED, List.of("PANEL CAST_VOTE")),
                        Map.entry(Situation.BALLOTED, List.of("COMMITTEE APPROVE")),
                        Map.entry(Situation.OVERDUE, List.of("PANEL CAST_VOTE")),
                        Map.entry(Situation.BALLOT_WITHDRAWN, List.of("OFFICIALS OPEN_BALLOT")),
                        Map.entry(Situation.APPROVAL_CONDITIONS, List.of("OFFICIALS CLOSE_CONDITION")),
                        Map.entry(Situation.AGREED_AND_CHANGED, List.of("COMMITTEE CLOSE_CONDITION")),
                        Map.entry(Situation.CHANGE_OVERDUE, List.of("OFFICIALS ACCEPT_CHANGE")),
                        Map.entry(
                                Situation.WITHDRAWAL_ASKED, List.of("OFFICIALS WITHDRAW", "OWNING_GROUP CHANGE_DRAFT")),
                        Map.entry(Situation.CORRECTING, List.of("OWNING_GROUP CHANGE_DRAFT")),
                        Map.entry(Situation.RETURNED, List.of("OWNING_GROUP SUBMIT")),
                        Map.entry(Situation.REJECTED, List.of("OWNING_GROUP SUBMIT_PROPOSAL")),
                        Map.entry(Situation.APPROVED, List.of()),
                        Map.entry(Situation.DELIVERED, List.of()),
                        Map.entry(Situation.PAUSED, List.of()),
                        Map.entry(Situation.PRODUCT_RETIRED, List.of()),
                        Map.entry(Situation.CHANGE_REQUESTED, List.of("OFFICIALS ACCEPT_CHANGE")),
                        Map.entry(Situation.CHALLENGED, List.of("COMMITTEE DECIDE_REVIEW", "OFFICIALS ACCEPT_CHANGE")),
                        Map.entry(Situation.REVISING, List.of("OWNING_GROUP OPEN_CONSULTATION")),
                        Map.entry(Situation.ADJUSTMENT_BALLOTED, List.of("COMMITTEE APPROVE")),
                        Map.entry(Situation.VERSION_DUE, List.of()),
                        Map.entry(Situation.REVISION_WITHDRAWN, List.of()),
                        Map.entry(Situation.RETIRING, List.of()),
                        Map.entry(Situation.RETIREMENT_CONSULTED, List.of("COMMITTEE RETIRE")),
                        Map.entry(Situation.RETIREMENT_DECIDED, List.of()),
                        Map.entry(Situation.RETIRED, List.of()),
                        Map.entry(Situation.RETIREMENT_CHALLENGED, List.of("COMMITTEE DECIDE_REVIEW")),
                        Map.entry(Situation.WITHDRAWN, List.of()),
                        Map.entry(Situation.REINSTATED, List.of("OWNING_GROUP SUBMIT_PROPOSAL")),
                        Map.entry(Situation.REGISTERED, List.of())));
    }

    @Test
    void conditionsWithoutEvidenceAreTheGroupsTurn() {
        History history = Examples.recommended()
                .then(People.COMMITTEE, new ProposalCommand.AcceptProposal(null, List.of("One", "Two")))
                .then(People.CHAIR, Examples.of(CommandName.EVIDENCE_CONDITION));

        assertThat(turns(history))
                .extracting(WhoseTurn.Turn::what)
                .containsExactly("look at the evidence for condition 1", "show how condition 2 is met");
    }

    @Test
    void aWishToWithdrawIsTheOfficialsTurn() {
        History history = Examples.inDevelopment().then(People.CHAIR, Examples.of(CommandName.REQUEST_WITHDRAWAL));

        assertThat(turns(history).getFirst().command()).isEqualTo(CommandName.WITHDRAW);
    }

    @Test
    void theVoteSaysHowFarItIsAndWhenItIsDue() {
        History history = Examples.submitted().then(People.panel(1), Examples.vote(VoteChoice.YES));

        assertThat(turns(history))
                .containsExactly(new WhoseTurn.Turn(
                        Audience.PANEL,
                        CommandName.CAST_VOTE,
                        "vote on the draft (1 of at least 3 have voted)",
                        history.state().approval().decisionExpectedBy()));
    }

    @Test
    void aCorrectionGoesStraightToTheCommittee() {
        History history =
                Situation.CHANGE_REQUESTED.history().then(People.OFFICIAL, Examples.accept(ChangeClass.CORRECTION));

        assertThat(turns(history)).extracting(WhoseTurn.Turn::command).containsExactly(CommandName.SUBMIT);
        history.then(People.CHAIR, Examples.submit());
        assertThat(turns(history)).extracting(WhoseTurn.Turn::command).containsExactly(CommandName.APPROVE);
    }

    @Test
    void whoseTurnItIsCanDoIt() {
        for (Situation situation : Situation.values()) {
            History history = situation.history();
            for (WhoseTurn.Turn turn : turns(history)) {
                if (turn.command() == CommandName.SUBMIT_PROPOSAL
                        && history.state().decision().challenged()) {
                    continue; // it is their turn once the challenge is decided
                }
                if (turn.command() == CommandName.ACCEPT_CHANGE
                        && history.state().decision().challenged()) {
                    continue;
                }
                Caller caller = switch (turn.who()) {
                    case OWNING_GROUP -> People.CHAIR;
                    case OFFICIALS -> People.OFFICIAL;
                    case PANEL -> People.panel(4);
                    case COMMITTEE -> People.caller("committee-3", Role.COMMITTEE, Set.of(), Set.of());
                    case PUBLIC -> People.SUBSCRIBER;
                };
                Outcome outcome = Outcome.of(history, caller, Examples.of(turn.command()));
                assertThat(outcome.permitted() || outcome.dependsOnTheBody())
                        .as("%s: %s", situation.says(), turn)
                        .isTrue();
            }
        }
    }

    @Test
    void everyTurnIsSomebodys() {
        for (Situation situation : Situation.values()) {
            assertThat(turns(situation.history()))
                    .allSatisfy(turn -> assertThat(turn.roles())
                            .as("%s %s", situation, turn)
                            .isNotEmpty());
        }
    }

    /** The worklist leaves out whom the rules bar, and nobody else but those who have voted. */
    @Test
    void nobodyIsAskedWhomTheRulesBar() {
        for (Situation situation : Situation.values()) {
            History history = situation.history();
            for (WhoseTurn.Turn turn : turns(history)) {
                Set<String> exempt = WhoseTurn.exempt(turn, history.state());
                for (String person :
                        List.of("official", "chair", "committee", "panel-1", "panel-2", "panel-4", "panel-9")) {
                    Caller caller = new Caller(person, turn.roles(), Set.of(People.GROUP), People.allRoutes());
                    boolean barred = StandardActions.of(history.state(), history.by(caller)).stream()
                            .filter(action -> action.name() == turn.command())
                            .flatMap(action -> action.unless().stream())
                            .anyMatch(problem -> problem.message().startsWith("An interest was declared")
                                    || problem.message().equals(Refusal.TOOK_PART.says())
                                    || problem.message().startsWith("Whoever proposed"));
                    boolean voted = turn.command() == CommandName.CAST_VOTE
                            && history.state().approval().votes().stream()
                                    .anyMatch(vote -> vote.member().equals(person));
                    assertThat(exempt.contains(person))
                            .as("%s: %s by %s", situation, turn, person)
                            .isEqualTo(barred || voted);
                }
            }
        }
    }

    @Test
    void closedConditionsAreNobodysTurn() {
        History history = Examples.recommended()
                .then(People.COMMITTEE, new ProposalCommand.AcceptProposal(null, List.of("One", "Two")))
                .then(People.CHAIR, Examples.of(CommandName.EVIDENCE_CONDITION))
                .then(People.OFFICIAL, Examples.of(CommandName.CLOSE_CONDITION));

        assertThat(turns(history)).extracting(WhoseTurn.Turn::what).containsExactly("show how condition 2 is met");
    }

    @Test
    void commentsOnARetirementAreTheOfficialsTurn() {
        History history = Situation.APPROVED
                .history()
                .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT))
                .then(People.SUBSCRIBER, Examples.of(CommandName.COMMENT))
                .then(People.MEMBER, Examples.of(CommandName.COMMENT));

        assertThat(turns(history))
                .containsExactly(new WhoseTurn.Turn(
                        Audience.OFFICIALS,
                        CommandName.ANSWER_COMMENT,
                        "answer 2 comments",
                        history.state().consultation().closesAt()));
        history.then(People.OFFICIAL, Examples.of(CommandName.ANSWER_COMMENT));
        assertThat(turns(history)).extracting(WhoseTurn.Turn::what).containsExactly("answer 1 comment");
        history.then(
                People.OFFICIAL, new ConsultationCommand.AnswerComment(2, Disposition.OUT_OF_SCOPE, "Other matter"));
        assertThat(turns(history)).isEmpty();
        history.after(java.time.Duration.ofDays(28));
        assertThat(turns(history)).extracting(WhoseTurn.Turn::command).containsExactly(CommandName.CLOSE_CONSULTATION);
    }

    @Test
    void whatNoGroupDevelopsWaitsForTheOfficials() {
        History history = new History()
                .then(
                        People.OFFICIAL,
                        new RegisterExisting(
                                "OCC0016",
                                Status.IN_DEVELOPMENT,
                                "0.0",
                                3,
                                1,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Content.titled("Packhouse team leader"),
                                List.of(),
                                GreenTheme.NONE,
                                List.of()));

        assertThat(turns(history))
                .containsExactly(new WhoseTurn.Turn(
                        Audience.OFFICIALS,
                        CommandName.ASSIGN_GROUP,
                        "give it to an employer group, which has to complete the draft",
                        null));
    }
}
