package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Submitting, and the committee's decision: agreed, returned, rejected; challenged, and taken back. */
class DecisionTest {

    private static ApprovalCommand.Approve approve(@Nullable LocalDate decidedOn, @Nullable LocalDate effectiveFrom) {
        return new ApprovalCommand.Approve(decidedOn, effectiveFrom, null, null, null);
    }

    @Test
    void onlyACompleteDraftIsSubmitted() {
        assertThat(Examples.inDevelopment().refused(Refusal.DRAFT_INCOMPLETE, People.CHAIR, Examples.submit()))
                .containsExactly(
                        new Problem("/overview", "The overview is missing"),
                        new Problem("/summary", "The summary is missing"),
                        new Problem("/employers", "At least one employer involved is missing"),
                        new Problem("/typicalJobTitles", "At least one typical job title is missing"),
                        new Problem("/knowledge", "At least one knowledge statement is missing"),
                        new Problem("/skills", "At least one skill is missing"),
                        new Problem("/behaviours", "At least one behaviour is missing"),
                        new Problem("/duties", "At least one duty is missing"));
    }

    @Test
    void theFirstVersionIsConsultedOn() {
        History history = Examples.inDevelopment().then(People.CHAIR, Examples.draft());

        history.refused(Refusal.CONSULTATION_MISSING, People.CHAIR, Examples.submit());
        history.then(People.CHAIR, Examples.openConsultation())
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.CHAIR, Examples.submit());
        assertThat(history.events().getLast())
                .isEqualTo(new ApprovalEvent.SubmittedForApproval(
                        1, History.START.plus(Duration.ofDays(42)), null, null, "chair", History.START));
    }

    @Test
    void theApprovedVersionIsTheSubmittedDraftInForceFromToday() {
        History history = Examples.approved();

        assertThat(history.events().getLast())
                .isEqualTo(new ApprovalEvent.StandardApproved(
                        "1.0",
                        ChangeClass.NEW,
                        Examples.complete(),
                        History.DAY,
                        History.DAY,
                        null,
                        "committee",
                        History.START));
        assertThat(history.state().approval()).isEqualTo(Approval.none());
        assertThat(history.state().decision().participants())
                .containsExactly("chair", "committee", "official", "panel-1", "panel-2", "panel-3", "panel-5");
    }

    @Test
    void daysOfDecisionEffectAndRecordAreThree() {
        History history = Examples.balloted().after(Duration.ofDays(10));
        LocalDate decided = History.DAY.plusDays(8);
        LocalDate effective = History.DAY.plusDays(40);

        history.then(People.COMMITTEE, approve(decided, effective));

        Version version = history.state().versions().getLast();
        assertThat(version.approvedOn()).isEqualTo(decided);
        assertThat(version.effectiveFrom()).isEqualTo(effective);
        assertThat(history.state().dates().lastChanged()).isEqualTo(history.now());
        assertThat(history.state().inForceOn(effective.minusDays(1))).isNull();
        assertThat(history.state().inForceOn(effective)).isEqualTo(version);
        assertThat(history.state().published(decided)).isEqualTo(version.content());
    }

    @Test
    void aDecisionLiesBetweenSubmissionAndTodayAndItsEffectNotBefore() {
        History history = Examples.balloted().after(Duration.ofDays(10));

        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.COMMITTEE,
                        approve(History.DAY.plusDays(11), History.DAY.plusDays(10))))
                .extracting(Problem::pointer)
                .containsExactly("/decidedOn", "/effectiveFrom");
        history.refused(Refusal.INVALID_INPUT, People.COMMITTEE, approve(History.DAY.minusDays(1), null));
        history.refused(
                Refusal.INVALID_INPUT,
                People.COMMITTEE,
                approve(null, History.DAY.plusDays(11).plusYears(5)));
        history.then(People.COMMITTEE, approve(History.DAY, null));
        assertThat(history.state().versions().getLast().effectiveFrom()).isEqualTo(History.DAY);
    }

    @Test
    void daysAreDaysInLondon() {
        History history =
                Examples.balloted().after(Duration.ofDays(100).plusHours(14).plusMinutes(30));

        history.then(People.COMMITTEE, Examples.approve());

        // 23:30 UTC on 10 June is 00:30 of the next day there
        assertThat(history.now().toString()).isEqualTo("2026-06-10T23:30:00Z");
        assertThat(history.state().versions().getLast().approvedOn()).isEqualTo(LocalDate.parse("2026-06-11"));
    }

    @Test
    void aReturnedDraftIsImprovedAndSubmittedAgain() {
        History history = Situation.RETURNED.history();

        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);
        assertThat(history.state().approval().comments()).containsExactly("Merge K3 and K4");
        history.then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Improved")))
                .then(People.CHAIR, new ApprovalCommand.SubmitForApproval(null, "As the committee asked."));
        assertThat(history.state().approval().votes()).isEmpty();
        assertThat(history.state().approval().revision()).isEqualTo(2);
        // who voted the first time may decide the second time: it is another submission
        history.then(People.panel(1), Examples.vote(VoteChoice.YES));
    }

    @Test
    void aRejectedFirstVersionIsPotentialAgain() {
        History history = Situation.REJECTED.history();

        assertThat(history.state().status()).isEqualTo(Status.POTENTIAL);
        assertThat(history.state().approval().comments()).containsExactly("Not an occupation");
        assertThat(history.state().version()).isEqualTo("0.0");
        history.then(People.CHAIR, Examples.submitProposal());
    }

    @Test
    void decisionsHaveReasons() {
        for (StandardCommand decision : List.of(
                new ApprovalCommand.Return(List.of(), null),
                new ApprovalCommand.Return(null, null),
                new ApprovalCommand.Reject(List.of(" "), null))) {
            assertThat(Examples.balloted().refused(Refusal.INVALID_INPUT, People.COMMITTEE, decision))
                    .isNotEmpty();
        }
    }

    @Test
    void aFinalDecisionIsChallengedByTheGroupAndReviewedByPeopleWhoTookNoPart() {
        History history =
                Situation.REJECTED.history().then(People.CHAIR, new ReviewCommand.AskForReview("We were not heard"));
        var uphold = Examples.of(CommandName.DECIDE_REVIEW);

        history.refused(Refusal.TOOK_PART, People.OTHER_COMMITTEE, uphold);
        history.refused(Refusal.REVIEW_OPEN, People.CHAIR, Examples.submitProposal());
        history.refused(Refusal.REVIEW_OPEN, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        history.refused(Refusal.REVIEW_OPEN, People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));
        Caller voter = People.caller("panel-1", Role.OFFICIAL, Set.of(), Set.of());
        history.refused(Refusal.TOOK_PART, voter, uphold);
        var events = history.when(People.official(2), uphold);

        assertThat(events)
                .containsExactly(
                        new ReviewEvent.ReviewDecided(
                                true, List.of("They were not"), Role.OFFICIAL, "official-2", History.START),
                        new ReviewEvent.DecisionReopened(
                                "Review upheld",
                                true,
                                History.START.plus(Duration.ofDays(42)),
                                "official-2",
                                History.START));
        assertThat(history.state().stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(history.state().approval().votes()).isEmpty();
        assertThat(history.state().approval().ballotOpen()).isTrue();
        assertThat(history.state().draft().content()).isEqualTo(Examples.complete());
    }

    @Test
    void whatBecameOfAChallengeStaysToBeSeen() {
        History history = Situation.REJECTED
                .history()
                .then(People.CHAIR, new ReviewCommand.AskForReview("We were not heard"))
                .then(People.COMMITTEE, new ReviewCommand.DecideReview(false, List.of("They were")));
        var declined = new Review(
                Decision.Kind.REJECTED,
                "We were not heard",
                false,
                List.of("They were"),
                "committee",
                Role.COMMITTEE,
                History.START);
        assertThat(history.state().reviews()).containsExactly(declined);

        History upheld = Situation.PROPOSAL_CHALLENGED
                .history()
                .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));
        assertThat(upheld.state().reviews()).singleElement().satisfies(review -> {
            assertThat(review.of()).isEqualTo(Decision.Kind.PROPOSAL_REJECTED);
            assertThat(review.upheld()).isTrue();
            assertThat(review.role()).isEqualTo(Role.OFFICIAL);
        });
    }

    @Test
    void whoWasOverruledDoesNotDecideAnewAndNeitherDoesWhoVotedBefore() {
        History draft = Situation.REJECTED
                .history()
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))
                .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));
        Caller voted = People.caller("panel-1", Role.COMMITTEE, Set.of(), Set.of());
        for (CommandName decision : List.of(CommandName.RETURN, CommandName.REJECT)) {
            draft.refused(Refusal.TOOK_PART, People.OTHER_COMMITTEE, Examples.of(decision));
            draft.refused(Refusal.TOOK_PART, voted, Examples.of(decision));
        }
        draft.then(People.COMMITTEE, Examples.of(CommandName.REJECT));

        History proposal = Situation.PROPOSAL_CHALLENGED
                .history()
                .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW))
                .then(People.panel(4), Examples.recommend());
        proposal.refused(Refusal.TOOK_PART, People.OTHER_COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL));
        proposal.then(People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL));
    }

    @Test
    void whoTakesADecisionOfOthersBackHasNoPartInItAndNoInterest() {
        Caller submitted = People.caller("chair", Role.OFFICIAL, Set.of(), Set.of());
        Caller decided = People.caller("committee-2", Role.OFFICIAL, Set.of(), Set.of());
        Caller voted = People.caller("panel-1", Role.OFFICIAL, Set.of(), Set.of());
        for (Situation situation : List.of(Situation.RETURNED, Situation.REJECTED)) {
            for (Caller caller : List.of(submitted, decided, voted)) {
                situation.history().refused(Refusal.TOOK_PART, caller, Examples.of(CommandName.REOPEN_DECISION));
            }
        }
        Situation.REJECTED
                .history()
                .then(People.OFFICIAL, new BallotCommand.DeclareInterest(null, "My firm"))
                .refused(Refusal.INTEREST, People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));
    }

    @Test
    void whoChallengesDoesNotReview() {
        History history = Situation.REJECTED.history().then(People.OFFICIAL, Examples.of(CommandName.ASK_FOR_REVIEW));

        history.refused(Refusal.TOOK_PART, People.OFFICIAL, Examples.of(CommandName.DECIDE_REVIEW));
        history.then(People.COMMITTEE, Examples.of(CommandName.DECIDE_REVIEW));
    }

    @Test
    void aReviewerHasNoInterest() {
        History history = Situation.REJECTED
                .history()
                .then(People.COMMITTEE, Examples.of(CommandName.DECLARE_INTEREST))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));

        history.refused(Refusal.INTEREST, People.COMMITTEE, Examples.of(CommandName.DECIDE_REVIEW));
    }

    @Test
    void aDismissedChallengeLeavesTheDecisionForGood() {
        History history = Situation.REJECTED
                .history()
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))
                .then(People.official(2), new ReviewCommand.DecideReview(false, List.of("All was in order")));

        assertThat(history.state().stage()).isEqualTo(Stage.POTENTIAL);
        history.refused(Refusal.NOTHING_TO_REVIEW, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        history.then(People.CHAIR, Examples.submitProposal());
    }

    @Test
    void anUpheldChallengeOfAnApprovalLeavesTheVersionInForce() {
        History history = Situation.CHALLENGED.history();

        assertThat(history.when(People.official(2), Examples.of(CommandName.DECIDE_REVIEW)))
                .hasSize(1);
        assertThat(history.state().version()).isEqualTo("1.0");
        assertThat(history.state().stage()).isEqualTo(Stage.APPROVED);
        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.official(2),
                        challengedAgain(history, new ReviewCommand.DecideReview(null, null))))
                .extracting(Problem::pointer)
                .containsExactly("/upheld", "/reasons");
    }

    private static StandardCommand challengedAgain(History history, StandardCommand command) {
        history.then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        return command;
    }

    @Test
    void aRejectedProposalThatDoesNotStandIsRecommendedOnAnew() {
        History history = Situation.PROPOSAL_CHALLENGED
                .history()
                .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));

        assertThat(history.state().stage()).isEqualTo(Stage.PROPOSED);
        assertThat(history.state().proposal().ready()).isTrue();
        assertThat(history.state().proposal().recommended()).isNull();
        history.refused(Refusal.RECOMMENDATION_MISSING, People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL));
    }

    @Test
    void aChallengeComesWithinFourWeeks() {
        Situation.REJECTED
                .history()
                .after(Duration.ofDays(28))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        Situation.REJECTED
                .history()
                .after(Duration.ofDays(28).plusNanos(1))
                .refused(Refusal.REVIEW_TOO_LATE, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
    }

    @Test
    void aSlipIsTakenBackWithVotesAndAll() {
        for (CommandName slip : List.of(CommandName.RETURN, CommandName.REJECT, CommandName.WITHDRAW)) {
            Caller caller = slip == CommandName.WITHDRAW ? People.OFFICIAL : People.COMMITTEE;
            History history = Examples.balloted();
            Approval before = history.state().approval();

            history.then(caller, Examples.of(slip)).then(People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));

            assertThat(history.state().stage()).as(slip.wireName()).isEqualTo(Stage.SUBMITTED);
            assertThat(history.state().approval().votes()).isEqualTo(before.votes());
            history.then(People.COMMITTEE, Examples.approve());
        }
    }

    @Test
    void aReturnedProposalIsTakenBackWithItsConditions() {
        History history = Situation.PROPOSAL_CONDITIONS
                .history()
                .then(People.COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL))
                .then(People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));

        assertThat(history.state().conditions()).hasSize(1);
        assertThat(history.state().proposal().agreed()).isTrue();
        history.then(People.OFFICIAL, Examples.of(CommandName.CLOSE_CONDITION));
        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);
    }

    @Test
    void whatHasMovedOnIsNotTakenBack() {
        Situation.RETURNED
                .history()
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Improved")))
                .refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));
        Examples.approved()
                .refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));
        Examples.potential()
                .refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));
    }

    @Test
    void withdrawingBringsBackToWhereItWas() {
        for (Situation situation : List.of(
                Situation.POTENTIAL,
                Situation.RECOMMENDED,
                Situation.DRAFTED,
                Situation.CONSULTING,
                Situation.REVISING)) {
            History history = situation.history();
            Content draft = history.state().draft().content();

            history.then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW))
                    .then(People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));

            assertThat(history.state().stage()).as(situation.says()).isEqualTo(situation.stage());
            assertThat(history.state().draft().content()).isEqualTo(draft);
        }
    }

    /** Nobody has to vote again because of a slip, and a ballot that was called off stays so. */
    @Test
    void aSlipIsTakenBackToExactlyWhereItWas() {
        for (Situation situation :
                List.of(Situation.BALLOTED, Situation.BALLOT_WITHDRAWN, Situation.APPROVAL_CONDITIONS)) {
            History history = situation.history();
            Approval before = history.state().approval();
            List<Condition> conditions = history.state().conditions();

            history.then(People.COMMITTEE, Examples.of(CommandName.REJECT))
                    .then(People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));

            Approval after = history.state().approval();
            assertThat(after.ballotOpen()).as(situation.says()).isEqualTo(before.ballotOpen());
            assertThat(after.votes()).isEqualTo(before.votes());
            assertThat(after.voters()).isEqualTo(before.voters());
            assertThat(after.agreement()).isEqualTo(before.agreement());
            assertThat(history.state().conditions()).isEqualTo(conditions);
        }
    }

    @Test
    void whatIsDecidedAnewHasNoVotesAndNoAgreementOfBefore() {
        for (Situation situation : List.of(Situation.BALLOT_WITHDRAWN, Situation.APPROVAL_CONDITIONS)) {
            History history = situation
                    .history()
                    .then(People.COMMITTEE, Examples.of(CommandName.REJECT))
                    .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))
                    .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));

            Approval after = history.state().approval();
            assertThat(after.ballotOpen()).as(situation.says()).isTrue();
            assertThat(after.votes()).isEmpty();
            assertThat(after.voters())
                    .as("who voted before is not forgotten")
                    .containsExactly("panel-1", "panel-2", "panel-3");
            assertThat(after.agreement()).isNull();
            assertThat(history.state().conditions()).isEmpty();
        }
    }

    @Test
    void aReturnKeepsTheGroupsWishToWithdrawAndARejectionSettlesIt() {
        var wish = Examples.of(CommandName.REQUEST_WITHDRAWAL);

        assertThat(Examples.balloted()
                        .then(People.CHAIR, wish)
                        .then(People.COMMITTEE, Examples.of(CommandName.RETURN))
                        .state()
                        .endOfLife()
                        .withdrawalReason())
                .isEqualTo("No members left");
        assertThat(Examples.balloted()
                        .then(People.CHAIR, wish)
                        .then(People.COMMITTEE, Examples.of(CommandName.REJECT))
                        .state()
                        .endOfLife())
                .isEqualTo(EndOfLife.none());
    }

    @Test
    void onlyWhatEndsSomethingCanBeChallenged() {
        Examples.proposed()
                .then(People.OFFICIAL, Examples.of(CommandName.RETURN_PROPOSAL))
                .refused(Refusal.NOTHING_TO_REVIEW, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        Examples.potential().refused(Refusal.NOTHING_TO_REVIEW, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
    }

    @Test
    void nothingNewStartsWhileADecisionIsChallenged() {
        History history = Situation.CHALLENGED.history();

        history.refused(Refusal.REVIEW_OPEN, People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT));
        history.refused(Refusal.REVIEW_OPEN, People.OFFICIAL, Examples.accept(ChangeClass.REVISION));
        history.refused(Refusal.REVIEW_OPEN, People.OFFICIAL, Examples.of(CommandName.DECLINE_CHANGE));

        History proposal = Situation.PROPOSAL_CHALLENGED.history();
        proposal.refused(Refusal.REVIEW_OPEN, People.CHAIR, Examples.submitProposal());
        proposal.refused(Refusal.REVIEW_OPEN, People.OFFICIAL, Examples.of(CommandName.WITHDRAW));
    }

    @Test
    void aNewDecisionIsExpectedOnlyWhereOneIsDue() {
        History drafted = Situation.DRAFTED
                .history()
                .then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW))
                .then(People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));
        History recommended = Situation.RECOMMENDED
                .history()
                .then(People.COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL))
                .after(Duration.ofDays(1))
                .then(People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));

        assertThat(drafted.events().getLast())
                .isEqualTo(
                        new ReviewEvent.DecisionReopened("The wrong button", false, null, "official", History.START));
        assertThat(recommended.state().proposal().decisionExpectedBy())
                .isEqualTo(History.START.plus(Duration.ofDays(43)));
        assertThat(recommended.state().proposal().recommended()).isTrue();
        assertThat(recommended.state().proposal().recommenders()).containsExactly("panel-5");
    }

    @Test
    void whoRecommendedOnARejectedProposalMayDoSoAnewButIsNotForgottenBefore() {
        History anew = Examples.proposed()
                .then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS))
                .then(People.panel(5), new ProposalCommand.RecommendProposal(true, "Much wanted"))
                .then(People.OTHER_COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))
                .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));

        assertThat(anew.state().proposal().recommendation()).isNull();
        assertThat(anew.state().proposal().recommendations()).isEmpty();
        assertThat(anew.state().proposal().recommenders()).containsExactly("panel-5");
        assertThat(anew.state().proposal().agreed()).isFalse();
        anew.then(People.panel(5), Examples.recommend());
    }

    @Test
    void whatWasAgreedWithConditionsAndRejectedIsDecidedAnewWithoutThem() {
        History anew = Situation.PROPOSAL_CONDITIONS
                .history()
                .then(People.OTHER_COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))
                .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));

        assertThat(anew.state().proposal().agreed()).isFalse();
        assertThat(anew.state().conditions()).isEmpty();
    }

    /** Found by random lives: the vote of somebody who had declared an interest meanwhile came back. */
    @Test
    void aDecisionReopenedHasNoVoteOfWhoDeclaredAnInterestSince() {
        History history = Situation.REJECTED.history();
        String voter = history.state().decision().approval().votes().getFirst().member();
        history = history.then(People.OFFICIAL, new BallotCommand.DeclareInterest(voter, "It came to light afterwards"))
                .then(People.OFFICIAL, Examples.of(CommandName.REOPEN_DECISION));

        assertThat(history.state().stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(history.state().approval().votes())
                .isNotEmpty()
                .extracting(Vote::member)
                .doesNotContain(voter);
    }

    private static final StandardCommand REOPEN = Examples.of(CommandName.REOPEN_DECISION);

    private static History submittedAdjustment() {
        return Situation.CHANGE_REQUESTED
                .history()
                .then(People.OFFICIAL, Examples.accept(ChangeClass.ADJUSTMENT))
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.enlarged()))
                .then(People.CHAIR, Examples.submit());
    }

    private static VersionCommand.ReclassifyChange madeA(ChangeClass changeClass) {
        return new VersionCommand.ReclassifyChange(changeClass, "On second thought");
    }

    /** An adjustment that was made a correction meanwhile would have needed no vote, as a revision no consultation. */
    @Test
    void whatWasReturnedIsNotTakenBackAsAChangeOfAnotherClass() {
        for (ChangeClass changeClass : List.of(ChangeClass.CORRECTION, ChangeClass.REVISION)) {
            History history = submittedAdjustment()
                    .then(People.OTHER_COMMITTEE, Examples.of(CommandName.RETURN))
                    .then(People.OFFICIAL, madeA(changeClass));

            assertThat(history.refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, REOPEN))
                    .containsExactly(new Problem(
                            "/changeClass",
                            "was adjustment when it was decided, and is %s now"
                                    .formatted(changeClass.name().toLowerCase(Locale.ROOT))));
            assertThat(history.state().decision().reversibleFor(history.state()))
                    .isFalse();

            history.then(People.OFFICIAL, madeA(ChangeClass.ADJUSTMENT)).then(People.OFFICIAL, REOPEN);
            assertThat(history.state().stage()).isEqualTo(Stage.SUBMITTED);
        }
    }

    @Test
    void votesCountForTheLevelTheRouteTheTitleAndTheGroupThatTheyWereCastOn() {
        assertThat(Situation.REJECTED
                        .history()
                        .then(People.OFFICIAL, new MapCommand.Reclassify(3, 14, "Healthcare", "Care", "Belongs there"))
                        .then(People.OFFICIAL, Examples.of(CommandName.ASSIGN_GROUP))
                        .then(
                                People.OTHER_CHAIR,
                                new ProposalCommand.SaveProposal(
                                        "Something else", null, null, null, null, null, null, null))
                        .refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, REOPEN))
                .containsExactly(
                        new Problem(
                                "/title",
                                "was Healthcare science assistant when it was decided, and is Something else now"),
                        new Problem("/level", "was 2 when it was decided, and is 3 now"),
                        new Problem("/route", "was 10 when it was decided, and is 14 now"),
                        new Problem("/cluster", "was none when it was decided, and is Care now"),
                        new Problem(
                                "/group",
                                "was %s when it was decided, and is %s now"
                                        .formatted(People.GROUP, People.OTHER_GROUP)));
        assertThat(Situation.PROPOSAL_REJECTED
                        .history()
                        .then(People.OFFICIAL, Examples.of(CommandName.RECLASSIFY))
                        .refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, REOPEN))
                .extracting(Problem::pointer)
                .containsExactly("/route", "/pathway");
        assertThat(Situation.RETURNED
                        .history()
                        .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Improved")))
                        .refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, REOPEN))
                .containsExactly(new Problem("/draft", "was revision 1 when it was decided, and is revision 2 now"));
    }

    @Test
    void whereNobodyHadVotedAnotherRouteStandsAgainstNothing() {
        History history = Situation.REVISION_WITHDRAWN
                .history()
                .then(People.OFFICIAL, Examples.of(CommandName.RECLASSIFY))
                .then(People.OFFICIAL, REOPEN);

        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);
        assertThat(history.state().classification().route()).isEqualTo(14);
    }

    @Test
    void aRecommendationCountsForTheProposalThatItWasMadeOn() {
        History history =
                Situation.PROPOSAL_REJECTED.history().then(People.CHAIR, Examples.of(CommandName.SAVE_PROPOSAL));

        assertThat(history.refused(Refusal.NOTHING_TO_REOPEN, People.OFFICIAL, REOPEN))
                .containsExactly(new Problem("/proposal", "has been saved anew since it was decided"));
    }

    @Test
    void whatIsDecidedAnewIsVotedOnAsItIsNow() {
        History history = Situation.REJECTED
                .history()
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))
                .then(People.OFFICIAL, Examples.of(CommandName.RECLASSIFY))
                .then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));

        assertThat(history.state().stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(history.state().classification().route()).isEqualTo(14);
        history.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());
    }

    /** What a group has saved and not submitted is not for the panel. */
    @Test
    void aRejectedProposalThatDoesNotStandAndWasSavedAnewIsDecidedOnWhenItIsSubmitted() {
        History history =
                Situation.PROPOSAL_CHALLENGED.history().then(People.CHAIR, Examples.of(CommandName.SAVE_PROPOSAL));
        Profile saved = history.state().proposal().profile();

        assertThat(StandardActions.of(history.state(), history.by(People.official(2))))
                .filteredOn(action -> action.name() == CommandName.DECIDE_REVIEW)
                .extracting(StandardActions.Action::does)
                .singleElement()
                .asString()
                .endsWith("The group has saved its proposal anew: that is decided on when it submits it.");
        assertThat(history.when(People.official(2), Examples.of(CommandName.DECIDE_REVIEW)))
                .singleElement()
                .isInstanceOf(ReviewEvent.ReviewDecided.class);
        assertThat(history.state().stage()).isEqualTo(Stage.POTENTIAL);
        assertThat(history.state().proposal().profile()).isEqualTo(saved);
        history.then(People.CHAIR, new ProposalCommand.SubmitProposal(null, null, null, null, null, null, null, null));
        assertThat(history.state().proposal().profile()).isEqualTo(saved);
    }

    /** As it came before the committee by a way that has been closed since. */
    @Test
    void nothingIsApprovedThatCouldNotHaveBeenSubmitted() {
        History adjustment = Examples.votedFor(submittedAdjustment());
        History agreed = Examples.votedFor(submittedAdjustment())
                .then(People.OTHER_COMMITTEE, new ApprovalCommand.Approve(null, null, null, List.of("Reword K1"), null))
                .then(People.CHAIR, new ConditionCommand.EvidenceCondition(1, "A first letter"));

        for (var way : Map.of(
                        ChangeClass.CORRECTION, Refusal.NOT_A_CORRECTION,
                        ChangeClass.REVISION, Refusal.CONSULTATION_MISSING)
                .entrySet()) {
            var reclassified =
                    new VersionEvent.ChangeReclassified(way.getKey(), "Meanwhile", "official", History.START);
            assertThat(catchThrowableOfType(
                                    CommandRefused.class,
                                    () -> StandardLifecycle.decide(
                                            Examples.approve(),
                                            adjustment.state().after(reclassified),
                                            adjustment.by(People.COMMITTEE)))
                            .refusal())
                    .isEqualTo(way.getValue());
            assertThat(catchThrowableOfType(
                                    CommandRefused.class,
                                    () -> StandardLifecycle.decide(
                                            Examples.of(CommandName.CLOSE_CONDITION),
                                            agreed.state().after(reclassified),
                                            agreed.by(People.COMMITTEE)))
                            .refusal())
                    .isEqualTo(way.getValue());
        }
    }

    @Test
    void whoAgreedWithConditionsAndWhoFoundOneMetReviewsNothingOfIt() {
        History draft = Examples.balloted()
                .then(
                        People.OTHER_COMMITTEE,
                        new ApprovalCommand.Approve(null, null, null, List.of("Reword K1", "Map K2"), null))
                .then(People.CHAIR, new ConditionCommand.EvidenceCondition(1, "A letter"))
                .then(People.CHAIR, new ConditionCommand.EvidenceCondition(2, "A map"))
                .then(People.official(2), new ConditionCommand.CloseCondition(1, null))
                .then(People.official(3), new ConditionCommand.CloseCondition(2, null))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        for (Caller decided : List.of(People.OTHER_COMMITTEE, People.official(2), People.official(3))) {
            draft.refused(Refusal.TOOK_PART, decided, Examples.of(CommandName.DECIDE_REVIEW));
        }
        draft.then(People.COMMITTEE, Examples.of(CommandName.DECIDE_REVIEW));

        History proposal = Situation.PROPOSAL_CONDITIONS
                .history()
                .then(People.OTHER_COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        proposal.refused(Refusal.TOOK_PART, People.COMMITTEE, Examples.of(CommandName.DECIDE_REVIEW));
        proposal.then(People.official(2), Examples.of(CommandName.DECIDE_REVIEW));
    }

    @Test
    void whoAgreedToAnEarlierSubmissionHasNoPartInTheNext() {
        History history =
                Situation.APPROVAL_CONDITIONS.history().then(People.COMMITTEE, Examples.of(CommandName.RETURN));
        assertThat(history.state().decision().participants()).contains("committee-2");

        Examples.votedFor(history.then(People.CHAIR, Examples.submit())).then(People.COMMITTEE, Examples.approve());
        assertThat(history.state().decision().participants()).doesNotContain("committee-2");

        History proposal = Situation.PROPOSAL_CONDITIONS
                .history()
                .then(People.OTHER_COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL))
                .then(People.CHAIR, Examples.submitProposal());
        assertThat(proposal.state().hands().deciders()).isEmpty();
    }

    @Test
    void whatTheGroupSavedSinceItsDraftWasRejectedStaysSaved() {
        for (CommandName again : List.of(CommandName.REOPEN_DECISION, CommandName.DECIDE_REVIEW)) {
            History history = Situation.REJECTED.history().then(People.CHAIR, Examples.of(CommandName.SAVE_PROPOSAL));
            Profile saved = history.state().proposal().profile();
            if (again == CommandName.DECIDE_REVIEW) {
                history.then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
            }

            history.then(People.official(2), Examples.of(again));

            assertThat(history.state().stage()).isEqualTo(Stage.SUBMITTED);
            assertThat(history.state().proposal().profile()).isEqualTo(saved);
            assertThat(saved.duties()).containsExactly("Keep a safe workplace");
        }
    }

    @Test
    void aWishToGiveUpOutlivesTheDecisionThatIsTakenBack() {
        for (Situation situation : List.of(Situation.PROPOSAL_REJECTED, Situation.RETURNED, Situation.REJECTED)) {
            assertThat(situation
                            .history()
                            .then(People.CHAIR, Examples.of(CommandName.REQUEST_WITHDRAWAL))
                            .then(People.OFFICIAL, REOPEN)
                            .state()
                            .endOfLife()
                            .withdrawalReason())
                    .as(situation.says())
                    .isEqualTo("No members left");
        }
        assertThat(Situation.WITHDRAWAL_ASKED
                        .history()
                        .then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW))
                        .then(People.OFFICIAL, REOPEN)
                        .state()
                        .endOfLife())
                .as("what was done is not asked for any more")
                .isEqualTo(EndOfLife.none());
    }
}
