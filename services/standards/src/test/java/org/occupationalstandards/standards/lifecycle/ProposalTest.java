package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** From spotting an occupation to the decision to develop a standard for it. */
class ProposalTest {

    @Test
    void whatIsProposedIsPotentialAndBelongsToTheChairsGroup() {
        History history = new History();

        assertThat(history.when(People.CHAIR, Examples.propose()))
                .containsExactly(new ProposalEvent.StandardProposed(
                        "OCC0218",
                        "Healthcare science assistant",
                        2,
                        10,
                        "Healthcare",
                        null,
                        null,
                        People.GROUP,
                        History.DAY,
                        "chair",
                        History.START));
        assertThat(history.state().status()).isEqualTo(Status.POTENTIAL);
        assertThat(history.state().version()).isEqualTo("0.0");
        assertThat(history.state().owner()).isEqualTo(People.GROUP);
        assertThat(history.state().dates().createdOn()).isEqualTo(History.DAY);
        assertThat(history.state().title()).isEqualTo("Healthcare science assistant");
    }

    @Test
    void officialsAndPanelsProposeForNoGroup() {
        assertThat(new History()
                        .then(People.OFFICIAL, Examples.propose())
                        .state()
                        .owner())
                .isNull();
        assertThat(new History()
                        .then(People.panel(1), Examples.propose())
                        .state()
                        .owner())
                .isNull();
        new History().refused(Refusal.NOT_YOUR_ROUTE, People.DIGITAL_PANEL, Examples.propose());
        new History().refused(Refusal.NOT_YOUR_GROUP, People.OFFICIAL, proposeFor(People.GROUP));
        new History().refused(Refusal.NOT_YOUR_GROUP, People.CHAIR, proposeFor(People.OTHER_GROUP));
    }

