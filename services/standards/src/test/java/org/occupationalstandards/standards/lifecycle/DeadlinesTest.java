package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the passing of time asks for: once, and however late somebody looks. */
class DeadlinesTest {

    private static final Instant EXPECTED = History.START.plus(Duration.ofDays(42));
    private static final LifecyclePolicy POLICY = LifecyclePolicy.defaults();

    private static List<DeadlineCommand> due(History history) {
        return Deadlines.due(history.state(), history.now(), POLICY);
    }

    private static Optional<Instant> next(History history) {
        return Deadlines.next(history.state(), POLICY);
    }

    @Test
    void aDecisionIsRemindedOfAWeekBeforeItIsExpectedAndEscalatedAfter() {
        for (Situation situation : List.of(Situation.PROPOSED, Situation.SUBMITTED)) {
            History history = situation.history();
            assertThat(due(history)).as(situation.says()).isEmpty();
            assertThat(next(history)).contains(EXPECTED.minus(Duration.ofDays(7)));

            history.after(Duration.ofDays(35).minusSeconds(1));
            assertThat(due(history)).isEmpty();
            history.after(Duration.ofSeconds(1));
            assertThat(due(history)).containsExactly(new DeadlineCommand.RemindOfDecision());
            history.then(Caller.system(), new DeadlineCommand.RemindOfDecision());
            assertThat(history.events().getLast())
                    .isEqualTo(new DeadlineEvent.DecisionReminded(EXPECTED, "system", history.now()));
            assertThat(due(history)).isEmpty();
            assertThat(next(history)).contains(EXPECTED.plusNanos(1));

            history.after(Duration.ofDays(7));
            assertThat(due(history)).isEmpty();
            history.after(Duration.ofNanos(1));
            assertThat(due(history)).containsExactly(new DeadlineCommand.EscalateDecision());
            history.then(Caller.system(), new DeadlineCommand.EscalateDecision());
            assertThat(history.events().getLast())
                    .isEqualTo(new DeadlineEvent.DecisionEscalated(EXPECTED, "system", history.now()));
            assertThat(due(history)).isEmpty();
            assertThat(next(history)).isEmpty();
        }
    }

