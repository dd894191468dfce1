package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** The versions after the first: numbers without a gap, windows without a hole, one in force. */
class VersionsTest {

    /** Brings the next version of a class to its approval. */
    static History nextVersion(History history, ChangeClass changeClass, String summary) {
        history.then(People.MEMBER, Examples.requestChange())
                .then(
                        People.OFFICIAL,
                        new VersionCommand.AcceptChange(
                                history.state().changeRequests().asked(), changeClass, null))
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded(summary)));
        if (changeClass == ChangeClass.REVISION) {
            history.then(People.CHAIR, Examples.openConsultation()).then(People.OFFICIAL, Examples.closeEarly());
        }
        history.then(People.CHAIR, Examples.submit());
        if (changeClass != ChangeClass.CORRECTION) {
            for (int number = 1; number <= 3; number++) {
                history.then(People.panel(number), Examples.vote(VoteChoice.YES));
            }
        }
        return history.then(People.COMMITTEE, Examples.approve());
    }

    private static VersionCommand.CorrectDates dates(
            String version, @Nullable LocalDate approvedOn, @Nullable LocalDate effectiveFrom) {
        return new VersionCommand.CorrectDates(version, approvedOn, effectiveFrom, "Was a slip");
    }

    @Test
    void correctionsAndAdjustmentsCountTheMinorRevisionsTheMajor() {
        History history = Examples.approved();
        nextVersion(history, ChangeClass.CORRECTION, "One");
        nextVersion(history, ChangeClass.ADJUSTMENT, "Two");
        nextVersion(history, ChangeClass.REVISION, "Three");
        nextVersion(history, ChangeClass.CORRECTION, "Four");

        assertThat(history.state().versions())
                .extracting(Version::number)
                .containsExactly("1.0", "1.1", "1.2", "2.0", "2.1");
        assertThat(history.state().version()).isEqualTo("2.1");
    }

    @Test
    void numbersAreCountedAsNumbers() {
        assertThat(Version.next("1.9", ChangeClass.ADJUSTMENT)).isEqualTo("1.10");
        assertThat(Version.next("1.10", ChangeClass.CORRECTION)).isEqualTo("1.11");
        assertThat(Version.next("9.3", ChangeClass.REVISION)).isEqualTo("10.0");
        assertThat(Version.next("0.0", ChangeClass.NEW)).isEqualTo("1.0");
    }

    @Test
    void theVersionInForceStaysUntilTheNextOneIs() {
        History history = Examples.approved().then(People.MEMBER, Examples.requestChange());
        history.then(People.OFFICIAL, Examples.accept(ChangeClass.CORRECTION));
        assertThat(history.state().status()).isEqualTo(Status.APPROVED);
        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);

        LocalDate from = History.DAY.plusDays(50);
        history.then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("New")))
                .then(People.CHAIR, Examples.submit())
                .then(People.COMMITTEE, new ApprovalCommand.Approve(null, from, "Words", null, null));

        assertThat(version(history, from.minusDays(1))).isEqualTo("1.0");
        assertThat(version(history, from)).isEqualTo("1.1");
        assertThat(history.state().published(from.minusDays(1))).isEqualTo(Examples.complete());
        assertThat(history.state().published(from).summary()).isEqualTo("New");
        assertThat(history.state().effectiveTo(history.state().versions().getFirst()))
                .isEqualTo(from.minusDays(1));
        assertThat(history.state().effectiveTo(history.state().versions().getLast()))
                .isNull();
    }

    @Test
    void twoVersionsApprovedOnOneDayAreInForceOneDayAfterTheOther() {
        History history = nextVersion(Examples.approved(), ChangeClass.CORRECTION, "One");

        assertThat(history.state().versions())
                .extracting(Version::effectiveFrom)
                .containsExactly(History.DAY, History.DAY.plusDays(1));
    }

    @Test
    void aVersionGivenUpLeavesNoNumberBehind() {
        History history = Situation.REVISION_WITHDRAWN.history();

        assertThat(history.state().stage()).isEqualTo(Stage.APPROVED);
        nextVersion(history, ChangeClass.ADJUSTMENT, "Later");
        assertThat(history.state().versions()).extracting(Version::number).containsExactly("1.0", "1.1");
    }

    @Test
    void aRejectedRevisionLeavesTheVersionInForceAndTheNextStartsFromIt() {
        History history =
                Situation.ADJUSTMENT_BALLOTED.history().then(People.COMMITTEE, Examples.of(CommandName.REJECT));

        assertThat(history.state().stage()).isEqualTo(Stage.APPROVED);
        assertThat(history.state().version()).isEqualTo("1.0");
        assertThat(history.state().title()).isEqualTo(Examples.complete().title());
        history.then(People.OFFICIAL, Examples.requestChange())
                .then(People.OFFICIAL, new VersionCommand.AcceptChange(2, ChangeClass.CORRECTION, "Typo"));
        assertThat(history.state().draft().content()).isEqualTo(Examples.complete());
        assertThat(history.state().draft().revision()).isEqualTo(4);
        assertThat(history.state().draft().previous()).isNull();
    }

    @Test
    void theTitleOfTheVersionInForceIsTheTitleWhileAnotherIsDrafted() {
        History history = Situation.REVISING
                .history()
                .then(
                        People.CHAIR,
                        new DraftCommand.ChangeDraft(Examples.complete().withTitle("New title")));

        assertThat(history.state().title()).isEqualTo("Healthcare science assistant");
        assertThat(history.state().draft().content().title()).isEqualTo("New title");
    }

    @Test
    void aCorrectionNeedsNeitherConsultationNorBallotAnAdjustmentNoConsultation() {
        History correction = Examples.approved()
                .then(People.MEMBER, Examples.requestChange())
                .then(People.OFFICIAL, Examples.accept(ChangeClass.CORRECTION))
                .then(People.CHAIR, Examples.submit())
                .then(People.COMMITTEE, Examples.approve());
        assertThat(correction.state().version()).isEqualTo("1.1");

        History adjustment = Examples.approved()
                .then(People.MEMBER, Examples.requestChange())
                .then(People.OFFICIAL, Examples.accept(ChangeClass.ADJUSTMENT))
                .then(People.CHAIR, Examples.submit());
        adjustment.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());

        History revision = Examples.approved()
                .then(People.MEMBER, Examples.requestChange())
                .then(People.OFFICIAL, Examples.accept(ChangeClass.REVISION));
        revision.refused(Refusal.CONSULTATION_MISSING, People.CHAIR, Examples.submit());
    }

    @Test
    void anOfficialClassifiesAndMayClassifyAnew() {
        History history = Situation.REVISING.history();

        history.then(People.OFFICIAL, Examples.of(CommandName.RECLASSIFY_CHANGE));
        assertThat(history.state().nextVersion()).isEqualTo("1.1");
        assertThat(history.when(People.OFFICIAL, Examples.of(CommandName.RECLASSIFY_CHANGE)))
                .isEmpty();
        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.OFFICIAL,
                        new VersionCommand.ReclassifyChange(ChangeClass.NEW, null)))
                .extracting(Problem::pointer)
                .containsExactly("/changeClass", "/reason");
        Examples.inDevelopment()
                .refused(Refusal.NO_VERSION, People.OFFICIAL, Examples.of(CommandName.RECLASSIFY_CHANGE));
    }

    @Test
    void requestsAreNumberedForLifeAndDecidedOneByOne() {
        History history = Examples.approved()
                .then(People.CHAIR, Examples.requestChange())
                .then(People.panel(1), Examples.requestChange())
                .then(People.COMMITTEE, new VersionCommand.RequestChange("A third", "Because"));

        history.then(People.OFFICIAL, new VersionCommand.DeclineChange(2, List.of("Fine as it is")));
        assertThat(history.state().changeRequests().open())
                .extracting(ChangeRequest::number)
                .containsExactly(1, 3);
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.OFFICIAL, new VersionCommand.AcceptChange(2, null, null)))
                .containsExactly(
                        new Problem("/request", "must be the number of an open change request: [1, 3]"),
                        new Problem("/changeClass", "must be given"));
        history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, new VersionCommand.DeclineChange(4, List.of("No")));
        history.then(People.MEMBER, Examples.requestChange());
        assertThat(history.state().changeRequests().asked()).isEqualTo(4);
        history.refused(Refusal.NOT_YOUR_GROUP, People.OTHER_CHAIR, Examples.requestChange());
    }

    @Test
    void theNextVersionIsAboutTheLastOneEvenIfThatIsNotInForceYet() {
        LocalDate from = History.DAY.plusDays(50);
        History history =
                Examples.balloted().then(People.COMMITTEE, new ApprovalCommand.Approve(null, from, null, null, null));

        nextVersion(history, ChangeClass.CORRECTION, "Soon");

        assertThat(history.state().versions())
                .extracting(Version::effectiveFrom)
                .containsExactly(from, from.plusDays(1));
    }

    @Test
    void correctedDatesKeepTheWindowsNextToEachOther() {
        History history = Examples.approved().after(Duration.ofDays(100));
        nextVersion(history, ChangeClass.CORRECTION, "One");
        history.after(Duration.ofDays(10));
        LocalDate second = History.DAY.plusDays(100);

        history.then(People.OFFICIAL, dates("1.1", null, second.plusDays(20)));

        assertThat(history.events().getLast())
                .isEqualTo(new VersionEvent.DatesCorrected(
                        "1.1", second, second.plusDays(20), "Was a slip", "official", history.now()));
        assertThat(history.state().effectiveTo(history.state().versions().getFirst()))
                .isEqualTo(second.plusDays(19));
        assertThat(history.when(People.OFFICIAL, dates("1.1", null, second.plusDays(20))))
                .isEmpty();
        assertThat(history.when(People.OFFICIAL, dates("1.1", second, null))).isEmpty();
        history.then(People.OFFICIAL, dates("1.0", History.DAY.minusDays(1), null));
        assertThat(history.state().versions().getFirst().approvedOn()).isEqualTo(History.DAY.minusDays(1));
    }

    @Test
    void correctedDatesNeverTouchTheNeighbours() {
        History history = Examples.approved().after(Duration.ofDays(100));
        nextVersion(history, ChangeClass.CORRECTION, "One");
        LocalDate second = History.DAY.plusDays(100);

        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, dates("1.0", null, second)))
                .containsExactly(new Problem(
                        "/effectiveFrom", "must be before %s, when the next version takes effect".formatted(second)));
        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, dates("1.1", History.DAY, History.DAY)))
                .containsExactly(new Problem(
                        "/effectiveFrom", "must be after %s, which belongs to version 1.0".formatted(History.DAY)));
        history.then(People.OFFICIAL, dates("1.1", History.DAY, History.DAY.plusDays(1)));
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.OFFICIAL, dates("1.1", second.plusDays(1), second.plusDays(2))))
                .containsExactly(new Problem("/approvedOn", "lies in the future"));
        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, dates("1.1", second, second.minusDays(1))))
                .extracting(Problem::pointer)
                .containsExactly("/approvedOn");
        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.OFFICIAL,
                        new VersionCommand.CorrectDates("3.0", null, null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/reason", "/version");
        history.refused(
                Refusal.INVALID_INPUT,
                People.OFFICIAL,
                dates("1.1", null, second.plusYears(5).plusDays(1)));
    }

    @Test
    void datesOfAnEndedVersionStayBeforeItsEnd() {
        History history = Situation.RETIRED.history();

        assertThat(history.refused(Refusal.INVALID_INPUT, People.OFFICIAL, dates("1.0", null, History.DAY.plusDays(1))))
                .containsExactly(new Problem("/effectiveFrom", "lies after %s, the last day".formatted(History.DAY)));
        history.then(People.OFFICIAL, dates("1.0", History.DAY.minusDays(3), History.DAY.minusDays(2)));
    }

    @Test
    void aStandardWithoutAVersionHasNoDatesToCorrect() {
        Examples.inDevelopment().refused(Refusal.NO_VERSION, People.OFFICIAL, dates("1.0", null, History.DAY));
    }

    @Test
    void anApprovedVersionNeverChangesWhateverBecomesOfTheDraft() {
        History history = Situation.REVISING.history();
        Content before = history.state().versions().getFirst().content();

        history.then(People.CHAIR, new DraftCommand.ChangeDraft(Content.titled("All gone")));

        assertThat(history.state().versions().getFirst().content()).isEqualTo(before);
        assertThat(history.state().published(History.DAY)).isEqualTo(before);
    }

    private static String version(History history, LocalDate day) {
        return Objects.requireNonNull(history.state().inForceOn(day)).number();
    }

    @Test
    void aCorrectionAddsNothingAndRemovesNothing() {
        History history = Situation.CORRECTING.history();

        assertThat(history.refused(Refusal.NOT_A_CORRECTION, People.CHAIR, Examples.submit()))
                .containsExactly(new Problem("/K3", "is added: The history of healthcare"));
        history.then(People.OFFICIAL, new VersionCommand.ReclassifyChange(ChangeClass.ADJUSTMENT, "It adds K3"))
                .then(People.CHAIR, Examples.submit());
        assertThat(history.state().stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void aSubmittedCorrectionStaysOne() {
        History history = Situation.CHANGE_REQUESTED
                .history()
                .then(People.OFFICIAL, Examples.accept(ChangeClass.CORRECTION))
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("Better said")))
                .then(People.CHAIR, Examples.submit());

        history.refused(Refusal.NOT_A_CORRECTION, People.CHAIR, new DraftCommand.ChangeDraft(Examples.enlarged()));
    }

    @Test
    void whatChangedIsKeptWithTheVersion() {
        History history = Examples.balloted()
                .then(People.COMMITTEE, new ApprovalCommand.Approve(null, null, "The first version", null, null));

        assertThat(history.state().versions().getLast().changeNote()).isEqualTo("The first version");
    }

    /** Readers keep days in databases that know no such years. */
    @Test
    void noDayIsCorrectedIntoAnotherAge() {
        LocalDate wrong = LocalDate.parse("-99999-01-01");

        assertThat(Situation.APPROVED
                        .history()
                        .refused(Refusal.INVALID_INPUT, People.OFFICIAL, dates("1.0", wrong, wrong)))
                .extracting(Problem::pointer)
                .contains("/approvedOn", "/effectiveFrom");
    }
}