    @Test
    void aChairOfSeveralGroupsSaysForWhichOne() {
        Caller chair =
                People.caller("chair", Role.EMPLOYER_GROUP_CHAIR, Set.of(People.GROUP, People.OTHER_GROUP), Set.of());

        assertThat(new History().refused(Refusal.INVALID_INPUT, chair, Examples.propose()))
                .extracting(Problem::pointer)
                .containsExactly("/group");
        assertThat(new History()
                        .then(chair, proposeFor(People.OTHER_GROUP))
                        .state()
                        .owner())
                .isEqualTo(People.OTHER_GROUP);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var nothing = new ProposalCommand.ProposeStandard(null, null, null, null, null, null, null, null);
        var nonsense = new ProposalCommand.ProposeStandard(
                "OCC12", "x".repeat(1_000_000), 9, 99, "p\u0000", null, "\ud800", null);

        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, nothing))
                .containsExactly(
                        new Problem("/reference", "must be given"),
                        new Problem("/title", "must be given"),
                        new Problem("/level", "must be given"),
                        new Problem("/route", "must be given"));
        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, nonsense))
                .containsExactly(
                        new Problem("/reference", "must be OCC and four digits, such as OCC0218"),
                        new Problem("/title", "has 1,000,000 characters; at most 200 are allowed"),
                        new Problem("/level", "is 9; must be from 2 to 7"),
                        new Problem("/route", "is 99; there is no such route"),
                        new Problem("/pathway", "has a control character or half a character in it"),
                        new Problem("/overview", "has a control character or half a character in it"));
    }

    @Test
    void aTitleIsOneLineThatCanBeSeenAndReadsOneWay() {
        for (String invisible : List.of("\u200b\u200b", " \u2060\t", "\ufeff")) {
            assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, titled(invisible)))
                    .containsExactly(new Problem("/title", "must be given"));
        }
        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, titled("Nurse\nBcc: victim")))
                .containsExactly(new Problem("/title", "must be one line"));
        assertThat(new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, titled("Reversed \u202e eeb")))
                .containsExactly(new Problem("/title", "has a character in it that turns the direction of writing"));
    }

    private static ProposalCommand.ProposeStandard titled(String title) {
        return new ProposalCommand.ProposeStandard("OCC0154", title, 3, 1, null, null, null, null);
    }

    @Test
    void levelsFromTwoToSevenAndReferencesOfOptionsAreTaken() {
        for (int level = 2; level <= 7; level++) {
            new History().then(People.OFFICIAL, propose("OCC0154D", level));
        }
        new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, propose("OCC0154D", 1));
        new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, propose("OCC0154D", 8));
        new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, propose("occ0154", 2));
        new History().refused(Refusal.INVALID_INPUT, People.OFFICIAL, propose("OCC01540", 2));
    }

    @Test
    void aStandardOfNoGroupIsTakenOverByTheGroupThatSubmitsAProposal() {
        History history = Situation.UNOWNED.history().then(People.OTHER_CHAIR, Examples.submitProposal());

        assertThat(history.state().owner()).isEqualTo(People.OTHER_GROUP);
        assertThat(history.state().stage()).isEqualTo(Stage.PROPOSED);
        assertThat(history.state().proposal().proposers()).containsExactly("official", "other-chair");
    }

    @Test
    void aProposalForAnotherGroupThanTheOwnersIsRefused() {
        var other = submit(Examples.submitProposal().employers(), 12, 20, People.OTHER_GROUP);

        assertThat(Examples.potential().refused(Refusal.INVALID_INPUT, People.CHAIR, other))
                .extracting(Problem::pointer)
                .containsExactly("/group");
        Situation.UNOWNED.history().refused(Refusal.NOT_YOUR_GROUP, People.CHAIR, other);
    }

    @Test
    void aProposalNeedsItsWholeProfile() {
        var nothing = new ProposalCommand.SubmitProposal(null, null, null, null, null, null, null, null);

        assertThat(Examples.potential().refused(Refusal.INVALID_INPUT, People.CHAIR, nothing))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/duties",
                        "/expectedDurationMonths",
                        "/expectedLevel",
                        "/offTheJobPercent",
                        "/transferability",
                        "/fit");
    }

    @Test
    void employersNeedNamesAndSizes() {
        var nameless =
                submit(List.of(new GroupEmployer(" ", EmployerSize.SMALL), new GroupEmployer("A", null)), 12, 20, null);

        assertThat(Examples.potential().refused(Refusal.INVALID_INPUT, People.CHAIR, nameless))
                .containsExactly(
                        new Problem("/employers/0/name", "must be given"),
                        new Problem("/employers/1/size", "must be given: small, medium or large"));
    }

    @Test
    void tenEmployersOfWhichTwoSmallStandBehindAProposal() {
        assertThat(Examples.potential()
                        .refused(Refusal.PROPOSAL_INCOMPLETE, People.CHAIR, submit(employers(9, 1), 12, 20, null)))
                .containsExactly(
                        new Problem("/employers", "are 9 different ones; at least 10 are needed"),
                        new Problem("/employers", "have 1 small ones among them; at least 2 are needed"));
        Examples.potential().then(People.CHAIR, submit(employers(10, 2), 12, 20, null));
    }

    @Test
    void theSameEmployerTwiceCountsOnce() {
        List<GroupEmployer> same = IntStream.range(0, 10)
                .mapToObj(i -> new GroupEmployer(i % 2 == 0 ? "Same " : "SAME", EmployerSize.SMALL))
                .toList();

        assertThat(Examples.potential().refused(Refusal.PROPOSAL_INCOMPLETE, People.CHAIR, submit(same, 12, 20, null)))
                .containsExactly(
                        new Problem("/employers", "are 1 different ones; at least 10 are needed"),
                        new Problem("/employers", "have 1 small ones among them; at least 2 are needed"));
    }

    @Test
    void oneSmallEmployerUnderTwoSpellingsIsOneSmallEmployer() {
        List<GroupEmployer> employers = Stream.concat(
                        employers(10, 1).stream(), Stream.of(new GroupEmployer("EMPLOYER 0 Ltd", EmployerSize.SMALL)))
                .toList();

        assertThat(Membership.small(employers)).isEqualTo(1);
        assertThat(Examples.potential()
                        .refused(Refusal.PROPOSAL_INCOMPLETE, People.CHAIR, submit(employers, 12, 20, null)))
                .containsExactly(new Problem("/employers", "have 1 small ones among them; at least 2 are needed"));
    }

    @Test
    void durationAndTrainingOffTheJobHaveLimits() {
        assertThat(Examples.potential()
                        .refused(Refusal.PROPOSAL_INCOMPLETE, People.CHAIR, submit(employers(10, 2), 7, 19, null)))
                .containsExactly(
                        new Problem("/expectedDurationMonths", "is 7; must be from 8 to 84"),
                        new Problem("/offTheJobPercent", "is 19; at least 20 is needed"));
        Examples.potential().then(People.CHAIR, submit(employers(10, 2), 8, 20, null));
        Examples.potential().then(People.CHAIR, submit(employers(10, 2), 84, 100, null));
        Examples.potential().refused(Refusal.PROPOSAL_INCOMPLETE, People.CHAIR, submit(employers(10, 2), 85, 20, null));
    }

    @Test
    void theMembershipRuleCanBeTurnedOff() {
        var lenient = Policies.with(new LifecyclePolicy.ForProposals(0, 0, 8, 84, 20, false, false));
        History history = new History(lenient)
                .then(People.CHAIR, Examples.propose())
                .then(People.CHAIR, submit(List.of(), 12, 20, null));

        history.then(People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL));

        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);
    }

    @Test
    void aReturnedProposalStaysADraftOfTheGroupWithReasons() {
        History history = Examples.proposed().then(People.OFFICIAL, Examples.of(CommandName.RETURN_PROPOSAL));

        assertThat(history.state().stage()).isEqualTo(Stage.POTENTIAL);
        assertThat(history.state().proposal().reasons()).containsExactly("No evidence");
        history.then(People.CHAIR, Examples.submitProposal());
        assertThat(history.state().proposal().reasons()).isEmpty();
    }

    @Test
    void aRejectedProposalKeepsItsReasonsAndMayBeSubmittedAgainFromTheStart() {
        History history = Situation.PROPOSAL_REJECTED.history();

        assertThat(history.state().proposal().reasons()).containsExactly("Too narrow");
        history.then(People.CHAIR, Examples.submitProposal());
        assertThat(history.state().proposal().ready()).isFalse();
        assertThat(history.state().proposal().recommended()).isNull();
        history.refused(Refusal.READINESS_NOT_CONFIRMED, People.panel(1), Examples.recommend());
    }

    @Test
    void readinessThenRecommendationThenDecision() {
        History history = Examples.proposed();

        history.refused(Refusal.READINESS_NOT_CONFIRMED, People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL));
        history.then(People.OFFICIAL, new ProposalCommand.ConfirmReadiness(" fine "));
        assertThat(history.events().getLast())
                .isEqualTo(new ProposalEvent.ReadinessConfirmed("fine", "official", History.START));
        history.refused(Refusal.ALREADY_CONFIRMED, People.OFFICIAL, Examples.of(CommandName.RETURN_PROPOSAL));
        history.refused(Refusal.RECOMMENDATION_MISSING, People.COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL));
        history.then(People.panel(1), Examples.recommend());
        history.then(People.COMMITTEE, new ProposalCommand.AcceptProposal("Agreed", List.of()));

        assertThat(history.events().getLast())
                .isEqualTo(new ProposalEvent.ProposalAccepted("Agreed", History.DAY, "committee", History.START));
        assertThat(history.state().status()).isEqualTo(Status.IN_DEVELOPMENT);
        assertThat(history.state().dates().proposalApprovedOn()).isEqualTo(History.DAY);
    }

    @Test
    void whoRecommendsAgainstGivesAReasonAndThePanelRecommendsWhatMoreOfThemDo() {
        History history = Situation.READY.history();

        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.panel(1), new ProposalCommand.RecommendProposal(false, null)))
                .extracting(Problem::pointer)
                .containsExactly("/reason");
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.panel(1), new ProposalCommand.RecommendProposal(null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/agree");
        history.then(People.panel(1), new ProposalCommand.RecommendProposal(false, "No demand"))
                .then(People.panel(2), Examples.recommend());
        assertThat(history.state().proposal().recommended())
                .as("one for and one against")
                .isFalse();
        history.then(People.panel(3), Examples.recommend());
        assertThat(history.state().proposal().recommended()).isTrue();
        assertThat(history.state().proposal().recommenders()).containsExactly("panel-1", "panel-2", "panel-3");
        assertThat(history.state().proposal().recommendations())
                .containsExactly(
                        new Recommendation("panel-1", false, "No demand"),
                        new Recommendation("panel-2", true, null),
                        new Recommendation("panel-3", true, null));
        assertThat(StandardActions.of(history.state(), history.by(People.COMMITTEE)))
                .filteredOn(action -> action.name() == CommandName.ACCEPT_PROPOSAL)
                .extracting(StandardActions.Action::does)
                .containsExactly("Agrees that the standard be developed, at once or when the named conditions are met. "
                        + "Of the panel, 2 recommend it and 1 do not.");
    }

    @Test
    void whoProposedNeitherRecommendsNorDecidesAndWhoRecommendedDoesNotDecide() {
        Caller everything = new Caller(
                "panel-1", Set.of(Role.PANEL_MEMBER, Role.COMMITTEE, Role.OFFICIAL), Set.of(), People.allRoutes());
        History history = new History()
                .then(everything, Examples.propose())
                .then(People.CHAIR, Examples.submitProposal())
                .then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS));

        history.refused(Refusal.TOOK_PART, everything, Examples.recommend());
        history.then(People.panel(2), Examples.recommend());
        history.refused(Refusal.TOOK_PART, everything, Examples.of(CommandName.ACCEPT_PROPOSAL));
        history.refused(
                Refusal.TOOK_PART,
                People.caller("panel-2", Role.COMMITTEE, Set.of(), Set.of()),
                Examples.of(CommandName.REJECT_PROPOSAL));
    }

    @Test
    void anOfficialAssignsAGroupOnce() {
        History history = Situation.UNOWNED.history();
        var assign = new ProposalCommand.AssignGroup(People.GROUP, "They asked");

        history.then(People.OFFICIAL, assign);

        assertThat(history.state().owner()).isEqualTo(People.GROUP);
        assertThat(history.when(People.OFFICIAL, assign)).isEmpty();
        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, new ProposalCommand.AssignGroup(null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/group", "/reason");
    }

    private static ProposalCommand.ProposeStandard proposeFor(UUID group) {
        return new ProposalCommand.ProposeStandard("OCC0218", "Title", 2, 10, null, null, null, group);
    }

    private static ProposalCommand.ProposeStandard propose(String reference, int level) {
        return new ProposalCommand.ProposeStandard(reference, "Title", level, 10, null, null, null, null);
    }

    private static List<GroupEmployer> employers(int count, int small) {
        return IntStream.range(0, count)
                .mapToObj(i -> new GroupEmployer("Employer " + i, i < small ? EmployerSize.SMALL : EmployerSize.MEDIUM))
                .toList();
    }

    private static ProposalCommand.SubmitProposal submit(
            @Nullable List<GroupEmployer> employers, int months, int offTheJob, @Nullable UUID group) {
        return new ProposalCommand.SubmitProposal(
                group, employers, List.of("A duty"), months, 2, offTheJob, "Many employers", "Nothing alike");
    }

    @Test
    void theLastWordOfAMemberCountsAndTheSameWordIsNone() {
        History history = Examples.recommended();

        assertThat(history.when(People.panel(5), Examples.recommend())).isEmpty();
        assertThat(history.when(People.panel(4), Examples.recommend()))
                .as("the same, but somebody else's")
                .hasSize(1);
        assertThat(history.when(People.panel(5), new ProposalCommand.RecommendProposal(true, "Much wanted")))
                .as("with a reason now")
                .hasSize(1);
        assertThat(history.when(People.panel(5), new ProposalCommand.RecommendProposal(false, "Much wanted")))
                .as("another word for the same reason")
                .hasSize(1);
        assertThat(history.state().proposal().recommending(false)).isEqualTo(1);
        assertThat(history.state().proposal().recommending(true)).isEqualTo(1);
        assertThat(history.state().proposal().recommended()).isFalse();
        assertThat(history.state().proposal().recommenders()).containsExactly("panel-4", "panel-5");
    }

    @Test
    void whoWroteTheProposalDoesNotDecideOnIt() {
        Caller before = People.caller("chair-before", Role.EMPLOYER_GROUP_CHAIR, Set.of(People.GROUP), Set.of());
        History history = Examples.potential()
                .then(before, Examples.of(CommandName.SAVE_PROPOSAL))
                .then(People.CHAIR, Examples.submitProposal())
                .then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS));

        history.refused(
                Refusal.TOOK_PART,
                People.caller("chair-before", Role.PANEL_MEMBER, Set.of(), People.allRoutes()),
                Examples.recommend());
        history.then(People.panel(1), Examples.recommend());
        history.refused(
                Refusal.TOOK_PART,
                People.caller("chair-before", Role.COMMITTEE, Set.of(), Set.of()),
                Examples.of(CommandName.ACCEPT_PROPOSAL));
    }

    @Test
    void whoHasAnInterestDoesNotRecommend() {
        Situation.READY
                .history()
                .then(People.panel(5), Examples.of(CommandName.DECLARE_INTEREST))
                .refused(Refusal.INTEREST, People.panel(5), Examples.recommend());
    }

    @Test
    void aProposalHasSoManyEmployersAndNoMore() {
        List<GroupEmployer> most = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> new GroupEmployer("Employer " + i, EmployerSize.SMALL))
                .toList();
        List<GroupEmployer> more = new ArrayList<>(most);
        more.add(new GroupEmployer("One more", EmployerSize.SMALL));

        assertThat(Examples.potential().refused(Refusal.INVALID_INPUT, People.CHAIR, by(more)))
                .extracting(Problem::message)
                .containsExactly("has 501 entries; at most 500 are allowed");
        Examples.potential().then(People.CHAIR, by(most));
    }

    private static ProposalCommand.SubmitProposal by(List<GroupEmployer> employers) {
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
    void aProposalIsWrittenInPartsAndSubmittedAsItWasSaved() {
        var submission = Examples.submitProposal();
        History history = Examples.potential()
                .then(
                        People.CHAIR,
                        new ProposalCommand.SaveProposal(
                                null, submission.employers(), submission.duties(), null, 2, null, null, null))
                .then(
                        People.CHAIR,
                        new ProposalCommand.SaveProposal(null, null, null, 12, null, 20, "Every hospital", "New"));

        assertThat(history.state().proposal().profile())
                .isEqualTo(new Profile(
                        Objects.requireNonNull(submission.employers()),
                        List.of("Perform routine procedures"),
                        12,
                        2,
                        20,
                        "Every hospital",
                        "New"));
        assertThat(history.when(
                        People.CHAIR, new ProposalCommand.SaveProposal(null, null, null, 12, null, null, null, "New")))
                .isEmpty();
        history.then(People.CHAIR, new ProposalCommand.SubmitProposal(null, null, null, 14, null, null, null, null));
        assertThat(history.events().getLast())
                .isInstanceOfSatisfying(ProposalEvent.ProposalSubmitted.class, submitted -> {
                    assertThat(submitted.employers()).isEqualTo(submission.employers());
                    assertThat(submitted.expectedDurationMonths()).isEqualTo(14);
                    assertThat(submitted.fit()).isEqualTo("New");
                });
        assertThat(history.state().proposal().profile().expectedDurationMonths())
                .isEqualTo(14);
    }

    @Test
    void aReturnedProposalNeedNotBeSentWholeAgain() {
        History history = Examples.proposed()
                .then(People.OFFICIAL, Examples.of(CommandName.RETURN_PROPOSAL))
                .then(
                        People.CHAIR,
                        new ProposalCommand.SaveProposal(
                                "Healthcare science assistant, mended",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "Beside none"));

        assertThat(history.state().title()).isEqualTo("Healthcare science assistant, mended");
        history.then(People.CHAIR, new ProposalCommand.SubmitProposal(null, null, null, null, null, null, null, null));
        assertThat(history.state().stage()).isEqualTo(Stage.PROPOSED);
        assertThat(history.state().proposal().profile().fit()).isEqualTo("Beside none");
        assertThat(history.state().proposal().profile().duties()).containsExactly("Perform routine procedures");
    }

    @Test
    void aProposalIsSavedWithEveryReasonAgainstIt() {
        assertThat(Examples.potential()
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.CHAIR,
                                new ProposalCommand.SaveProposal(
                                        "x".repeat(201), null, List.of(" "), 0, 8, 101, null, null)))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/title", "/duties/0", "/expectedDurationMonths", "/expectedLevel", "/offTheJobPercent");
        Situation.UNOWNED
                .history()
                .refused(Refusal.NOT_YOUR_GROUP, People.CHAIR, Examples.of(CommandName.SAVE_PROPOSAL));
    }
}
