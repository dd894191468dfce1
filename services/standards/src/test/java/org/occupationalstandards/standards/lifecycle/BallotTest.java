package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** The panel's ballot: quorum, majority, interests, delegation. */
class BallotTest {

    private static BallotCommand.CastVote onBehalfOf(String member, VoteChoice choice) {
        return new BallotCommand.CastVote(choice, null, null, member);
    }

    private static BallotCommand.DelegateVote delegate(String to, int days) {
        return new BallotCommand.DelegateVote(to, History.DAY.plusDays(days));
    }

    private static BallotCommand.OpenBallot call(String... panel) {
        return new BallotCommand.OpenBallot(List.of(panel), null);
    }

    private static History votes(VoteChoice... choices) {
        History history = Examples.submitted();
        for (int i = 0; i < choices.length; i++) {
            history.then(People.panel(i + 1), Examples.vote(choices[i]));
        }
        return history;
    }

    @Test
    void threeHaveToVoteAbstentionsCounted() {
        assertThat(votes(VoteChoice.YES, VoteChoice.YES)
                        .refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve()))
                .containsExactly(new Problem("", "2 of at least 3 have voted on revision 1."));
        votes(VoteChoice.YES, VoteChoice.ABSTAIN, VoteChoice.ABSTAIN).then(People.COMMITTEE, Examples.approve());
    }

    @Test
    void moreYesThanNoIsNeeded() {
        assertThat(votes(VoteChoice.YES, VoteChoice.NO, VoteChoice.ABSTAIN)
                        .refused(Refusal.NO_MAJORITY, People.COMMITTEE, Examples.approve()))
                .containsExactly(new Problem("", "1 voted yes and 1 no."));
        votes(VoteChoice.ABSTAIN, VoteChoice.ABSTAIN, VoteChoice.ABSTAIN)
                .refused(Refusal.NO_MAJORITY, People.COMMITTEE, Examples.approve());
        votes(VoteChoice.YES, VoteChoice.NO, VoteChoice.YES).then(People.COMMITTEE, Examples.approve());
    }

    @Test
    void quorumAndMajorityAreSettings() {
        var strict = new LifecyclePolicy.ForBallots(2, 2, 66, Period.ofYears(1), EnumSet.allOf(ChangeClass.class));
        History history = new History(Policies.with(strict))
                .then(People.OFFICIAL, Examples.register(Status.IN_DEVELOPMENT, "0.0", Examples.complete(), null))
                .then(People.OFFICIAL, new ProposalCommand.AssignGroup(People.GROUP, "Theirs"))
                .then(People.OFFICIAL, Examples.openConsultation())
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.CHAIR, Examples.submit())
                .then(People.panel(1), Examples.vote(VoteChoice.YES))
                .then(People.panel(2), Examples.vote(VoteChoice.NO));

        history.refused(Refusal.NO_MAJORITY, People.COMMITTEE, Examples.approve());
        history.then(People.panel(3), Examples.vote(VoteChoice.YES)).then(People.COMMITTEE, Examples.approve());
    }

    @Test
    void aVoteCanBeChangedUntilTheDecisionAndTheLastOneCounts() {
        History history = votes(VoteChoice.YES, VoteChoice.YES, VoteChoice.NO);

        assertThat(history.when(People.panel(1), Examples.vote(VoteChoice.YES))).isEmpty();
        history.then(People.panel(1), Examples.vote(VoteChoice.NO));

        assertThat(history.state().approval().votes()).hasSize(3);
        history.refused(Refusal.NO_MAJORITY, People.COMMITTEE, Examples.approve());
        history.then(People.panel(3), Examples.vote(VoteChoice.YES)).then(People.COMMITTEE, Examples.approve());
    }

    @Test
    void aVoteIsOnTheRevisionThatWasRead() {
        History history = Examples.submitted();

        assertThat(history.refused(
                        Refusal.DRAFT_CHANGED,
                        People.panel(1),
                        new BallotCommand.CastVote(VoteChoice.YES, null, 0, null)))
                .containsExactly(new Problem("", "Revision 1 is submitted, not 0."));
        history.then(People.panel(1), new BallotCommand.CastVote(VoteChoice.YES, null, 1, null));
        assertThat(history.events().getLast())
                .isEqualTo(new BallotEvent.VoteCast("panel-1", VoteChoice.YES, null, 1, "panel-1", History.START));
    }

    @Test
    void aNoHasAReason() {
        assertThat(Examples.submitted()
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.panel(1),
                                new BallotCommand.CastVote(VoteChoice.NO, " ", null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/reason");
        assertThat(Examples.submitted()
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.panel(1),
                                new BallotCommand.CastVote(null, null, null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/choice");
    }

    @Test
    void whoProposedOrSubmittedDoesNotVote() {
        Caller chairAndPanel = new Caller(
                "chair",
                Set.of(Role.EMPLOYER_GROUP_CHAIR, Role.PANEL_MEMBER),
                Set.of(People.GROUP),
                People.allRoutes());

        Examples.submitted().refused(Refusal.TOOK_PART, chairAndPanel, Examples.vote(VoteChoice.YES));
    }

    @Test
    void whoSubmittedForSomebodyElsesProposalDoesNotVoteEither() {
        Caller coChair = new Caller(
                "co-chair",
                Set.of(Role.EMPLOYER_GROUP_CHAIR, Role.PANEL_MEMBER),
                Set.of(People.GROUP),
                People.allRoutes());
        History history = Examples.consulted().then(coChair, Examples.submit());

        history.refused(Refusal.TOOK_PART, coChair, Examples.vote(VoteChoice.YES));
    }

    @Test
    void whoVotedDoesNotDecide() {
        Caller votedAndCommittee = People.caller("panel-3", Role.COMMITTEE, Set.of(), Set.of());

        for (CommandName decision : List.of(CommandName.APPROVE, CommandName.RETURN, CommandName.REJECT)) {
            Examples.balloted().refused(Refusal.TOOK_PART, votedAndCommittee, Examples.of(decision));
        }
        Caller submitted = People.caller("chair", Role.COMMITTEE, Set.of(), Set.of());
        Examples.balloted().refused(Refusal.TOOK_PART, submitted, Examples.approve());
        Caller recommended = People.caller("panel-5", Role.COMMITTEE, Set.of(), Set.of());
        Examples.balloted().refused(Refusal.TOOK_PART, recommended, Examples.approve());
    }

    @Test
    void anInterestSetsTheVoteAsideAndBarsFromVotingAndDeciding() {
        History history = Examples.balloted()
                .then(People.panel(2), new BallotCommand.DeclareInterest(null, "My sister works there"));

        assertThat(history.events().getLast())
                .isEqualTo(
                        new BallotEvent.InterestDeclared("panel-2", "My sister works there", "panel-2", History.START));
        assertThat(history.state().approval().votes()).extracting(Vote::member).containsExactly("panel-1", "panel-3");
        history.refused(Refusal.INTEREST, People.panel(2), Examples.vote(VoteChoice.YES));
        history.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());
        history.then(People.COMMITTEE, new BallotCommand.DeclareInterest(null, "I chair a member"));
        history.then(People.panel(4), Examples.vote(VoteChoice.YES));
        history.refused(Refusal.INTEREST, People.COMMITTEE, Examples.approve());
        history.then(People.OTHER_COMMITTEE, Examples.approve());
    }

    @Test
    void anOfficialDeclaresForOthersAndClears() {
        History history = Examples.submitted();
        var declare = new BallotCommand.DeclareInterest("panel-1", "Reported");

        history.refused(Refusal.ROLE_NOT_PERMITTED, People.panel(2), declare);
        history.then(People.OFFICIAL, declare);
        assertThat(history.when(People.OFFICIAL, declare)).isEmpty();
        history.refused(Refusal.INTEREST, People.panel(1), Examples.vote(VoteChoice.YES));
        history.then(People.OFFICIAL, new BallotCommand.ClearInterest("panel-1", "Mistaken"));
        assertThat(history.when(People.OFFICIAL, new BallotCommand.ClearInterest("panel-1", "Again")))
                .isEmpty();
        history.then(People.panel(1), Examples.vote(VoteChoice.YES));
        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, new BallotCommand.ClearInterest(null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/member", "/reason");
    }

    @Test
    void aNewReasonForAnInterestReplacesTheOld() {
        History history = Examples.submitted()
                .then(People.panel(1), new BallotCommand.DeclareInterest(null, "One"))
                .then(People.panel(1), new BallotCommand.DeclareInterest(null, "Two"));

        assertThat(history.state().panel().interests()).containsExactly(new Interest("panel-1", "Two"));
    }

    @Test
    void whoWorksForAnEmployerInTheGroupIsBarredAtTheMomentOfVotingAndDeciding() {
        UUID hospital = Examples.id("hospital");
        UUID laboratory = Examples.id("laboratory");
        History history = Examples.balloted();
        Caller employee =
                new Caller("panel-4", Set.of(Role.PANEL_MEMBER), Set.of(), People.allRoutes(), Set.of(hospital));
        Caller decider = new Caller("committee", Set.of(Role.COMMITTEE), Set.of(), Set.of(), Set.of(hospital));

        for (var attempt : List.of(employee, decider)) {
            StandardCommand command = attempt == employee ? Examples.vote(VoteChoice.YES) : Examples.approve();
            assertThat(refusal(command, history, attempt, Set.of(hospital, laboratory)))
                    .isEqualTo(Refusal.INTEREST);
            assertThat(refusal(command, history, attempt, Set.of(laboratory))).isNull();
            assertThat(refusal(command, history, attempt, Set.of())).isNull();
        }
    }

    private static @Nullable Refusal refusal(
            StandardCommand command, History history, Caller caller, Set<UUID> groupEmployers) {
        try {
            StandardLifecycle.decide(
                    command,
                    history.state(),
                    new Circumstances(caller, history.now(), LifecyclePolicy.defaults(), groupEmployers));
            return null;
        } catch (CommandRefused refused) {
            return refused.refusal();
        }
    }

    @Test
    void inANamedPanelTheInterestedLeaveTheQuorum() {
        History history = Examples.submitted()
                .then(People.OFFICIAL, call("panel-1", "panel-2", "panel-3"))
                .then(People.panel(1), Examples.vote(VoteChoice.YES))
                .then(People.panel(2), Examples.vote(VoteChoice.YES));

        history.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());
        history.then(People.panel(3), new BallotCommand.DeclareInterest(null, "My firm"));
        history.then(People.COMMITTEE, Examples.approve());
    }

    @Test
    void neverFewerThanTheLeastQuorum() {
        History history = Examples.submitted()
                .then(People.OFFICIAL, call("panel-1", "panel-2"))
                .then(People.panel(1), Examples.vote(VoteChoice.YES))
                .then(People.panel(2), new BallotCommand.DeclareInterest(null, "My firm"));

        assertThat(history.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve()))
                .containsExactly(new Problem("", "1 of at least 2 have voted on revision 1."));
        assertThat(Examples.submitted().refused(Refusal.INVALID_INPUT, People.OFFICIAL, call("panel-1", "panel-1")))
                .containsExactly(new Problem("/panel", "names 1 members; a panel has at least 2"));
    }

    @Test
    void aNamedPanelOfManyStillNeedsTheQuorumOnly() {
        History history =
                Examples.submitted().then(People.OFFICIAL, call("panel-1", "panel-2", "panel-3", "panel-4", "panel-5"));
        for (int number = 1; number <= 3; number++) {
            history.then(People.panel(number), Examples.vote(VoteChoice.YES));
        }
        history.then(People.COMMITTEE, Examples.approve());
    }

    @Test
    void whoIsNotCalledDoesNotVote() {
        History history = Examples.submitted().then(People.OFFICIAL, call("panel-1", "panel-2"));

        history.refused(Refusal.NOT_CALLED, People.panel(4), Examples.vote(VoteChoice.YES));
    }

    @Test
    void aWithdrawnBallotIsVoidAndCanBeCalledAgain() {
        History history = Examples.balloted().then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW_BALLOT));

        assertThat(history.events().getLast())
                .isEqualTo(new BallotEvent.BallotWithdrawn("Issued by mistake", 3, "official", History.START));
        history.refused(Refusal.BALLOT_CLOSED, People.panel(1), Examples.vote(VoteChoice.YES));
        history.refused(Refusal.BALLOT_CLOSED, People.OFFICIAL, Examples.of(CommandName.WITHDRAW_BALLOT));
        history.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());
        history.then(People.OFFICIAL, new BallotCommand.OpenBallot(null, "Properly this time"));
        assertThat(history.events().getLast())
                .isEqualTo(new BallotEvent.BallotOpened(1, List.of(), "Properly this time", "official", History.START));
        assertThat(history.when(People.OFFICIAL, new BallotCommand.OpenBallot(null, null)))
                .isEmpty();
        history.then(People.panel(1), Examples.vote(VoteChoice.YES));
        history.refused(Refusal.BALLOT_OPEN, People.OFFICIAL, call("panel-1", "panel-2"));
    }

    @Test
    void aDelegateVotesInTheMembersNameUntilTheDayThatWasSet() {
        History history = Examples.submitted().then(People.panel(1), delegate("panel-2", 3));

        history.then(People.panel(2), onBehalfOf("panel-1", VoteChoice.YES))
                .then(People.panel(2), Examples.vote(VoteChoice.YES));
        assertThat(history.state().approval().votes())
                .containsExactly(
                        new Vote("panel-1", VoteChoice.YES, null, "panel-2"),
                        new Vote("panel-2", VoteChoice.YES, null, "panel-2"));
        history.after(Duration.ofDays(3)).then(People.panel(2), onBehalfOf("panel-1", VoteChoice.ABSTAIN));
        history.after(Duration.ofDays(1));
        history.refused(Refusal.NOT_DELEGATED, People.panel(2), onBehalfOf("panel-1", VoteChoice.YES));
        history.refused(Refusal.NOT_DELEGATED, People.panel(3), onBehalfOf("panel-1", VoteChoice.YES));
        history.refused(Refusal.NOT_DELEGATED, People.panel(2), onBehalfOf("panel-4", VoteChoice.YES));
    }

    @Test
    void aMemberWhoVotesInPersonReplacesTheDelegatesVote() {
        History history = Examples.submitted()
                .then(People.panel(1), delegate("panel-2", 3))
                .then(People.panel(2), onBehalfOf("panel-1", VoteChoice.YES))
                .then(People.panel(1), Examples.vote(VoteChoice.NO));

        assertThat(history.state().approval().votes())
                .containsExactly(new Vote("panel-1", VoteChoice.NO, "Not yet", "panel-1"));
        assertThat(history.state().approval().voters()).containsExactly("panel-1", "panel-2");
    }

    @Test
    void anInterestOfEitherBarsADelegatedVote() {
        History history = Examples.submitted()
                .then(People.panel(1), delegate("panel-2", 3))
                .then(People.panel(2), onBehalfOf("panel-1", VoteChoice.YES));

        history.then(People.OFFICIAL, new BallotCommand.DeclareInterest("panel-1", "Reported"));
        assertThat(history.state().approval().votes()).isEmpty();
        history.refused(Refusal.INTEREST, People.panel(2), onBehalfOf("panel-1", VoteChoice.YES));

        History delegates = Examples.submitted()
                .then(People.panel(1), delegate("panel-2", 3))
                .then(People.panel(2), onBehalfOf("panel-1", VoteChoice.YES))
                .then(People.panel(2), new BallotCommand.DeclareInterest(null, "Mine"));
        assertThat(delegates.state().approval().votes()).isEmpty();
        delegates.refused(Refusal.INTEREST, People.panel(2), onBehalfOf("panel-1", VoteChoice.YES));
    }

    @Test
    void nobodyVotesThroughADelegateWhoMayNotVoteInPerson() {
        Caller proposer = People.panel(1);
        Caller writer = new Caller("panel-3", Set.of(Role.PANEL_MEMBER, Role.OFFICIAL), Set.of(), People.allRoutes());
        History history = new History()
                .then(proposer, Examples.propose())
                .then(People.CHAIR, Examples.submitProposal())
                .then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS))
                .then(People.panel(5), Examples.recommend())
                .then(People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL))
                .then(writer, delegate("panel-2", 3))
                .then(writer, Examples.draft())
                .then(People.CHAIR, Examples.openConsultation())
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.CHAIR, Examples.submit());

        history.refused(Refusal.TOOK_PART, proposer, delegate("panel-2", 3));
        history.refused(Refusal.TOOK_PART, writer, delegate("panel-2", 4));
        history.refused(Refusal.TOOK_PART, People.panel(2), onBehalfOf("panel-3", VoteChoice.YES));
    }

    @Test
    void whoSaysToBelongToTheGroupHasAnInterestEvenWhereItIsNotRegistered() {
        Caller claims = new Caller("panel-4", Set.of(Role.PANEL_MEMBER), Set.of(People.GROUP), People.allRoutes());
        Caller decides = new Caller("committee", Set.of(Role.COMMITTEE), Set.of(People.GROUP), Set.of());

        Examples.submitted().refused(Refusal.INTEREST, claims, Examples.vote(VoteChoice.YES));
        Examples.submitted().refused(Refusal.INTEREST, claims, delegate("panel-2", 3));
        for (CommandName decision : List.of(CommandName.APPROVE, CommandName.RETURN, CommandName.REJECT)) {
            Examples.balloted().refused(Refusal.INTEREST, decides, Examples.of(decision));
        }
        Examples.recommended().refused(Refusal.INTEREST, decides, Examples.of(CommandName.ACCEPT_PROPOSAL));
    }

    @Test
    void whoWroteTheDraftAskedForItOrConfirmedTheProposalNeitherVotesNorDecides() {
        Caller confirmed = many("official");
        Caller writer = many("official-2");
        History first = Examples.inDevelopment()
                .then(People.official(2), Examples.draft())
                .then(People.CHAIR, Examples.openConsultation())
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.CHAIR, Examples.submit());
        first.refused(Refusal.TOOK_PART, writer, Examples.vote(VoteChoice.YES));
        first.refused(Refusal.TOOK_PART, confirmed, Examples.vote(VoteChoice.YES));
        for (CommandName decision : List.of(CommandName.APPROVE, CommandName.RETURN, CommandName.REJECT)) {
            first.refused(Refusal.TOOK_PART, writer, Examples.of(decision));
            first.refused(Refusal.TOOK_PART, confirmed, Examples.of(decision));
        }

        History next = Examples.approved()
                .then(many("panel-9"), Examples.requestChange())
                .then(People.OFFICIAL, Examples.accept(ChangeClass.CORRECTION))
                .then(People.CHAIR, Examples.submit());
        next.refused(Refusal.TOOK_PART, many("panel-9"), Examples.vote(VoteChoice.YES));
        next.refused(Refusal.TOOK_PART, many("panel-9"), Examples.approve());
        assertThat(next.state().hands().writers())
                .as("those of the version before")
                .isEmpty();
    }

    /** Somebody of an issuer that gives a person several roles at once. */
    private static Caller many(String id) {
        return new Caller(id, Set.of(Role.PANEL_MEMBER, Role.COMMITTEE, Role.OFFICIAL), Set.of(), People.allRoutes());
    }

    @Test
    void peopleAreOpaqueIds() {
        History history = Examples.submitted();

        for (StandardCommand command : List.of(
                new BallotCommand.DeclareInterest("Jane Smith", "Reported"),
                new BallotCommand.ClearInterest("jane@example.org", "Mistaken"),
                call("panel-1", "Jane Smith"))) {
            assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, command))
                    .extracting(Problem::message)
                    .containsExactly("must be the opaque id of a person, not a name or an address");
        }
        history.refused(Refusal.INVALID_INPUT, People.panel(1), delegate("Jane Smith", 3));
        history.refused(Refusal.INVALID_INPUT, People.panel(1), onBehalfOf("Jane Smith", VoteChoice.YES));
    }

    @Test
    void aDelegationCanBeRevokedAndReplaced() {
        History history = Examples.submitted()
                .then(People.panel(1), delegate("panel-2", 3))
                .then(People.panel(1), delegate("panel-3", 3));

        assertThat(history.state().panel().delegations()).hasSize(1);
        history.refused(Refusal.NOT_DELEGATED, People.panel(2), onBehalfOf("panel-1", VoteChoice.YES));
        assertThat(history.when(People.panel(1), delegate("panel-3", 3))).isEmpty();
        history.then(People.panel(1), new BallotCommand.RevokeDelegation("Back again"));
        history.refused(Refusal.NOT_DELEGATED, People.panel(3), onBehalfOf("panel-1", VoteChoice.YES));
        assertThat(history.when(People.panel(1), new BallotCommand.RevokeDelegation(null)))
                .isEmpty();
    }

    @Test
    void aDelegationEndsOnADayWithinAYear() {
        History history = Examples.submitted();

        assertThat(history.refused(Refusal.INVALID_INPUT, People.panel(1), delegate("panel-1", -1)))
                .extracting(Problem::pointer)
                .containsExactly("/to", "/until");
        history.refused(Refusal.INVALID_INPUT, People.panel(1), delegate("panel-2", 366));
        history.then(People.panel(1), delegate("panel-2", 365));
        history.then(People.panel(2), delegate("panel-3", 0));
    }

    @Test
    void oneMembersInterestOrDelegationSaysNothingOfAnother() {
        History history = Situation.CONSULTED.history();

        assertThat(history.when(People.OFFICIAL, new BallotCommand.ClearInterest("panel-2", "Mistaken")))
                .as("panel-9 has one, panel-2 has none")
                .isEmpty();
        assertThat(history.when(People.panel(2), new BallotCommand.RevokeDelegation(null)))
                .as("panel-4 has delegated, panel-2 has not")
                .isEmpty();
        assertThat(history.state().panel().delegations()).hasSize(1);
    }
}
