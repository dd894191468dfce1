package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** What an employer group that is registered changes for the standards that it owns. */
class RegisteredGroupTest {

    private static final UUID HOSPITAL = new UUID(2, 1);

    private static List<GroupEmployer> employers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new GroupEmployer("Employer " + i, i <= 2 ? EmployerSize.SMALL : EmployerSize.LARGE))
                .toList();
    }

    private static EmployerGroup group(@Nullable String coChair, int supporting, boolean dissolved) {
        return new EmployerGroup(
                People.GROUP,
                "Healthcare science",
                Set.of(HOSPITAL),
                Set.of("chair", "member", "panel-2"),
                "chair",
                coChair,
                employers(supporting),
                dissolved);
    }

    private static EmployerGroup chairedBy(String chair, String... people) {
        return new EmployerGroup(
                People.GROUP,
                "Healthcare science",
                Set.of(HOSPITAL),
                Set.of(people),
                chair,
                null,
                employers(10),
                false);
    }

    private static Circumstances by(Caller caller, StandardState state, EmployerGroup group) {
        return Circumstances.of(
                caller,
                History.START,
                LifecyclePolicy.defaults(),
                state.owner(),
                Map.of(group.id(), group),
                reference -> true);
    }

    private static List<StandardEvent> decide(
            History history, Caller caller, StandardCommand command, EmployerGroup group) {
        return StandardLifecycle.decide(command, history.state(), by(caller, history.state(), group));
    }

    private static CommandRefused refused(
            History history, Caller caller, StandardCommand command, EmployerGroup group) {
        return catchThrowableOfType(CommandRefused.class, () -> decide(history, caller, command, group));
    }

    private static ProposalCommand.SubmitProposal proposal(@Nullable List<GroupEmployer> employers) {
        ProposalCommand.SubmitProposal fine = Examples.submitProposal();
        return new ProposalCommand.SubmitProposal(
                null,
                employers,
                fine.duties(),
                fine.expectedDurationMonths(),
                fine.expectedLevel(),
                fine.offTheJobPercent(),
                fine.transferability(),
                fine.fit());
    }

    @Test
    void aProposalThatNamesNobodyIsBackedByThoseWhoSupportTheGroup() {
        var submitted = (ProposalEvent.ProposalSubmitted)
                decide(Examples.potential(), People.CHAIR, proposal(null), group(null, 10, false))
                        .getFirst();

        assertThat(submitted.employers()).isEqualTo(employers(10));
    }

    @Test
    void namingMoreThanSupportTheGroupDoesNotHelp() {
        CommandRefused refused =
                refused(Examples.potential(), People.CHAIR, proposal(employers(12)), group(null, 1, false));

        assertThat(refused.refusal()).isEqualTo(Refusal.PROPOSAL_INCOMPLETE);
        assertThat(refused.problems())
                .containsExactly(
                        new Problem(
                                "/group",
                                "its employers that stand behind it are 1 different ones; at least 10 are needed"),
                        new Problem(
                                "/group",
                                "its employers that stand behind it have 1 small ones among them; at least 2 are needed"));
        assertThat(refused(Examples.potential(), People.CHAIR, proposal(employers(3)), group(null, 10, false))
                        .problems())
                .containsExactly(new Problem("/employers", "are 3 different ones; at least 10 are needed"));
    }

    @Test
    void aDissolvedGroupProposesNothing() {
        assertThat(refused(Examples.potential(), People.CHAIR, proposal(null), group(null, 10, true))
                        .refusal())
                .isEqualTo(Refusal.GROUP_DISSOLVED);
    }

    @Test
    void aDissolvedGroupDoesNothingMoreForItsStandards() {
        EmployerGroup dissolved = group(null, 10, true);

        for (CommandName name : List.of(CommandName.SUBMIT, CommandName.OPEN_CONSULTATION, CommandName.CHANGE_DRAFT)) {
            assertThat(refused(Examples.consulted(), People.CHAIR, Examples.of(name), dissolved)
                            .refusal())
                    .as(name.wireName())
                    .isEqualTo(Refusal.GROUP_DISSOLVED);
        }
        assertThat(refused(Examples.consulted(), People.MEMBER, Examples.of(CommandName.CHANGE_DRAFT), dissolved)
                        .refusal())
                .isEqualTo(Refusal.GROUP_DISSOLVED);
        assertThat(decide(Examples.consulted(), People.OFFICIAL, Examples.of(CommandName.CHANGE_DRAFT), dissolved))
                .as("the officials go on")
                .hasSize(1);
        assertThat(decide(Examples.inConsultation(), People.CHAIR, Examples.of(CommandName.COMMENT), dissolved))
                .as("as everybody may")
                .hasSize(1);
    }

    @Test
    void aDissolvedGroupIsGivenNoStandardAndPutsNoneOnTheMap() {
        EmployerGroup other =
                new EmployerGroup(People.OTHER_GROUP, "Dissolved", Set.of(), Set.of(), null, null, List.of(), true);

        assertThat(refused(
                                Examples.inDevelopment(),
                                People.OFFICIAL,
                                new ProposalCommand.AssignGroup(other.id(), "They take over"),
                                other)
                        .refusal())
                .isEqualTo(Refusal.GROUP_DISSOLVED);
        assertThat(refused(new History(), People.CHAIR, Examples.propose(), group(null, 10, true))
                        .refusal())
                .isEqualTo(Refusal.GROUP_DISSOLVED);
    }

    @Test
    void whatADissolvedGroupWouldHaveToDoIsTheOfficialsToGiveToAnother() {
        StandardState state = Examples.consulted().state();

        assertThat(WhoseTurn.of(state, by(People.OFFICIAL, state, group(null, 10, true))))
                .first()
                .isEqualTo(new WhoseTurn.Turn(
                        Audience.OFFICIALS,
                        CommandName.ASSIGN_GROUP,
                        "give it to an employer group, which has to submit the draft for approval",
                        null));
    }

    @Test
    void theCoChairActsAsTheChairWhereTheGroupSaysSo() {
        History history = Examples.potential();

        assertThat(decide(history, People.MEMBER, proposal(null), group("member", 10, false)))
                .hasSize(1);
        assertThat(refused(history, People.MEMBER, proposal(null), group(null, 10, false))
                        .refusal())
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
        assertThat(refused(history, People.MEMBER, proposal(null), group("somebody", 10, false))
                        .refusal())
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
        assertThat(refused(history, People.MEMBER, proposal(null), group("member", 10, true))
                        .refusal())
                .as("a dissolved group has no chairs")
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
        Caller elsewhere = People.caller("member", Role.EMPLOYER_GROUP_MEMBER, Set.of(People.OTHER_GROUP), Set.of());
        assertThat(refused(history, elsewhere, proposal(null), group("member", 10, false))
                        .refusal())
                .as("who does not belong to the group any more, whatever it says")
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
    }

    @Test
    void whoWorksForAnEmployerOfTheGroupOrActsForItNeitherVotesNorDecides() {
        History history = Examples.submitted();
        EmployerGroup group = group(null, 10, false);
        Caller employed =
                new Caller("panel-4", Set.of(Role.PANEL_MEMBER), Set.of(), People.allRoutes(), Set.of(HOSPITAL));
        Caller member = new Caller("member", Set.of(Role.PANEL_MEMBER), Set.of(), People.allRoutes());

        assertThat(refused(history, employed, Examples.vote(VoteChoice.YES), group)
                        .refusal())
                .isEqualTo(Refusal.INTEREST);
        assertThat(refused(history, member, Examples.vote(VoteChoice.YES), group)
                        .refusal())
                .isEqualTo(Refusal.INTEREST);
        assertThat(decide(history, People.panel(4), Examples.vote(VoteChoice.YES), group))
                .hasSize(1);
    }

    @Test
    void theGroupSaysWhoItsChairIsAndTheTokenDoesNot() {
        EmployerGroup handedOver = chairedBy("member", "chair", "member");
        History history = Examples.consulted();

        assertThat(refused(history, People.CHAIR, Examples.submit(), handedOver).refusal())
                .as("who has handed over")
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
        assertThat(decide(history, People.CHAIR, Examples.of(CommandName.CHANGE_DRAFT), handedOver))
                .as("and still belongs to it")
                .hasSize(1);
        assertThat(decide(history, People.MEMBER, Examples.submit(), handedOver))
                .hasSize(1);
        assertThat(decide(history, People.CHAIR, Examples.submit(), chairedBy("chair", "chair")))
                .hasSize(1);
        assertThat(refused(Examples.potential(), People.CHAIR, proposal(null), handedOver)
                        .refusal())
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
    }

    @Test
    void whoWasReleasedDraftsNoMoreWhateverTheTokenSays() {
        EmployerGroup others = chairedBy("somebody", "somebody");
        History history = Examples.inDevelopment();

        for (Caller released : List.of(People.CHAIR, People.MEMBER)) {
            assertThat(refused(history, released, Examples.draft(), others).refusal())
                    .isEqualTo(Refusal.NOT_YOUR_GROUP);
        }
    }

    @Test
    void aGroupProposesThroughTheChairThatItNames() {
        EmployerGroup handedOver = chairedBy("member", "chair", "member");
        History nothing = new History();

        assertThat(refused(nothing, People.CHAIR, Examples.propose(), handedOver)
                        .refusal())
                .isEqualTo(Refusal.ROLE_NOT_PERMITTED);
        assertThat(decide(nothing, People.MEMBER, Examples.propose(), handedOver))
                .hasSize(1);
    }

    @Test
    void nobodyWhoIsBarredDelegatesTheVote() {
        History history = Examples.submitted();
        var delegate = new BallotCommand.DelegateVote("panel-3", History.DAY.plusDays(3));
        EmployerGroup group = group(null, 10, false);
        Caller employed = employed();

        assertThat(refused(history, employed, delegate, group).refusal()).isEqualTo(Refusal.INTEREST);
        assertThat(refused(history, People.panel(2), delegate, group).refusal()).isEqualTo(Refusal.INTEREST);
        assertThat(decide(history, People.panel(4), delegate, group))
                .containsExactly(new BallotEvent.VoteDelegated(
                        "panel-3", History.DAY.plusDays(3), null, "panel-4", History.START));
    }

    @Test
    void aDelegatedVoteIsBarredByWhatTheMemberHasBecomeSince() {
        var delegate = new BallotCommand.DelegateVote("panel-3", History.DAY.plusDays(3));
        var onBehalf = new BallotCommand.CastVote(VoteChoice.YES, null, null, "panel-4");
        EmployerGroup group = group(null, 10, false);
        History employed = Examples.submitted().then(employed(), delegate);
        History member = Examples.submitted().then(People.panel(4), delegate);

        assertThat(employed.events().getLast())
                .isEqualTo(new BallotEvent.VoteDelegated(
                        "panel-3", History.DAY.plusDays(3), List.of(HOSPITAL), "panel-4", History.START));
        assertThat(refused(employed, People.panel(3), onBehalf, group).refusal())
                .as("the employer of the member has joined the group")
                .isEqualTo(Refusal.INTEREST);
        assertThat(refused(member, People.panel(3), onBehalf, chairedBy("chair", "chair", "panel-4"))
                        .refusal())
                .as("the member has joined the group")
                .isEqualTo(Refusal.INTEREST);
        assertThat(decide(member, People.panel(3), onBehalf, group)).hasSize(1);
    }

    private static Caller employed() {
        return new Caller("panel-4", Set.of(Role.PANEL_MEMBER), Set.of(), People.allRoutes(), Set.of(HOSPITAL));
    }

    @Test
    void whoBelongsToTheGroupOrWhoseEmployerDoesLeavesTheQuorumOfANamedPanel() {
        EmployerGroup group = group(null, 10, false);
        History history = Examples.submitted()
                .then(People.OFFICIAL, new BallotCommand.OpenBallot(List.of("panel-1", "panel-2", "panel-3"), null))
                .then(People.panel(1), Examples.vote(VoteChoice.YES))
                .then(People.panel(3), Examples.vote(VoteChoice.YES));

        history.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());
        assertThat(decide(history, People.COMMITTEE, Examples.approve(), group)).hasSize(1);
        assertThat(WhoseTurn.of(history.state(), History.START, LifecyclePolicy.defaults(), group))
                .extracting(WhoseTurn.Turn::command)
                .containsExactly(CommandName.APPROVE);

        History delegated = Examples.submitted()
                .then(People.OFFICIAL, new BallotCommand.OpenBallot(List.of("panel-1", "panel-3", "panel-4"), null))
                .then(employed(), new BallotCommand.DelegateVote("panel-3", History.DAY.plusDays(3)))
                .then(People.panel(1), Examples.vote(VoteChoice.YES))
                .then(People.panel(3), Examples.vote(VoteChoice.YES));
        delegated.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());
        assertThat(decide(delegated, People.COMMITTEE, Examples.approve(), group))
                .hasSize(1);
    }

    @Test
    void supportThatIsWithdrawnIsShownToOfficials() {
        for (Situation situation : Situation.values()) {
            StandardState state = situation.history().state();
            List<WhoseTurn.Turn> usual = WhoseTurn.of(state, History.START, LifecyclePolicy.defaults());

            assertThat(WhoseTurn.of(state, by(People.OFFICIAL, state, group(null, 10, false))))
                    .isEqualTo(usual);
            assertThat(WhoseTurn.of(state, by(People.OFFICIAL, state, group(null, 9, false))))
                    .as(situation.says())
                    .hasSize(usual.size()
                            + (People.GROUP.equals(state.owner()) ? WhoseTurn.unsupported(state.stage()) : List.of())
                                    .size())
                    .containsAll(usual);
        }
        assertThat(WhoseTurn.unsupported(Stage.PROPOSED))
                .extracting(WhoseTurn.Turn::command)
                .containsExactly(CommandName.RETURN_PROPOSAL);
        assertThat(List.of(Stage.IN_DEVELOPMENT, Stage.IN_CONSULTATION, Stage.SUBMITTED))
                .allSatisfy(stage -> assertThat(WhoseTurn.unsupported(stage))
                        .extracting(WhoseTurn.Turn::command)
                        .containsExactly(CommandName.WITHDRAW));
        assertThat(WhoseTurn.unsupported(Stage.APPROVED)).isEmpty();
    }
}
