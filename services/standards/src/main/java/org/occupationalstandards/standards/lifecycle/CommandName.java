package org.occupationalstandards.standards.lifecycle;

import static org.occupationalstandards.standards.lifecycle.Role.COMMITTEE;
import static org.occupationalstandards.standards.lifecycle.Role.EMPLOYER_GROUP_CHAIR;
import static org.occupationalstandards.standards.lifecycle.Role.EMPLOYER_GROUP_MEMBER;
import static org.occupationalstandards.standards.lifecycle.Role.OFFICIAL;
import static org.occupationalstandards.standards.lifecycle.Role.PANEL_MEMBER;
import static org.occupationalstandards.standards.lifecycle.Role.SUBSCRIBER;
import static org.occupationalstandards.standards.lifecycle.Role.SYSTEM;
import static org.occupationalstandards.standards.lifecycle.Stage.APPROVED;
import static org.occupationalstandards.standards.lifecycle.Stage.IN_CONSULTATION;
import static org.occupationalstandards.standards.lifecycle.Stage.IN_DEVELOPMENT;
import static org.occupationalstandards.standards.lifecycle.Stage.NONE;
import static org.occupationalstandards.standards.lifecycle.Stage.POTENTIAL;
import static org.occupationalstandards.standards.lifecycle.Stage.PROPOSED;
import static org.occupationalstandards.standards.lifecycle.Stage.RETIRED;
import static org.occupationalstandards.standards.lifecycle.Stage.RETIRING;
import static org.occupationalstandards.standards.lifecycle.Stage.SUBMITTED;
import static org.occupationalstandards.standards.lifecycle.Stage.WITHDRAWN;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of commands: what each is called on the wire, who may give it at which stage, what it leads to and who
 * is told. The rulebook admits by it, the API and the documentation read it, and a test walks it in full.
 */
