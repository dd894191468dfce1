package org.occupationalstandards.standards.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Where a standard can be: every stage, and within the stages whatever makes a difference to the rules. */
enum Situation {
    NONE("no such standard", Stage.NONE, History::new),
    POTENTIAL("potential, of the group", Stage.POTENTIAL, Examples::potential),
    UNOWNED("potential, of no group", Stage.POTENTIAL, () -> new History().then(People.OFFICIAL, Examples.propose())),
    PROPOSED("proposal submitted", Stage.PROPOSED, Examples::proposed),
    READY(
            "proposal confirmed as ready",
            Stage.PROPOSED,
            () -> Examples.proposed().then(People.OFFICIAL, Examples.of(CommandName.CONFIRM_READINESS))),
    RECOMMENDED("proposal recommended on", Stage.PROPOSED, Examples::recommended),
    PROPOSAL_CONDITIONS(
            "proposal agreed with a condition, evidence given",
            Stage.PROPOSED,
            () -> Examples.recommended()
                    .then(
                            People.COMMITTEE,
                            new ProposalCommand.AcceptProposal(null, List.of("Find two more employers")))
                    .then(People.CHAIR, new ConditionCommand.EvidenceCondition(1, "A first letter"))),
    PROPOSAL_REJECTED(
            "proposal rejected",
            Stage.POTENTIAL,
            () -> Examples.recommended().then(People.OTHER_COMMITTEE, Examples.of(CommandName.REJECT_PROPOSAL))),
    PROPOSAL_CHALLENGED(
            "rejection of the proposal challenged",
            Stage.POTENTIAL,
            () -> PROPOSAL_REJECTED.history().then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))),
    IN_DEVELOPMENT("in development, nothing written", Stage.IN_DEVELOPMENT, Examples::inDevelopment),
    DRAFTED(
            "in development, draft complete, a product and a link on it",
            Stage.IN_DEVELOPMENT,
            () -> equipped(Examples.inDevelopment().then(People.CHAIR, Examples.draft()))),
    CONSULTING(
            "in consultation, a comment unanswered",
            Stage.IN_CONSULTATION,
            () -> Examples.inConsultation().then(People.SUBSCRIBER, Examples.of(CommandName.COMMENT))),
    CONSULTATION_CLOSING(
            "in consultation, closing the day after tomorrow",
            Stage.IN_CONSULTATION,
            () -> Examples.inConsultation().after(Duration.ofDays(26))),
    CONSULTATION_DUE(
            "in consultation, past its closing time, all answered",
            Stage.IN_CONSULTATION,
            () -> CONSULTING
                    .history()
                    .then(People.CHAIR, Examples.of(CommandName.ANSWER_COMMENT))
                    .after(Duration.ofDays(29))),
    CONSULTED(
            "in development, consulted on, an interest declared and a vote delegated",
            Stage.IN_DEVELOPMENT,
            () -> Examples.consulted()
                    .then(People.OFFICIAL, new BallotCommand.DeclareInterest("panel-9", "Works there"))
                    .then(People.panel(4), new BallotCommand.DelegateVote("panel-5", History.DAY.plusDays(90)))),
    CONSULTED_AND_CHANGED(
            "in development, changed since it was consulted on",
            Stage.IN_DEVELOPMENT,
            () -> Examples.consulted()
                    .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("As everybody said")))),
    SUBMITTED("submitted for approval", Stage.SUBMITTED, Examples::submitted),
    BALLOTED("submitted, the panel voted for it", Stage.SUBMITTED, Examples::balloted),
    OVERDUE(
            "submitted, the decision overdue",
            Stage.SUBMITTED,
            () -> Examples.submitted().after(Duration.ofDays(43))),
    BALLOT_WITHDRAWN(
            "submitted, the ballot called off",
            Stage.SUBMITTED,
            () -> Examples.balloted().then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW_BALLOT))),
    APPROVAL_CONDITIONS(
            "approval agreed with a condition, evidence given",
            Stage.SUBMITTED,
            () -> Examples.balloted()
                    .then(
                            People.OTHER_COMMITTEE,
                            new ApprovalCommand.Approve(null, null, null, List.of("Reword K1"), null))
                    .then(People.CHAIR, new ConditionCommand.EvidenceCondition(1, "A first letter"))),
    AGREED_AND_CHANGED(
            "approval agreed with two conditions, the draft changed since, one of them closed",
            Stage.SUBMITTED,
            () -> Examples.balloted()
                    .then(
                            People.OTHER_COMMITTEE,
                            new ApprovalCommand.Approve(null, null, null, List.of("Reword K1", "Map K2"), null))
                    .then(People.CHAIR, new ConditionCommand.EvidenceCondition(1, "A first letter"))
                    .then(People.CHAIR, new ConditionCommand.EvidenceCondition(2, "A second letter"))
                    .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("As the committee asks")))
                    .then(People.OFFICIAL, new ConditionCommand.CloseCondition(2, null))),
    RETURNED(
            "draft returned with comments",
            Stage.IN_DEVELOPMENT,
            () -> Examples.balloted().then(People.OTHER_COMMITTEE, Examples.of(CommandName.RETURN))),
    REJECTED(
            "first version rejected",
            Stage.POTENTIAL,
            () -> Examples.balloted().then(People.OTHER_COMMITTEE, Examples.of(CommandName.REJECT))),
    APPROVED("approved", Stage.APPROVED, () -> equipped(Examples.approved())),
    LINKED(
            "approved, an official has proposed a link",
            Stage.APPROVED,
            () -> Examples.approved()
                    .then(People.OFFICIAL, new MapCommand.ProposeProgression("OCC0002", ProgressionKind.OCCUPATIONAL))),
    DELIVERED(
            "approved, its product approved for delivery",
            Stage.APPROVED,
            () -> APPROVED.history().then(People.OFFICIAL, Examples.of(CommandName.APPROVE_PRODUCT))),
    PAUSED(
            "approved, starts on its product paused",
            Stage.APPROVED,
            () -> DELIVERED.history().then(People.OFFICIAL, Examples.of(CommandName.PAUSE_STARTS))),
    PRODUCT_RETIRED(
            "approved, its product retired",
            Stage.APPROVED,
            () -> DELIVERED.history().then(People.OFFICIAL, Examples.of(CommandName.RETIRE_PRODUCT))),
    CHANGE_REQUESTED(
            "approved, a change requested",
            Stage.APPROVED,
            () -> Examples.approved().then(People.MEMBER, Examples.requestChange())),
    CHANGE_OVERDUE(
            "approved, a change request long undecided",
            Stage.APPROVED,
            () -> CHANGE_REQUESTED.history().after(Duration.ofDays(43))),
    CHALLENGED(
            "approved, the approval challenged",
            Stage.APPROVED,
            () -> CHANGE_REQUESTED.history().then(People.panel(9), Examples.of(CommandName.ASK_FOR_REVIEW))),
    REVISING(
            "approved, a revision in development",
            Stage.IN_DEVELOPMENT,
            () -> CHANGE_REQUESTED.history().then(People.OFFICIAL, Examples.accept(ChangeClass.REVISION))),
    ADJUSTMENT_BALLOTED(
            "approved, an adjustment submitted and voted for",
            Stage.SUBMITTED,
            () -> Examples.votedFor(CHANGE_REQUESTED
                    .history()
                    .then(People.OFFICIAL, Examples.accept(ChangeClass.ADJUSTMENT))
                    .then(People.MEMBER, new DraftCommand.ChangeDraft(Examples.reworded("Better said")))
                    .then(People.CHAIR, Examples.submit()))),
    VERSION_DUE(
            "approved, the first day of its second version come",
            Stage.APPROVED,
            () -> ADJUSTMENT_BALLOTED
                    .history()
                    .then(People.COMMITTEE, Examples.of(CommandName.APPROVE))
                    .after(Duration.ofDays(1))),
    REVISION_WITHDRAWN(
            "approved, a revision given up",
            Stage.APPROVED,
            () -> REVISING.history().then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW))),
    RETIRING(
            "in consultation about its retirement",
            Stage.RETIRING,
            () -> APPROVED.history()
                    .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT))
                    .then(People.SUBSCRIBER, Examples.of(CommandName.COMMENT))
                    .then(People.OFFICIAL, Examples.of(CommandName.ANSWER_COMMENT))),
    RETIREMENT_CONSULTED(
            "retirement consulted on",
            Stage.RETIRING,
            () -> RETIRING.history().then(People.OFFICIAL, Examples.closeEarly())),
    RETIREMENT_DECIDED(
            "retirement decided, the last day past",
            Stage.RETIRING,
            () -> RETIREMENT_CONSULTED
                    .history()
                    .then(
                            People.COMMITTEE,
                            new EndOfLifeCommand.Retire(History.DAY.plusDays(30), "OCC0009", "As consulted"))
                    .after(Duration.ofDays(31))),
    RETIRED(
            "retired",
            Stage.RETIRED,
            () -> RETIREMENT_CONSULTED.history().then(People.COMMITTEE, Examples.of(CommandName.RETIRE))),
    RETIREMENT_CHALLENGED(
            "retired, the retirement challenged",
            Stage.RETIRED,
            () -> RETIRED.history().then(People.CHAIR, Examples.of(CommandName.ASK_FOR_REVIEW))),
    WITHDRAWAL_ASKED(
            "in development, the group asks to give up",
            Stage.IN_DEVELOPMENT,
            () -> Examples.inDevelopment().then(People.CHAIR, Examples.of(CommandName.REQUEST_WITHDRAWAL))),
    CORRECTING(
            "approved, a correction in development that adds a statement",
            Stage.IN_DEVELOPMENT,
            () -> CHANGE_REQUESTED
                    .history()
                    .then(People.OFFICIAL, Examples.accept(ChangeClass.CORRECTION))
                    .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.enlarged()))),
    WITHDRAWN(
            "withdrawn",
            Stage.WITHDRAWN,
            () -> DRAFTED.history().then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW))),
    REINSTATED(
            "potential again after having been retired",
            Stage.POTENTIAL,
            () -> RETIRED.history().then(People.OFFICIAL, Examples.of(CommandName.REINSTATE))),
    REGISTERED(
            "taken over as approved 1.2, untouched since",
            Stage.APPROVED,
            () -> new History()
                    .then(
                            People.OFFICIAL,
                            Examples.register(Status.APPROVED, "1.2", Examples.complete(), History.DAY.minusYears(6))));

    private final String says;
    private final Stage stage;
    private final Supplier<History> history;

    Situation(String says, Stage stage, Supplier<History> history) {
        this.says = says;
        this.stage = stage;
        this.history = history;
    }

    String says() {
        return says;
    }

    Stage stage() {
        return stage;
    }

    /** A new history that leads here. */
    History history() {
        return history.get();
    }

    private static History equipped(History history) {
        return history.then(People.OFFICIAL, Examples.apprenticeship())
                .then(People.MEMBER, new MapCommand.ProposeProgression("OCC0002", ProgressionKind.OCCUPATIONAL));
    }
}
