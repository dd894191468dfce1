package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Giving up, ending, being replaced, coming back. */
class EndOfLifeTest {

    private static EndOfLifeCommand.Retire retire(@Nullable LocalDate lastDay) {
        return new EndOfLifeCommand.Retire(lastDay, null, null);
    }

    @Test
    void theGroupAsksAnOfficialWithdraws() {
        History history = Examples.inDevelopment();
        var ask = Examples.of(CommandName.REQUEST_WITHDRAWAL);

        history.then(People.CHAIR, ask);
        assertThat(history.when(People.CHAIR, ask)).isEmpty();
        assertThat(history.state().endOfLife().withdrawalReason()).isEqualTo("No members left");
        history.refused(Refusal.ROLE_NOT_PERMITTED, People.CHAIR, Examples.of(CommandName.WITHDRAW));
        history.then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW));
        assertThat(history.state().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(history.state().endOfLife()).isEqualTo(EndOfLife.none());
        history.refused(Refusal.WRONG_STAGE, People.OFFICIAL, Examples.of(CommandName.WITHDRAW));
    }

    @Test
    void productsOfAWithdrawnStandardEndWithIt() {
        History history = Situation.WITHDRAWN.history();

        assertThat(history.state().product("ST0218"))
                .extracting(Product::status)
                .isEqualTo(ProductStatus.RETIRED);
        Examples.inDevelopment().refused(Refusal.INVALID_INPUT, People.OFFICIAL, new EndOfLifeCommand.Withdraw(null));
    }

    @Test
    void aRevisionGivenUpLeavesProductsAlone() {
        History history = Situation.DELIVERED
                .history()
                .then(People.MEMBER, Examples.requestChange())
                .then(People.OFFICIAL, Examples.accept(ChangeClass.REVISION))
                .then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW));

        assertThat(history.state().product("ST0218"))
                .extracting(Product::status)
                .isEqualTo(ProductStatus.APPROVED_FOR_DELIVERY);
        assertThat(history.events().getLast()).isInstanceOf(EndOfLifeEvent.RevisionWithdrawn.class);
    }

    @Test
    void retirementIsConsultedOnForFourWeeks() {
        History history = Situation.APPROVED
                .history()
                .then(People.OFFICIAL, new EndOfLifeCommand.ProposeRetirement("Out of date", null, null, "OCC0009"));

        assertThat(history.events().getLast())
                .isEqualTo(new EndOfLifeEvent.RetirementProposed(
                        "Out of date",
                        History.START.plus(Duration.ofDays(28)),
                        "Europe/London",
                        "OCC0009",
                        "official",
                        History.START));
        assertThat(history.state().status()).isEqualTo(Status.APPROVED);
        history.refused(Refusal.CONSULTATION_STILL_OPEN, People.COMMITTEE, retire(null));
        history.after(Duration.ofDays(28)).then(People.OFFICIAL, new ConsultationCommand.CloseConsultation(null));
        assertThat(history.state().stage()).isEqualTo(Stage.RETIRING);
        history.then(People.COMMITTEE, retire(null));
        assertThat(history.state().endOfLife().replacedBy()).isEqualTo("OCC0009");
    }

    @Test
    void aProposalToRetireIsChecked() {
        assertThat(Examples.approved()
                        .refused(
                                Refusal.INVALID_INPUT,
                                People.OFFICIAL,
                                new EndOfLifeCommand.ProposeRetirement(null, History.START, "Mars", "OCC0218")))
                .extracting(Problem::pointer)
                .containsExactly("/reason", "/closesAt", "/zone", "/replacedBy");
    }

    @Test
    void aRetiredStandardEndsTodayWithItsProducts() {
        History history = Situation.RETIRED.history();

        assertThat(history.state().status()).isEqualTo(Status.RETIRED);
        Version last = history.state().versions().getLast();
        assertThat(last.endedOn()).isEqualTo(History.DAY);
        assertThat(history.state().inForceOn(History.DAY)).isEqualTo(last);
        assertThat(history.state().inForceOn(History.DAY.plusDays(1))).isNull();
        assertThat(history.state().published(History.DAY.plusDays(1))).isEqualTo(last.content());
        assertThat(history.state().product("ST0218"))
                .extracting(Product::status)
                .isEqualTo(ProductStatus.RETIRED);
        assertThat(history.events())
                .contains(
                        new EndOfLifeEvent.StandardRetired(History.DAY, null, History.DAY, "committee", History.START));
    }

    @Test
    void anEndThatIsSetStaysAheadUntilItHasPassed() {
        LocalDate lastDay = History.DAY.plusDays(30);
        History history = Situation.RETIREMENT_CONSULTED.history().then(People.COMMITTEE, retire(lastDay));

        assertThat(history.events().getLast())
                .isEqualTo(new EndOfLifeEvent.RetirementDecided(
                        lastDay, null, null, History.DAY, "committee", History.START));
        assertThat(history.state().status()).isEqualTo(Status.APPROVED);
        assertThat(history.state().effectiveTo(history.state().versions().getLast()))
                .isEqualTo(lastDay);
        assertThat(history.state().inForceOn(lastDay.plusDays(1))).isNull();
        history.refused(Refusal.ALREADY_DECIDED, People.COMMITTEE, retire(null));
        history.after(Duration.ofDays(30));
        assertThat(history.when(Caller.system(), new DeadlineCommand.CompleteRetirement()))
                .isEmpty();
        history.after(Duration.ofDays(5)).then(Caller.system(), new DeadlineCommand.CompleteRetirement());
        assertThat(history.state().stage()).isEqualTo(Stage.RETIRED);
        assertThat(history.events())
                .contains(new EndOfLifeEvent.StandardRetired(lastDay, null, History.DAY, "system", history.now()));
    }

    @Test
    void aVersionThatBeganOnTheLastDayWhileNobodyLookedIsToldBeforeTheEnd() {
        LocalDate day = History.DAY.plusDays(30);
        History history = Situation.ADJUSTMENT_BALLOTED
                .history()
                .then(People.COMMITTEE, new ApprovalCommand.Approve(null, day, "Words", null, null))
                .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT))
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.COMMITTEE, retire(day))
                .after(Duration.ofDays(33))
                .then(Caller.system(), new DeadlineCommand.CompleteRetirement());

        assertThat(history.events())
                .containsSubsequence(
                        new VersionEvent.VersionTookEffect("1.1", day, "system", history.now()),
                        new EndOfLifeEvent.StandardRetired(day, null, History.DAY, "system", history.now()));
        assertThat(history.state().inForceOn(day))
                .isEqualTo(history.state().versions().getLast());
        assertThat(history.state().standingVersion(LifecyclePolicy.defaults().zone()))
                .isEqualTo(history.state().versions().getLast());
    }

    @Test
    void theEndLiesNotInThePast() {
        History history = Situation.RETIREMENT_CONSULTED.history();

        assertThat(history.refused(Refusal.INVALID_INPUT, People.COMMITTEE, retire(History.DAY.minusDays(1))))
                .extracting(Problem::pointer)
                .containsExactly("/lastDay");
        history.refused(
                Refusal.INVALID_INPUT,
                People.COMMITTEE,
                retire(History.DAY.plusYears(5).plusDays(1)));
        history.then(People.COMMITTEE, retire(History.DAY.plusYears(5)));
    }

    @Test
    void aVersionThatIsNotInForceYetIsForADayAtLeast() {
        LocalDate from = History.DAY.plusDays(60);
        History history = Examples.balloted()
                .then(People.COMMITTEE, new ApprovalCommand.Approve(null, from, null, null, null))
                .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT))
                .then(People.OFFICIAL, Examples.closeEarly());

        history.refused(Refusal.INVALID_INPUT, People.COMMITTEE, retire(from.minusDays(1)));
        history.then(People.COMMITTEE, retire(null));
        assertThat(history.state().endOfLife().lastDay()).isEqualTo(from);
    }

    @Test
    void anInterestBarsFromDecidingOnTheEnd() {
        History history = Situation.RETIREMENT_CONSULTED
                .history()
                .then(People.COMMITTEE, Examples.of(CommandName.DECLARE_INTEREST));

        history.refused(Refusal.INTEREST, People.COMMITTEE, retire(null));
        history.refused(Refusal.INTEREST, People.COMMITTEE, Examples.of(CommandName.DECLINE_RETIREMENT));
        history.then(People.OTHER_COMMITTEE, retire(null));
    }

    @Test
    void aRetirementCanBeDeclinedEvenAfterItWasDecided() {
        for (Situation situation : List.of(Situation.RETIRING, Situation.RETIREMENT_DECIDED)) {
            History history = situation.history().then(People.COMMITTEE, Examples.of(CommandName.DECLINE_RETIREMENT));

            assertThat(history.state().stage()).isEqualTo(Stage.APPROVED);
            assertThat(history.state().endOfLife()).isEqualTo(EndOfLife.none());
            assertThat(history.state().consultation()).isEqualTo(Consultation.none());
            assertThat(history.state().effectiveTo(history.state().versions().getLast()))
                    .isNull();
        }
    }

    @Test
    void aRetirementIsChallengedAndReviewedByWhoHadNoPartInIt() {
        History history = Situation.RETIREMENT_CHALLENGED.history();

        assertThat(history.state().decision().participants()).containsExactly("committee", "official");
        history.refused(Refusal.REVIEW_OPEN, People.official(2), Examples.of(CommandName.REINSTATE));
        for (Caller decided : List.of(People.COMMITTEE, People.OFFICIAL)) {
            history.refused(Refusal.TOOK_PART, decided, Examples.of(CommandName.DECIDE_REVIEW));
        }
        assertThat(history.when(People.official(2), Examples.of(CommandName.DECIDE_REVIEW)))
                .singleElement()
                .isInstanceOf(ReviewEvent.ReviewDecided.class);
        assertThat(history.state().reviews())
                .extracting(Review::of, Review::upheld)
                .containsExactly(tuple(Decision.Kind.RETIRED, true));
        assertThat(history.state().stage()).isEqualTo(Stage.RETIRED);
        history.then(People.official(2), Examples.of(CommandName.REINSTATE));
        history.refused(Refusal.NOTHING_TO_REVIEW, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
    }

    @Test
    void aRetirementIsChallengedFromItsDecisionOnAndNotFromItsDay() {
        History history = Situation.RETIREMENT_CONSULTED
                .history()
                .then(People.COMMITTEE, retire(History.DAY.plusDays(10)))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
        history.refused(Refusal.REVIEW_OPEN, People.COMMITTEE, Examples.of(CommandName.DECLINE_RETIREMENT));

        history.after(Duration.ofDays(11)).then(Caller.system(), new DeadlineCommand.CompleteRetirement());
        assertThat(history.state().stage()).isEqualTo(Stage.RETIRED);
        history.refused(Refusal.TOOK_PART, People.COMMITTEE, Examples.of(CommandName.DECIDE_REVIEW));
        history.then(People.OTHER_COMMITTEE, Examples.of(CommandName.DECIDE_REVIEW));
        assertThat(history.state().reviews()).hasSize(1);

        assertThat(Situation.RETIREMENT_DECIDED
                        .history()
                        .then(Caller.system(), new DeadlineCommand.CompleteRetirement())
                        .refused(Refusal.REVIEW_TOO_LATE, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW)))
                .hasSize(1);
    }

    @Test
    void aChallengeOfARetirementThatWasDismissedIsNotMadeAgainWhenItsDayHasCome() {
        History history = Situation.RETIREMENT_CONSULTED
                .history()
                .then(People.COMMITTEE, retire(History.DAY.plusDays(10)))
                .then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))
                .then(People.OTHER_COMMITTEE, new ReviewCommand.DecideReview(false, List.of("All was in order")))
                .after(Duration.ofDays(11))
                .then(Caller.system(), new DeadlineCommand.CompleteRetirement());

        history.refused(Refusal.NOTHING_TO_REVIEW, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
    }

    @Test
    void whatWasNotRetiredAfterAllIsNotChallenged() {
        Situation.RETIREMENT_DECIDED
                .history()
                .then(People.COMMITTEE, Examples.of(CommandName.DECLINE_RETIREMENT))
                .refused(Refusal.NOTHING_TO_REVIEW, People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW));
    }

    @Test
    void commentsOnARetirementAreAboutTheVersionInForce() {
        History history = Situation.REVISION_WITHDRAWN
                .history()
                .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT))
                .then(
                        People.SUBSCRIBER,
                        new ConsultationCommand.CommentOnDraft(
                                Change.Part.DUTY, Examples.id("d1"), null, "Still done"));

        history.refused(Refusal.COMMENTS_UNANSWERED, People.OFFICIAL, Examples.closeEarly());
    }

    @Test
    void aReplacementCanBeNamedLater() {
        History history = Situation.RETIRED.history();
        var name = Examples.of(CommandName.NAME_REPLACEMENT);

        history.then(People.OFFICIAL, name);
        assertThat(history.when(People.OFFICIAL, name)).isEmpty();
        assertThat(history.state().endOfLife().replacedBy()).isEqualTo("OCC0003");
        history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, new EndOfLifeCommand.NameReplacement("OCC0218"));
        history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, new EndOfLifeCommand.NameReplacement(null));
    }

    @Test
    void aRetiredStandardComesBackAsPotentialAndCountsOn() {
        History history = Situation.REINSTATED.history();

        assertThat(history.state().status()).isEqualTo(Status.POTENTIAL);
        assertThat(history.state().version()).isEqualTo("0.0");
        assertThat(history.state().hasVersion()).isFalse();
        assertThat(history.state().nextVersion()).isEqualTo("2.0");
        approveAgain(history);
        assertThat(history.state().versions()).extracting(Version::number).containsExactly("1.0", "2.0");
        assertThat(history.state().versions())
                .extracting(Version::effectiveFrom)
                .containsExactly(History.DAY, History.DAY.plusDays(1));
        assertThat(history.state().inForceOn(History.DAY))
                .isEqualTo(history.state().versions().getFirst());
    }

    /** Found by random lives: a next version does not lift the end of the one before. */
    @Test
    void datesOfAnEarlierLifeStayBeforeItsEnd() {
        History history = Situation.REINSTATED.history().after(Duration.ofDays(90));
        approveAgain(history);
        LocalDate gap = History.DAY.plusDays(1);

        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.OFFICIAL,
                        new VersionCommand.CorrectDates("1.0", null, gap, "Was a slip")))
                .containsExactly(new Problem("/effectiveFrom", "lies after %s, the last day".formatted(History.DAY)));
        history.then(People.OFFICIAL, new VersionCommand.CorrectDates("2.0", null, gap.plusDays(89), "Was a slip"));
    }

    @Test
    void aWithdrawnStandardComesBackAsPotential() {
        History history = Situation.WITHDRAWN.history().then(People.OFFICIAL, Examples.of(CommandName.REINSTATE));

        approveAgain(history);
        assertThat(history.state().version()).isEqualTo("1.0");
    }

    private static void approveAgain(History history) {
        history.then(People.CHAIR, Examples.submitProposal())
                .then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS))
                .then(People.panel(5), Examples.recommend())
                .then(People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL));
        history.refused(Refusal.CONSULTATION_MISSING, People.CHAIR, Examples.submit());
        history.then(People.CHAIR, Examples.openConsultation())
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.CHAIR, Examples.submit());
        for (int number = 1; number <= 3; number++) {
            history.then(People.panel(number), Examples.vote(VoteChoice.YES));
        }
        history.then(People.COMMITTEE, Examples.approve());
    }

    @Test
    void aNewLifeCountsRevisionsOn() {
        int before = Situation.RETIRED.history().state().draft().revision();

        assertThat(Situation.REINSTATED.history().state().draft().revision()).isEqualTo(before + 1);
    }

    @Test
    void whatIsWrittenInANewLifeIsReadAndNotTheVersionThatEndedThatDay() {
        History history = Situation.REINSTATED
                .history()
                .then(People.CHAIR, Examples.submitProposal())
                .then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS))
                .then(People.panel(5), Examples.recommend())
                .then(People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL))
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("A new life")));

        assertThat(history.state().inForceOn(History.DAY)).isNotNull();
        assertThat(history.state().published(History.DAY).summary()).isEqualTo("A new life");
    }

    /** Nobody would be told of what it says. */
    @Test
    void aNewLifeBeginsWithWhatWasPublicAndNotWithADraftThatWasGivenUp() {
        History history = Situation.REVISING
                .history()
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Given up")))
                .then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW))
                .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT))
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.COMMITTEE, Examples.of(CommandName.RETIRE));
        Content read = history.state().published(History.DAY);

        history.then(People.OFFICIAL, Examples.of(CommandName.REINSTATE));

        assertThat(read).isEqualTo(Examples.complete());
        assertThat(history.state().draft().content()).isEqualTo(read);
        assertThat(history.state().published(History.DAY)).isEqualTo(read);
    }

    @Test
    void whatWasWrittenInANewLifeIsStillThereAfterItWasGivenUp() {
        History history = Situation.REINSTATED
                .history()
                .then(People.CHAIR, Examples.submitProposal())
                .then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS))
                .then(People.panel(5), Examples.recommend())
                .then(People.COMMITTEE, Examples.of(CommandName.ACCEPT_PROPOSAL))
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("A new life")))
                .then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW));
        Content read = history.state().published(History.DAY);

        history.then(People.OFFICIAL, Examples.of(CommandName.REINSTATE));

        assertThat(read.summary()).isEqualTo("A new life");
        assertThat(history.state().published(History.DAY)).isEqualTo(read);
    }

    @Test
    void aProductThatHasEndedDoesNotEndAgain() {
        List<StandardEvent> led = Situation.PRODUCT_RETIRED
                .history()
                .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT))
                .then(People.OFFICIAL, Examples.closeEarly())
                .when(People.COMMITTEE, Examples.of(CommandName.RETIRE));

        assertThat(led).singleElement().isInstanceOf(EndOfLifeEvent.StandardRetired.class);
    }

    @Test
    void datesStayBeforeAnEndThatIsSet() {
        History history = Situation.RETIREMENT_DECIDED.history();

        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.OFFICIAL,
                        new VersionCommand.CorrectDates("1.0", null, History.DAY.plusDays(31), "Was a slip")))
                .containsExactly(new Problem(
                        "/effectiveFrom", "lies after %s, the last day".formatted(History.DAY.plusDays(30))));
    }

    @Test
    void theWishToGiveUpIsDeclinedOrTakenBack() {
        for (History history : List.of(
                Situation.WITHDRAWAL_ASKED.history().then(People.OFFICIAL, Examples.of(CommandName.DECLINE_WITHDRAWAL)),
                Situation.WITHDRAWAL_ASKED
                        .history()
                        .then(People.CHAIR, Examples.of(CommandName.TAKE_BACK_WITHDRAWAL)))) {
            assertThat(history.state().endOfLife()).isEqualTo(EndOfLife.none());
            assertThat(WhoseTurn.of(history.state(), history.now(), LifecyclePolicy.defaults()))
                    .extracting(WhoseTurn.Turn::command)
                    .doesNotContain(CommandName.WITHDRAW);
            history.refused(Refusal.NO_WITHDRAWAL_REQUEST, People.CHAIR, Examples.of(CommandName.TAKE_BACK_WITHDRAWAL));
            history.refused(
                    Refusal.NO_WITHDRAWAL_REQUEST, People.OFFICIAL, Examples.of(CommandName.DECLINE_WITHDRAWAL));
        }
        assertThat(Situation.WITHDRAWAL_ASKED
                        .history()
                        .refused(Refusal.INVALID_INPUT, People.OFFICIAL, new EndOfLifeCommand.DeclineWithdrawal(null)))
                .extracting(Problem::pointer)
                .containsExactly("/reasons");
    }

    @Test
    void aRetirementIsConsultedOnForAsLongAsThePolicySays() {
        var tooSoon = new EndOfLifeCommand.ProposeRetirement(
                "Out of date", History.START.plus(Duration.ofDays(28)).minusSeconds(1), null, null);
        var soonEnough = new EndOfLifeCommand.ProposeRetirement(
                "Out of date", History.START.plus(Duration.ofDays(28)), null, null);

        assertThat(Examples.approved().refused(Refusal.INVALID_INPUT, People.OFFICIAL, tooSoon))
                .extracting(Problem::message)
                .containsExactly("is 2026-03-30T08:59:59Z; must be at least 28 days from now");
        assertThat(Examples.approved().when(People.OFFICIAL, soonEnough)).hasSize(1);
    }
}