public enum CommandName {
    PROPOSE(
            "propose",
            ProposalCommand.ProposeStandard.class,
            by(OFFICIAL, PANEL_MEMBER, EMPLOYER_GROUP_CHAIR),
            at(NONE),
            leadsTo(ProposalEvent.StandardProposed.class),
            "Puts the occupation on the map as a potential standard.",
            telling(Audience.OFFICIALS, Audience.PUBLIC)),
    REGISTER_EXISTING(
            "register-existing",
            RegisterExisting.class,
            by(OFFICIAL),
            at(NONE),
            leadsTo(StandardRegistered.class),
            "Takes over a standard that already exists, with its own status, version and dates; again only while nobody has worked on it here.",
            telling(Audience.OFFICIALS, Audience.PUBLIC)),
    SAVE_PROPOSAL(
            "save-proposal",
            ProposalCommand.SaveProposal.class,
            by(EMPLOYER_GROUP_CHAIR),
            at(POTENTIAL),
            leadsTo(ProposalEvent.ProposalDrafted.class),
            "Keeps what the group will say for its proposal; what is left out stays as it was; everybody is told of another title.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    SUBMIT_PROPOSAL(
            "submit-proposal",
            ProposalCommand.SubmitProposal.class,
            by(EMPLOYER_GROUP_CHAIR),
            at(POTENTIAL),
            leadsTo(ProposalEvent.ProposalSubmitted.class),
            "Sends the group's proposal to the officials, who check that it is ready.",
            telling(Audience.OFFICIALS, Audience.PUBLIC)),
    CONFIRM_READINESS(
            "confirm-readiness",
            ProposalCommand.ConfirmReadiness.class,
            by(OFFICIAL),
            at(PROPOSED),
            leadsTo(ProposalEvent.ReadinessConfirmed.class),
            "Confirms that the proposal is in order and passes it to the panel of the route.",
            telling(Audience.OWNING_GROUP, Audience.PANEL)),
    RETURN_PROPOSAL(
            "return-proposal",
            ProposalCommand.ReturnProposal.class,
            by(OFFICIAL),
            at(PROPOSED),
            leadsTo(ProposalEvent.ProposalReturned.class),
            "Gives a proposal that is not in order back to the group, with reasons.",
            telling(Audience.OWNING_GROUP)),
    RECOMMEND_PROPOSAL(
            "recommend-proposal",
            ProposalCommand.RecommendProposal.class,
            by(PANEL_MEMBER),
            at(PROPOSED),
            leadsTo(ProposalEvent.ProposalRecommended.class),
            "Recommends to the committee that a standard be developed, or that it not be.",
            telling(Audience.OFFICIALS, Audience.COMMITTEE)),
    ACCEPT_PROPOSAL(
            "accept-proposal",
            ProposalCommand.AcceptProposal.class,
            by(COMMITTEE),
            at(PROPOSED),
            leadsTo(ProposalEvent.ProposalAccepted.class, ProposalEvent.ProposalAgreedWithConditions.class),
            "Agrees that the standard be developed, at once or when the named conditions are met.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    REJECT_PROPOSAL(
            "reject-proposal",
            ProposalCommand.RejectProposal.class,
            by(COMMITTEE),
            at(PROPOSED),
            leadsTo(ProposalEvent.ProposalRejected.class),
            "Decides against developing the standard, with reasons; the group may propose again.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    ASSIGN_GROUP(
            "assign-group",
            ProposalCommand.AssignGroup.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProposalEvent.GroupAssigned.class),
            "Gives the standard to an employer group.",
            telling(Audience.OWNING_GROUP)),
    EVIDENCE_CONDITION(
            "evidence-condition",
            ConditionCommand.EvidenceCondition.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER),
            at(PROPOSED, SUBMITTED),
            leadsTo(ConditionEvent.ConditionEvidenced.class),
            "Shows how a condition is met.",
            telling(Audience.OFFICIALS, Audience.COMMITTEE)),
    CLOSE_CONDITION(
            "close-condition",
            ConditionCommand.CloseCondition.class,
            by(OFFICIAL, COMMITTEE),
            at(PROPOSED, SUBMITTED),
            leadsTo(
                    ConditionEvent.ConditionClosed.class,
                    ProposalEvent.ProposalAccepted.class,
                    ApprovalEvent.StandardApproved.class),
            "Finds a condition met; with the last one, what was agreed takes effect.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.COMMITTEE, Audience.PUBLIC)),
    REOPEN_CONDITION(
            "reopen-condition",
            ConditionCommand.ReopenCondition.class,
            by(OFFICIAL, COMMITTEE),
            at(PROPOSED, SUBMITTED),
            leadsTo(ConditionEvent.ConditionReopened.class),
            "Finds that a condition is not met; the group has to show it again.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.COMMITTEE)),
    CHANGE_DRAFT(
            "change-draft",
            DraftCommand.ChangeDraft.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER, OFFICIAL),
            at(IN_DEVELOPMENT, SUBMITTED),
            leadsTo(
                    DraftEvent.DraftChanged.class,
                    BallotEvent.VotesInvalidated.class,
                    ConditionEvent.ConditionsUnsettled.class),
            "Replaces the draft; while it is submitted, all votes on it are void, and closed conditions are open again.",
            telling(Audience.OWNING_GROUP)),
    UNDO_DRAFT_CHANGE(
            "undo-draft-change",
            DraftCommand.UndoDraftChange.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER, OFFICIAL),
            at(IN_DEVELOPMENT, SUBMITTED),
            leadsTo(
                    DraftEvent.DraftChanged.class,
                    BallotEvent.VotesInvalidated.class,
                    ConditionEvent.ConditionsUnsettled.class),
            "Takes the last change of the draft back by a change the other way.",
            telling(Audience.OWNING_GROUP)),
    OPEN_CONSULTATION(
            "open-consultation",
            ConsultationCommand.OpenConsultation.class,
            by(EMPLOYER_GROUP_CHAIR, OFFICIAL),
            at(IN_DEVELOPMENT),
            leadsTo(ConsultationEvent.ConsultationOpened.class),
            "Opens the draft to comments by everybody; it holds still until the consultation closes.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PUBLIC)),
    EXTEND_CONSULTATION(
            "extend-consultation",
            ConsultationCommand.ExtendConsultation.class,
            by(EMPLOYER_GROUP_CHAIR, OFFICIAL),
            at(IN_CONSULTATION, RETIRING),
            leadsTo(ConsultationEvent.ConsultationExtended.class),
            "Gives more time for comments.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PUBLIC)),
    COMMENT(
            "comment",
            ConsultationCommand.CommentOnDraft.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER, OFFICIAL, PANEL_MEMBER, COMMITTEE, SUBSCRIBER),
            at(IN_CONSULTATION, RETIRING),
            leadsTo(ConsultationEvent.CommentMade.class),
            "Makes a comment, which gets an answer before the consultation closes.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS)),
    ANSWER_COMMENT(
            "answer-comment",
            ConsultationCommand.AnswerComment.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER, OFFICIAL),
            at(IN_CONSULTATION, RETIRING),
            leadsTo(ConsultationEvent.CommentAnswered.class),
            "Says what becomes of a comment.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS)),
    CLOSE_CONSULTATION(
            "close-consultation",
            ConsultationCommand.CloseConsultation.class,
            by(EMPLOYER_GROUP_CHAIR, OFFICIAL),
            at(IN_CONSULTATION, RETIRING),
            leadsTo(ConsultationEvent.ConsultationClosed.class),
            "Ends the consultation; the group can work its answers into the draft.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PUBLIC)),
    SUBMIT(
            "submit",
            ApprovalCommand.SubmitForApproval.class,
            by(EMPLOYER_GROUP_CHAIR),
            at(IN_DEVELOPMENT),
            leadsTo(ApprovalEvent.SubmittedForApproval.class),
            "Sends the draft for approval; the panel of the route votes on exactly this revision.",
            telling(Audience.OFFICIALS, Audience.PANEL, Audience.COMMITTEE, Audience.PUBLIC)),
    CAST_VOTE(
            "cast-vote",
            BallotCommand.CastVote.class,
            by(PANEL_MEMBER),
            at(SUBMITTED),
            leadsTo(BallotEvent.VoteCast.class),
            "Votes on the submitted draft, in place of an earlier vote.",
            telling(Audience.OFFICIALS, Audience.COMMITTEE)),
    DECLARE_INTEREST(
            "declare-interest",
            BallotCommand.DeclareInterest.class,
            by(PANEL_MEMBER, COMMITTEE, OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(BallotEvent.InterestDeclared.class),
            "Declares an interest: its holder neither votes nor decides, and a vote already cast is set aside.",
            telling(Audience.OFFICIALS, Audience.COMMITTEE)),
    CLEAR_INTEREST(
            "clear-interest",
            BallotCommand.ClearInterest.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(BallotEvent.InterestCleared.class),
            "Finds that a declared interest does not exist, or no longer.",
            telling(Audience.OFFICIALS, Audience.COMMITTEE)),
    DELEGATE_VOTE(
            "delegate-vote",
            BallotCommand.DelegateVote.class,
            by(PANEL_MEMBER),
            at(IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED),
            leadsTo(BallotEvent.VoteDelegated.class),
            "Lets another member of the panel vote in your place until the day that you name.",
            telling(Audience.OFFICIALS, Audience.PANEL)),
    REVOKE_DELEGATION(
            "revoke-delegation",
            BallotCommand.RevokeDelegation.class,
            by(PANEL_MEMBER),
            at(IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED),
            leadsTo(BallotEvent.DelegationRevoked.class),
            "Takes your delegation back; votes cast under it stay.",
            telling(Audience.OFFICIALS, Audience.PANEL)),
    WITHDRAW_BALLOT(
            "withdraw-ballot",
            BallotCommand.WithdrawBallot.class,
            by(OFFICIAL),
            at(SUBMITTED),
            leadsTo(BallotEvent.BallotWithdrawn.class),
            "Calls the ballot off; its votes are void.",
            telling(Audience.PANEL, Audience.COMMITTEE, Audience.OWNING_GROUP)),
    OPEN_BALLOT(
            "open-ballot",
            BallotCommand.OpenBallot.class,
            by(OFFICIAL),
            at(SUBMITTED),
            leadsTo(BallotEvent.BallotOpened.class),
            "Calls the panel to vote, all of it or the members that you name.",
            telling(Audience.PANEL, Audience.COMMITTEE)),
    APPROVE(
            "approve",
            ApprovalCommand.Approve.class,
            by(COMMITTEE),
            at(SUBMITTED),
            leadsTo(ApprovalEvent.StandardApproved.class, ApprovalEvent.ApprovalAgreedWithConditions.class),
            "Approves the draft as the next version, at once or when the named conditions are met.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    RETURN(
            "return",
            ApprovalCommand.Return.class,
            by(COMMITTEE),
            at(SUBMITTED),
            leadsTo(ApprovalEvent.ReturnedWithComments.class),
            "Gives the draft back to the group with comments.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    REJECT(
            "reject",
            ApprovalCommand.Reject.class,
            by(COMMITTEE),
            at(SUBMITTED),
            leadsTo(ApprovalEvent.ApprovalRejected.class),
            "Ends this attempt: the occupation is potential again, or stays at its version in force.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    ASK_FOR_REVIEW(
            "ask-for-review",
            ReviewCommand.AskForReview.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER, OFFICIAL, PANEL_MEMBER, COMMITTEE),
            at(POTENTIAL, APPROVED, RETIRING, RETIRED),
            leadsTo(ReviewEvent.ReviewRequested.class),
            "Challenges the last decision on grounds of process; nothing new starts until that is decided.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.COMMITTEE)),
    DECIDE_REVIEW(
            "decide-review",
            ReviewCommand.DecideReview.class,
            by(COMMITTEE, OFFICIAL),
            at(POTENTIAL, APPROVED, RETIRING, RETIRED),
            leadsTo(ReviewEvent.ReviewDecided.class, ReviewEvent.DecisionReopened.class),
            "Decides on the challenge; a rejection that does not stand is decided anew, and only that is told to everybody.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.COMMITTEE, Audience.PANEL, Audience.PUBLIC)),
    REOPEN_DECISION(
            "reopen-decision",
            ReviewCommand.ReopenDecision.class,
            by(OFFICIAL),
            at(POTENTIAL, IN_DEVELOPMENT, APPROVED, WITHDRAWN),
            leadsTo(ReviewEvent.DecisionReopened.class),
            "Takes the last return, rejection or withdrawal back, as if it had not been decided.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.COMMITTEE, Audience.PUBLIC)),
    REQUEST_CHANGE(
            "request-change",
            VersionCommand.RequestChange.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER, OFFICIAL, PANEL_MEMBER, COMMITTEE),
            at(APPROVED),
            leadsTo(VersionEvent.ChangeRequested.class),
            "Asks for a change; an official decides what class of change it is.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS)),
    ACCEPT_CHANGE(
            "accept-change",
            VersionCommand.AcceptChange.class,
            by(OFFICIAL),
            at(APPROVED),
            leadsTo(VersionEvent.RevisionStarted.class),
            "Starts the next version; the one in force stays until then.",
            telling(Audience.OWNING_GROUP, Audience.PANEL, Audience.PUBLIC)),
    DECLINE_CHANGE(
            "decline-change",
            VersionCommand.DeclineChange.class,
            by(OFFICIAL),
            at(APPROVED),
            leadsTo(VersionEvent.ChangeDeclined.class),
            "Leaves the standard as it is, with reasons.",
            telling(Audience.OWNING_GROUP)),
    RECLASSIFY_CHANGE(
            "reclassify-change",
            VersionCommand.ReclassifyChange.class,
            by(OFFICIAL),
            at(IN_DEVELOPMENT),
            leadsTo(VersionEvent.ChangeReclassified.class),
            "Makes the version under way a correction, adjustment or revision.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS)),
    CORRECT_DATES(
            "correct-dates",
            VersionCommand.CorrectDates.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING, RETIRED),
            leadsTo(VersionEvent.DatesCorrected.class),
            "Puts the dates of a version right, and with them the end of the one before.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PUBLIC)),
    ADD_PRODUCT(
            "add-product",
            ProductCommand.AddProduct.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProductEvent.ProductAdded.class),
            "Puts a product on the standard, in development.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    CHANGE_PRODUCT(
            "change-product",
            ProductCommand.ChangeProduct.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProductEvent.ProductChanged.class),
            "Says the attributes of a product anew.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    APPROVE_PRODUCT(
            "approve-product",
            ProductCommand.ApproveProduct.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProductEvent.ProductApproved.class),
            "Approves a product for delivery.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    PAUSE_STARTS(
            "pause-starts",
            ProductCommand.PauseStarts.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProductEvent.StartsPaused.class),
            "Lets nobody start on a product for the time being.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    RESUME_STARTS(
            "resume-starts",
            ProductCommand.ResumeStarts.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProductEvent.StartsResumed.class),
            "Lets people start on a product again.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    RETIRE_PRODUCT(
            "retire-product",
            ProductCommand.RetireProduct.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProductEvent.ProductRetired.class),
            "Ends a product; the standard stays.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    REINSTATE_PRODUCT(
            "reinstate-product",
            ProductCommand.ReinstateProduct.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(ProductEvent.ProductReinstated.class),
            "Brings a retired product back, in development.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    RECLASSIFY(
            "reclassify",
            MapCommand.Reclassify.class,
            by(OFFICIAL),
            at(POTENTIAL, IN_DEVELOPMENT, APPROVED),
            leadsTo(MapEvent.Reclassified.class),
            "Moves the occupation to another level, route, pathway or cluster.",
            telling(Audience.OWNING_GROUP, Audience.PANEL, Audience.PUBLIC)),
    SET_GREEN_THEME(
            "set-green-theme",
            MapCommand.SetGreenTheme.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(MapEvent.GreenThemeSet.class),
            "Says how green the occupation is.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    PROPOSE_PROGRESSION(
            "propose-progression",
            MapCommand.ProposeProgression.class,
            by(EMPLOYER_GROUP_CHAIR, EMPLOYER_GROUP_MEMBER, OFFICIAL, PANEL_MEMBER),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(MapEvent.ProgressionProposed.class),
            "Proposes a link to an occupation to which one can go on.",
            telling(Audience.OFFICIALS)),
    CONFIRM_PROGRESSION(
            "confirm-progression",
            MapCommand.ConfirmProgression.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(MapEvent.ProgressionConfirmed.class),
            "Confirms a proposed link and publishes it.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    REMOVE_PROGRESSION(
            "remove-progression",
            MapCommand.RemoveProgression.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(MapEvent.ProgressionRemoved.class),
            "Takes a link away, with a reason; everybody is told where the link was public.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    REQUEST_WITHDRAWAL(
            "request-withdrawal",
            EndOfLifeCommand.RequestWithdrawal.class,
            by(EMPLOYER_GROUP_CHAIR),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED),
            leadsTo(EndOfLifeEvent.WithdrawalRequested.class),
            "Asks the officials to give up the work that is under way.",
            telling(Audience.OFFICIALS)),
    DECLINE_WITHDRAWAL(
            "decline-withdrawal",
            EndOfLifeCommand.DeclineWithdrawal.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED),
            leadsTo(EndOfLifeEvent.WithdrawalDeclined.class),
            "Goes on with the work that the group asks to give up, with reasons.",
            telling(Audience.OWNING_GROUP)),
    TAKE_BACK_WITHDRAWAL(
            "take-back-withdrawal",
            EndOfLifeCommand.TakeBackWithdrawal.class,
            by(EMPLOYER_GROUP_CHAIR),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED),
            leadsTo(EndOfLifeEvent.WithdrawalTakenBack.class),
            "Says that the group does not want to give up any more.",
            telling(Audience.OFFICIALS)),
    WITHDRAW(
            "withdraw",
            EndOfLifeCommand.Withdraw.class,
            by(OFFICIAL),
            at(POTENTIAL, PROPOSED, IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED),
            leadsTo(
                    EndOfLifeEvent.StandardWithdrawn.class,
                    EndOfLifeEvent.RevisionWithdrawn.class,
                    ProductEvent.ProductRetired.class),
            "Gives up the work that is under way; a version in force stays in force.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    PROPOSE_RETIREMENT(
            "propose-retirement",
            EndOfLifeCommand.ProposeRetirement.class,
            by(OFFICIAL),
            at(APPROVED),
            leadsTo(EndOfLifeEvent.RetirementProposed.class),
            "Asks the public whether the standard should end.",
            telling(Audience.OWNING_GROUP, Audience.COMMITTEE, Audience.PUBLIC)),
    RETIRE(
            "retire",
            EndOfLifeCommand.Retire.class,
            by(COMMITTEE),
            at(RETIRING),
            leadsTo(
                    VersionEvent.VersionTookEffect.class,
                    EndOfLifeEvent.StandardRetired.class,
                    EndOfLifeEvent.RetirementDecided.class,
                    ProductEvent.ProductRetired.class),
            "Ends the standard and its products, today or after the last day that you name.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    DECLINE_RETIREMENT(
            "decline-retirement",
            EndOfLifeCommand.DeclineRetirement.class,
            by(COMMITTEE),
            at(RETIRING),
            leadsTo(EndOfLifeEvent.RetirementDeclined.class),
            "Keeps the standard, with reasons.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PUBLIC)),
    NAME_REPLACEMENT(
            "name-replacement",
            EndOfLifeCommand.NameReplacement.class,
            by(OFFICIAL),
            at(RETIRING, RETIRED),
            leadsTo(EndOfLifeEvent.ReplacementNamed.class),
            "Says which standard takes the place of this one.",
            telling(Audience.OWNING_GROUP, Audience.PUBLIC)),
    REINSTATE(
            "reinstate",
            EndOfLifeCommand.Reinstate.class,
            by(OFFICIAL),
            at(RETIRED, WITHDRAWN),
            leadsTo(EndOfLifeEvent.StandardReinstated.class),
            "Brings the occupation back as potential.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PANEL, Audience.PUBLIC)),
    REMIND_OF_DECISION(
            "remind-of-decision",
            DeadlineCommand.RemindOfDecision.class,
            by(SYSTEM),
            at(PROPOSED, SUBMITTED),
            leadsTo(DeadlineEvent.DecisionReminded.class),
            "Reminds those whose turn it is that a decision is expected soon.",
            telling(Audience.PANEL, Audience.COMMITTEE, Audience.OFFICIALS)),
    ESCALATE_DECISION(
            "escalate-decision",
            DeadlineCommand.EscalateDecision.class,
            by(SYSTEM),
            at(PROPOSED, SUBMITTED),
            leadsTo(DeadlineEvent.DecisionEscalated.class),
            "Tells the officials and the group that a decision is overdue.",
            telling(Audience.OFFICIALS, Audience.COMMITTEE, Audience.OWNING_GROUP)),
    REMIND_OF_CLOSING(
            "remind-of-closing",
            DeadlineCommand.RemindOfClosing.class,
            by(SYSTEM),
            at(IN_CONSULTATION, RETIRING),
            leadsTo(DeadlineEvent.ClosingReminded.class),
            "Says that the consultation closes soon.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS)),
    REMIND_TO_CLOSE(
            "remind-to-close",
            DeadlineCommand.RemindToClose.class,
            by(SYSTEM),
            at(IN_CONSULTATION, RETIRING),
            leadsTo(DeadlineEvent.ClosingOverdueReminded.class),
            "Says that the consultation is past its closing time and waits for answers and its end.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS)),
    REMIND_OF_WAITING(
            "remind-of-waiting",
            DeadlineCommand.RemindOfWaiting.class,
            by(SYSTEM),
            at(POTENTIAL, PROPOSED, SUBMITTED, APPROVED, RETIRING, RETIRED),
            leadsTo(DeadlineEvent.WaitingReminded.class),
            "Says that a review, a condition, a change request or a retirement is to be dealt with soon.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.COMMITTEE)),
    ESCALATE_WAITING(
            "escalate-waiting",
            DeadlineCommand.EscalateWaiting.class,
            by(SYSTEM),
            at(POTENTIAL, PROPOSED, SUBMITTED, APPROVED, RETIRING, RETIRED),
            leadsTo(DeadlineEvent.WaitingEscalated.class),
            "Tells the officials that a review, a condition, a change request or a retirement is overdue.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.COMMITTEE)),
    BRING_INTO_FORCE(
            "bring-into-force",
            DeadlineCommand.BringIntoForce.class,
            by(SYSTEM),
            at(IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING),
            leadsTo(VersionEvent.VersionTookEffect.class),
            "Brings the version into force whose first day has come.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PUBLIC)),
    COMPLETE_RETIREMENT(
            "complete-retirement",
            DeadlineCommand.CompleteRetirement.class,
            by(SYSTEM),
            at(RETIRING),
            leadsTo(
                    VersionEvent.VersionTookEffect.class,
                    EndOfLifeEvent.StandardRetired.class,
                    ProductEvent.ProductRetired.class),
            "Ends the standard whose last day has passed.",
            telling(Audience.OWNING_GROUP, Audience.OFFICIALS, Audience.PUBLIC));

    private static final Map<Class<?>, CommandName> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CommandName::record, Function.identity()));
    private static final Map<String, CommandName> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CommandName::wireName, Function.identity()));

    private final String wireName;
    private final Class<? extends StandardCommand> record;
    private final Set<Role> roles;
    private final Set<Stage> stages;
    private final List<Class<? extends StandardEvent>> events;
    private final String does;
    private final Set<Audience> told;

    CommandName(
            String wireName,
            Class<? extends StandardCommand> record,
            Set<Role> roles,
            Set<Stage> stages,
            List<Class<? extends StandardEvent>> events,
            String does,
            Set<Audience> told) {
        this.wireName = wireName;
        this.record = record;
        this.roles = roles;
        this.stages = stages;
        this.events = events;
        this.does = does;
        this.told = told;
    }

    /** The name in addresses, in kebab-case. */
    public String wireName() {
        return wireName;
    }

    /** The record that a body is read into. */
    public Class<? extends StandardCommand> record() {
        return record;
    }

    /** Who may give it. */
    public Set<Role> roles() {
        return roles;
    }

    /** Where it may be given. */
    public Set<Stage> stages() {
        return stages;
    }

    /** What it can lead to. */
    public List<Class<? extends StandardEvent>> events() {
        return events;
    }

    /** What it does, for whoever is about to confirm it. */
    public String does() {
        return does;
    }

    /** Who is told. */
    public Set<Audience> told() {
        return told;
    }

    /** Whether somebody decides by it on what they read: then it is meant for that, and never for whatever is there. */
    public boolean decides() {
        return switch (this) {
            case RECOMMEND_PROPOSAL,
                    ACCEPT_PROPOSAL,
                    REJECT_PROPOSAL,
                    CLOSE_CONDITION,
                    CAST_VOTE,
                    APPROVE,
                    RETURN,
                    REJECT,
                    DECIDE_REVIEW,
                    RETIRE,
                    DECLINE_RETIREMENT -> true;
            default -> false;
        };
    }

    /** Whether it makes a standard rather than doing something to one. */
    public boolean creates() {
        return stages.contains(NONE);
    }

    /**
     * Whether it is meant whatever has happened since its caller looked: what one says for oneself, often without being
     * allowed to read the standard at all.
     */
    public boolean onAnyState() {
        return switch (this) {
            case COMMENT,
                    REQUEST_CHANGE,
                    ASK_FOR_REVIEW,
                    DECLARE_INTEREST,
                    DELEGATE_VOTE,
                    REVOKE_DELEGATION,
                    REQUEST_WITHDRAWAL,
                    TAKE_BACK_WITHDRAWAL -> true;
            default -> false;
        };
    }

    /** The command of that name in addresses. */
    public static Optional<CommandName> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The first command that leads to such an event. */
    public static CommandName leadingTo(Class<? extends StandardEvent> event) {
        return Arrays.stream(values())
                .filter(name -> name.events.contains(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No line in the table of commands leads to " + event));
    }

    /** The name of a command. */
    public static CommandName of(StandardCommand command) {
        CommandName name = BY_RECORD.get(command.getClass());
        if (name == null) {
            throw new IllegalStateException("No line in the table of commands for " + command.getClass());
        }
        return name;
    }

    /** Refuses whom and where the table does not permit: first the standard, then the role and its reach, then the stage. */
    void admit(StandardState state, Circumstances circumstances) {
        boolean again = this == REGISTER_EXISTING && state.registeredOnly();
        if (!creates() && !state.exists()) {
            throw new CommandRefused(Refusal.UNKNOWN_STANDARD, List.of());
        }
        Reach.admit(this, state, circumstances);
        if (creates() && state.exists() && !again) {
            throw new CommandRefused(Refusal.ALREADY_EXISTS, List.of());
        }
        if (!stages.contains(state.stage()) && !again) {
            throw new CommandRefused(
                    Refusal.WRONG_STAGE,
                    "It " + state.stage().says() + "; this needs a standard that "
                            + stages.stream().map(Stage::says).collect(Collectors.joining(", or that ")) + ".");
        }
    }

    private static Set<Role> by(Role... roles) {
        return Collections.unmodifiableSet(EnumSet.copyOf(List.of(roles)));
    }

    private static Set<Stage> at(Stage... stages) {
        return Collections.unmodifiableSet(EnumSet.copyOf(List.of(stages)));
    }

    @SafeVarargs
    private static List<Class<? extends StandardEvent>> leadsTo(Class<? extends StandardEvent>... events) {
        return List.of(events);
    }

    private static Set<Audience> telling(Audience... audiences) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(audiences)));
    }
}