    @Test
    void whoLooksLateEscalatesAtOnceAndRemindsNoMore() {
        History history = Examples.submitted().after(Duration.ofDays(400));

        for (DeadlineCommand command : due(history)) {
            history.then(Caller.system(), command);
        }

        assertThat(history.events().getLast()).isInstanceOf(DeadlineEvent.DecisionEscalated.class);
        assertThat(due(history)).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfADecisionThatWaitsForConditions() {
        for (Situation situation : List.of(Situation.PROPOSAL_CONDITIONS, Situation.APPROVAL_CONDITIONS)) {
            History history = situation.history().after(Duration.ofDays(400));

            assertThat(due(history))
                    .doesNotContain(new DeadlineCommand.RemindOfDecision(), new DeadlineCommand.EscalateDecision());
            assertThat(history.when(Caller.system(), new DeadlineCommand.RemindOfDecision()))
                    .isEmpty();
            assertThat(history.when(Caller.system(), new DeadlineCommand.EscalateDecision()))
                    .isEmpty();
        }
    }

    @Test
    void aNewSubmissionIsRemindedOfAnew() {
        History history = Situation.OVERDUE
                .history()
                .then(Caller.system(), new DeadlineCommand.EscalateDecision())
                .then(People.COMMITTEE, Examples.of(CommandName.RETURN))
                .then(People.CHAIR, Examples.submit());

        assertThat(history.state().approval().escalated()).isFalse();
        assertThat(next(history)).contains(history.now().plus(Duration.ofDays(35)));
    }

    @Test
    void aConsultationIsRemindedOfBeforeItsEndAndAfter() {
        for (Situation situation : List.of(Situation.CONSULTING, Situation.RETIRING)) {
            History history = situation.history();
            Instant closesAt = History.START.plus(Duration.ofDays(28));
            assertThat(next(history)).contains(closesAt.minus(Duration.ofDays(3)));
            history.after(Duration.ofDays(25).minusSeconds(1));
            assertThat(due(history)).isEmpty();
            history.after(Duration.ofSeconds(1));
            assertThat(due(history)).containsExactly(new DeadlineCommand.RemindOfClosing());
            history.then(Caller.system(), new DeadlineCommand.RemindOfClosing());
            assertThat(history.events().getLast())
                    .isEqualTo(new DeadlineEvent.ClosingReminded(closesAt, "system", history.now()));
            assertThat(due(history)).isEmpty();
            assertThat(next(history)).contains(closesAt);

            history.after(Duration.ofDays(3));
            assertThat(due(history)).containsExactly(new DeadlineCommand.RemindToClose());
            history.then(Caller.system(), new DeadlineCommand.RemindToClose());
            assertThat(history.events().getLast())
                    .isEqualTo(new DeadlineEvent.ClosingOverdueReminded(
                            closesAt, situation == Situation.CONSULTING ? 1 : 0, "system", history.now()));
            assertThat(due(history)).isEmpty();
            assertThat(next(history)).isEmpty();
        }
    }

    @Test
    void anExtensionIsRemindedOfAnew() {
        History history = Examples.inConsultation()
                .after(Duration.ofDays(26))
                .then(Caller.system(), new DeadlineCommand.RemindOfClosing());
        Instant later = history.now().plus(Duration.ofDays(10));

        history.then(People.CHAIR, new ConsultationCommand.ExtendConsultation(later, "Holidays"));

        assertThat(next(history)).contains(later.minus(Duration.ofDays(3)));
    }

    @Test
    void anEndIsCompletedTheDayAfterTheLastOneInLondon() {
        History history = Situation.RETIREMENT_CONSULTED
                .history()
                .then(People.COMMITTEE, new EndOfLifeCommand.Retire(History.DAY.plusDays(60), null, null));

        assertThat(next(history))
                .contains(History.DAY
                        .plusDays(61)
                        .atStartOfDay(ZoneId.of("Europe/London"))
                        .toInstant());
        assertThat(due(history)).isEmpty();
        history.after(Duration.ofDays(61));
        assertThat(due(history)).containsExactly(new DeadlineCommand.CompleteRetirement());
    }

    @Test
    void aVersionComesIntoForceOnItsFirstDayInLondonOnce() {
        History history = Situation.ADJUSTMENT_BALLOTED
                .history()
                .then(
                        People.COMMITTEE,
                        new ApprovalCommand.Approve(null, LocalDate.parse("2026-07-01"), null, null, null));
        Instant begins = Instant.parse("2026-06-30T23:00:00Z");

        assertThat(next(history)).contains(begins);
        history.after(Duration.between(history.now(), begins).minusSeconds(1));
        assertThat(due(history)).isEmpty();
        assertThat(history.state().standingVersion(POLICY.zone()))
                .extracting(Version::number)
                .isEqualTo("1.0");

        history.after(Duration.ofSeconds(1));
        assertThat(due(history)).containsExactly(new DeadlineCommand.BringIntoForce());
        history.then(Caller.system(), new DeadlineCommand.BringIntoForce());

        assertThat(history.events().getLast())
                .isEqualTo(new VersionEvent.VersionTookEffect(
                        "1.1", LocalDate.parse("2026-07-01"), "system", history.now()));
        assertThat(due(history)).isEmpty();
        assertThat(next(history)).isEmpty();
    }

    @Test
    void whoLooksAfterTheNextVersionBeganTooBringsOnlyThatOneIntoForce() {
        History history = Situation.ADJUSTMENT_BALLOTED
                .history()
                .then(People.COMMITTEE, Examples.of(CommandName.APPROVE))
                .then(People.MEMBER, Examples.requestChange())
                .then(People.OFFICIAL, new VersionCommand.AcceptChange(2, ChangeClass.CORRECTION, null))
                .then(People.MEMBER, new DraftCommand.ChangeDraft(Examples.reworded("Better still")))
                .then(People.CHAIR, Examples.submit())
                .then(People.COMMITTEE, Examples.of(CommandName.APPROVE))
                .after(Duration.ofDays(30));

        history.then(Caller.system(), new DeadlineCommand.BringIntoForce());

        assertThat(history.events().getLast())
                .isInstanceOfSatisfying(
                        VersionEvent.VersionTookEffect.class,
                        event -> assertThat(event.version()).isEqualTo("1.2"));
        assertThat(due(history)).isEmpty();
        assertThat(next(history)).isEmpty();
    }

    @Test
    void aVersionThatIsApprovedOnItsFirstDayOrAfterNeedsNoMore() {
        History history = Situation.ADJUSTMENT_BALLOTED
                .history()
                .after(Duration.ofDays(3))
                .then(People.COMMITTEE, Examples.of(CommandName.APPROVE));

        assertThat(history.state().versions().getLast().effectiveFrom()).isEqualTo(History.DAY.plusDays(3));
        assertThat(next(history)).isEmpty();
        assertThat(due(history.after(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void aFirstDayThatIsPutOffOrBroughtForwardMovesTheHour() {
        History history = Situation.ADJUSTMENT_BALLOTED
                .history()
                .then(People.COMMITTEE, Examples.of(CommandName.APPROVE))
                .then(
                        People.OFFICIAL,
                        new VersionCommand.CorrectDates("1.1", null, History.DAY.plusDays(90), "Was a slip"));

        assertThat(due(history.after(Duration.ofDays(89)))).isEmpty();
        assertThat(due(history.after(Duration.ofDays(1)))).containsExactly(new DeadlineCommand.BringIntoForce());

        history.then(
                People.OFFICIAL,
                new VersionCommand.CorrectDates("1.1", null, History.DAY.plusDays(80), "Was right before"));
        assertThat(due(history)).isEmpty();
        assertThat(next(history)).isEmpty();
    }

    @Test
    void whereNothingIsWaitedForNothingIsDue() {
        for (Situation situation : List.of(
                Situation.NONE, Situation.POTENTIAL, Situation.DRAFTED, Situation.APPROVED, Situation.RETIRED)) {
            History history = situation.history().after(Duration.ofDays(4000));
            assertThat(due(history)).as(situation.says()).isEmpty();
            assertThat(next(history)).as(situation.says()).isEmpty();
        }
    }

    @Test
    void aConsultationThatEndedWithTheStandardIsForgotten() {
        History history = Situation.CONSULTING.history().then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW));

        assertThat(next(history)).isEmpty();
        assertThat(due(history.after(Duration.ofDays(90)))).isEmpty();
    }

    @Test
    void whatIsDueAlwaysLeadsToAnEvent() {
        for (Situation situation : Situation.values()) {
            for (int days : new int[] {0, 26, 29, 36, 43, 400}) {
                History history = situation.history().after(Duration.ofDays(days));
                for (DeadlineCommand command : due(history)) {
                    assertThat(StandardLifecycle.decide(command, history.state(), history.by(Caller.system())))
                            .as("%s, %s days later: %s", situation.says(), days, command)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void whatWaitsIsRemindedOfAndEscalatedOnceEach() {
        record Case(History history, Waiting.Kind kind, int number, Duration within) {}
        for (Case each : List.of(
                new Case(Situation.PROPOSAL_CHALLENGED.history(), Waiting.Kind.REVIEW, 0, Duration.ofDays(28)),
                new Case(Situation.RETIREMENT_CHALLENGED.history(), Waiting.Kind.REVIEW, 0, Duration.ofDays(28)),
                new Case(Situation.PROPOSAL_CONDITIONS.history(), Waiting.Kind.CONDITION, 1, Duration.ofDays(84)),
                new Case(Situation.APPROVAL_CONDITIONS.history(), Waiting.Kind.CONDITION, 1, Duration.ofDays(84)),
                new Case(Situation.CHANGE_REQUESTED.history(), Waiting.Kind.CHANGE_REQUEST, 1, Duration.ofDays(42)),
                new Case(Situation.RETIREMENT_CONSULTED.history(), Waiting.Kind.RETIREMENT, 0, Duration.ofDays(42)))) {
            History history = each.history();
            Instant expected = history.now().plus(each.within());
            assertThat(WhoseTurn.of(history.state(), history.now(), POLICY))
                    .extracting(WhoseTurn.Turn::dueBy)
                    .contains(expected);
            assertThat(due(history)).as(each.kind().name()).isEmpty();
            assertThat(next(history)).contains(expected.minus(Duration.ofDays(7)));

            history.after(each.within().minusDays(7));
            assertThat(due(history)).containsExactly(new DeadlineCommand.RemindOfWaiting());
            assertThat(history.when(Caller.system(), new DeadlineCommand.RemindOfWaiting()))
                    .containsExactly(new DeadlineEvent.WaitingReminded(
                            each.kind(), each.number(), expected, "system", history.now()));
            assertThat(due(history)).isEmpty();
            assertThat(next(history)).contains(expected.plusNanos(1));

            history.after(Duration.ofDays(7).plusNanos(1));
            assertThat(due(history)).containsExactly(new DeadlineCommand.EscalateWaiting());
            assertThat(history.when(Caller.system(), new DeadlineCommand.EscalateWaiting()))
                    .containsExactly(new DeadlineEvent.WaitingEscalated(
                            each.kind(), each.number(), expected, "system", history.now()));
            assertThat(due(history)).isEmpty();
            assertThat(next(history)).isEmpty();
        }
    }

    @Test
    void whatIsDoneWaitsNoMoreAndWhatIsAskedAnewWaitsAnew() {
        History history = Situation.CHANGE_REQUESTED
                .history()
                .after(Duration.ofDays(50))
                .then(Caller.system(), new DeadlineCommand.EscalateWaiting())
                .then(People.OFFICIAL, Examples.of(CommandName.DECLINE_CHANGE));
        assertThat(history.state().waiting()).isEmpty();

        history.then(People.MEMBER, Examples.requestChange());

        assertThat(history.state().waiting())
                .containsExactly(new Waiting(Waiting.Kind.CHANGE_REQUEST, 2, history.now(), false, false));
    }
}
