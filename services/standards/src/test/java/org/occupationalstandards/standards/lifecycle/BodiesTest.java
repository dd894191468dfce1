package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Whoever may give a command is told everything that is wrong with what they say, each with its place, and nothing happens. */
class BodiesTest {

    private static final String TOO_LONG = "x".repeat(5_001);

    static Stream<Arguments> bodies() {
        return Stream.of(
                body(Situation.PROPOSED, People.OFFICIAL, new ProposalCommand.ConfirmReadiness(TOO_LONG), "/note"),
                body(Situation.PROPOSED, People.OFFICIAL, new ProposalCommand.ReturnProposal(List.of()), "/reasons"),
                body(
                        Situation.RECOMMENDED,
                        People.COMMITTEE,
                        new ProposalCommand.AcceptProposal(TOO_LONG, List.of("Fine", " ")),
                        "/note",
                        "/conditions/1"),
                body(Situation.RECOMMENDED, People.COMMITTEE, new ProposalCommand.RejectProposal(null), "/reasons"),
                body(Situation.CONSULTED, People.CHAIR, new ApprovalCommand.SubmitForApproval(TOO_LONG, null), "/note"),
                body(
                        Situation.CONSULTED,
                        People.CHAIR,
                        new ApprovalCommand.SubmitForApproval(null, TOO_LONG),
                        "/explanation"),
                body(
                        Situation.CONSULTED,
                        People.panel(1),
                        new BallotCommand.DeclareInterest("x".repeat(201), " "),
                        "/reason",
                        "/member"),
                body(Situation.CONSULTED, People.panel(4), new BallotCommand.RevokeDelegation(TOO_LONG), "/reason"),
                body(Situation.SUBMITTED, People.OFFICIAL, new BallotCommand.WithdrawBallot(null), "/reason"),
                body(
                        Situation.APPROVAL_CONDITIONS,
                        People.OFFICIAL,
                        new ConditionCommand.ReopenCondition(2, null),
                        "/reason",
                        "/condition"),
                body(
                        Situation.CONSULTATION_DUE,
                        People.CHAIR,
                        new ConsultationCommand.CloseConsultation(TOO_LONG),
                        "/reason"),
                body(Situation.IN_DEVELOPMENT, People.CHAIR, new EndOfLifeCommand.RequestWithdrawal(" "), "/reason"),
                body(Situation.RETIRING, People.COMMITTEE, new EndOfLifeCommand.DeclineRetirement(null), "/reasons"),
                body(Situation.RETIRED, People.OFFICIAL, new EndOfLifeCommand.Reinstate(null), "/reason"),
                body(Situation.APPROVED, People.OFFICIAL, new MapCommand.ConfirmProgression("OCC0002", null), "/kind"),
                body(
                        Situation.APPROVED,
                        People.OFFICIAL,
                        new ProductCommand.ChangeProduct(
                                Examples.PRODUCT, 218, "x".repeat(1_001), 2, 14, null, null, null, null, TOO_LONG),
                        "/reason",
                        "/title"),
                body(
                        Situation.APPROVED,
                        People.OFFICIAL,
                        new ProductCommand.ChangeProduct(Examples.PRODUCT, 0, null, 8, 0, -1, null, null, null, null),
                        "/larsCode",
                        "/level",
                        "/typicalDurationMonths",
                        "/maximumFunding",
                        "/reason"),
                body(
                        Situation.APPROVED,
                        People.OFFICIAL,
                        new ProductCommand.ApproveProduct(Examples.PRODUCT, TOO_LONG),
                        "/note"),
                body(
                        Situation.DELIVERED,
                        People.OFFICIAL,
                        new ProductCommand.PauseStarts(Examples.PRODUCT, null),
                        "/reason"),
                body(
                        Situation.PAUSED,
                        People.OFFICIAL,
                        new ProductCommand.ResumeStarts(Examples.PRODUCT, TOO_LONG),
                        "/reason"),
                body(Situation.APPROVED, People.panel(9), new ReviewCommand.AskForReview(null), "/grounds"),
                body(Situation.RETURNED, People.OFFICIAL, new ReviewCommand.ReopenDecision(""), "/reason"),
                body(
                        Situation.APPROVED,
                        People.MEMBER,
                        new VersionCommand.RequestChange(null, TOO_LONG),
                        "/what",
                        "/reason"),
                body(
                        Situation.BALLOTED,
                        People.COMMITTEE,
                        new ApprovalCommand.Return(Collections.nCopies(51, "Reword"), null),
                        "/comments"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("bodies")
    void everythingThatIsWrongIsSaid(
            Situation situation, Caller caller, StandardCommand command, List<String> pointers) {
        assertThat(situation.history().refused(Refusal.INVALID_INPUT, caller, command))
                .extracting(Problem::pointer)
                .containsExactlyElementsOf(pointers);
    }

    static Stream<Arguments> justRight() {
        String longest = "x".repeat(5_000);
        return Stream.of(
                body(Situation.PROPOSED, People.OFFICIAL, new ProposalCommand.ConfirmReadiness(longest)),
                body(
                        Situation.BALLOTED,
                        People.COMMITTEE,
                        new ApprovalCommand.Return(Collections.nCopies(50, "Reword"), null)),
                body(Situation.SUBMITTED, People.OFFICIAL, new BallotCommand.WithdrawBallot(longest)),
                body(Situation.APPROVED, People.MEMBER, new VersionCommand.RequestChange(longest, longest)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("justRight")
    void whatIsJustWithinTheLimitsIsTaken(
            Situation situation, Caller caller, StandardCommand command, List<String> none) {
        assertThat(situation.history().when(caller, command)).isNotEmpty();
    }

    private static Arguments body(Situation situation, Caller caller, StandardCommand command, String... pointers) {
        return Arguments.of(situation, caller, command, List.of(pointers));
    }
}
