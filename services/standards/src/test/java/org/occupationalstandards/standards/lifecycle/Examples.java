package org.occupationalstandards.standards.lifecycle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** Commands that are fine wherever the rules permit them, and histories that lead to each stage. */
final class Examples {

    static final String REFERENCE = "OCC0218";
    static final String PRODUCT = "ST0218";

    static ProposalCommand.ProposeStandard propose() {
        return new ProposalCommand.ProposeStandard(
                REFERENCE, "Healthcare science assistant", 2, 10, "Healthcare", null, null, null);
    }

    static ProposalCommand.SubmitProposal submitProposal() {
        List<GroupEmployer> employers = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new GroupEmployer("Employer " + i, i <= 2 ? EmployerSize.SMALL : EmployerSize.LARGE))
                .toList();
        return new ProposalCommand.SubmitProposal(
                null,
                employers,
                List.of("Perform routine procedures"),
                12,
                2,
                20,
                "The same job in every hospital",
                "Nothing like it exists");
    }

    static ProposalCommand.RecommendProposal recommend() {
        return new ProposalCommand.RecommendProposal(true, null);
    }

    static Content complete() {
        Statement k1 = new Statement(id("k1"), "The limits of own role");
        Statement k2 = new Statement(id("k2"), "Health and safety law");
        Statement s1 = new Statement(id("s1"), "Work within the limits of own role");
        Statement b1 = new Statement(id("b1"), "Be honest");
        Duty d1 =
                new Duty(id("d1"), "Perform routine procedures", true, List.of(), List.of(k1.id(), s1.id()), List.of());
        Duty d2 =
                new Duty(id("d2"), "Keep a safe workplace", false, List.of("No accident"), List.of(k2.id()), List.of());
        return new Content(
                "Healthcare science assistant",
                "Supports healthcare science",
                "This occupation is found in hospitals.",
                34_605,
                null,
                List.of("A hospital"),
                List.of("Healthcare science assistant"),
                List.of(),
                List.of("Care"),
                List.of(k1, k2),
                List.of(s1),
                List.of(b1),
                List.of(d1, d2),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static Content reworded(String summary) {
        Content content = complete();
        return new Content(
                content.title(),
                content.overview(),
                summary,
                content.medianSalary(),
                content.soc2020(),
                content.employers(),
                content.typicalJobTitles(),
                content.greenJobTitles(),
                content.keywords(),
                content.knowledge(),
                content.skills(),
                content.behaviours(),
                content.duties(),
                content.options(),
                content.professionalRecognition(),
                content.regulatedBy(),
                content.mandatoryQualifications());
    }

    /** With another knowledge statement, which the first duty needs. */
    static Content enlarged() {
        Content content = complete();
        Statement k3 = new Statement(id("k3"), "The history of healthcare");
        Duty d1 = content.duties().getFirst();
        return new Content(
                content.title(),
                content.overview(),
                content.summary(),
                content.medianSalary(),
                content.soc2020(),
                content.employers(),
                content.typicalJobTitles(),
                content.greenJobTitles(),
                content.keywords(),
                Stream.concat(content.knowledge().stream(), Stream.of(k3)).toList(),
                content.skills(),
                content.behaviours(),
                List.of(
                        new Duty(
                                d1.id(),
                                d1.text(),
                                d1.core(),
                                d1.criteria(),
                                Stream.concat(d1.ksbs().stream(), Stream.of(k3.id()))
                                        .toList(),
                                d1.options()),
                        content.duties().getLast()),
                content.options(),
                content.professionalRecognition(),
                content.regulatedBy(),
                content.mandatoryQualifications());
    }

    static DraftCommand.ChangeDraft draft() {
        return new DraftCommand.ChangeDraft(complete());
    }

    static ConsultationCommand.OpenConsultation openConsultation() {
        return new ConsultationCommand.OpenConsultation(null, null);
    }

    static ConsultationCommand.CloseConsultation closeEarly() {
        return new ConsultationCommand.CloseConsultation("Everybody has answered");
    }

    static ApprovalCommand.SubmitForApproval submit() {
        return new ApprovalCommand.SubmitForApproval(null, null);
    }

    static BallotCommand.CastVote vote(VoteChoice choice) {
        return new BallotCommand.CastVote(choice, choice == VoteChoice.NO ? "Not yet" : null, null, null);
    }

    static ApprovalCommand.Approve approve() {
        return new ApprovalCommand.Approve(null, null, null, null, null);
    }

    static History potential() {
        return new History().then(People.CHAIR, propose());
    }

    static History proposed() {
        return potential().then(People.CHAIR, submitProposal());
    }

    static History recommended() {
        return proposed()
                .then(People.OFFICIAL, new ProposalCommand.ConfirmReadiness(null))
                .then(People.panel(5), recommend());
    }

    static History inDevelopment() {
        return recommended().then(People.COMMITTEE, new ProposalCommand.AcceptProposal(null, null));
    }

    static History inConsultation() {
        return inDevelopment().then(People.CHAIR, draft()).then(People.CHAIR, openConsultation());
    }

    static History consulted() {
        return inConsultation().then(People.OFFICIAL, closeEarly());
    }

    static History submitted() {
        return consulted().then(People.CHAIR, submit());
    }

    static History balloted() {
        return votedFor(submitted());
    }

    /** Three members of the panel vote for what was submitted. */
    static History votedFor(History history) {
        Stream.of(1, 2, 3).forEach(number -> history.then(People.panel(number), vote(VoteChoice.YES)));
        return history;
    }

    static History approved() {
        return balloted().then(People.COMMITTEE, approve());
    }

    static ProductCommand.AddProduct apprenticeship() {
        return new ProductCommand.AddProduct(
                ProductType.APPRENTICESHIP, PRODUCT, 218, null, 2, 14, 4_000, false, false, false);
    }

    static VersionCommand.RequestChange requestChange() {
        return new VersionCommand.RequestChange("Reword K1", null);
    }

    static VersionCommand.AcceptChange accept(ChangeClass changeClass) {
        return new VersionCommand.AcceptChange(1, changeClass, null);
    }

    /** A command of that name that is fine wherever the rules permit it. */
    static StandardCommand of(CommandName name) {
        return switch (name) {
            case PROPOSE -> propose();
            case REGISTER_EXISTING -> register();
            case SAVE_PROPOSAL ->
                new ProposalCommand.SaveProposal(
                        null, null, List.of("Keep a safe workplace"), 14, null, null, "The same job everywhere", null);
            case SUBMIT_PROPOSAL -> submitProposal();
            case CONFIRM_READINESS -> new ProposalCommand.ConfirmReadiness(null);
            case RETURN_PROPOSAL -> new ProposalCommand.ReturnProposal(List.of("No evidence"));
            case RECOMMEND_PROPOSAL -> recommend();
            case ACCEPT_PROPOSAL -> new ProposalCommand.AcceptProposal(null, null);
            case REJECT_PROPOSAL -> new ProposalCommand.RejectProposal(List.of("Too narrow"));
            case ASSIGN_GROUP -> new ProposalCommand.AssignGroup(People.OTHER_GROUP, "They take over");
            case EVIDENCE_CONDITION -> new ConditionCommand.EvidenceCondition(1, "A letter of support");
            case CLOSE_CONDITION -> new ConditionCommand.CloseCondition(1, null);
            case REOPEN_CONDITION -> new ConditionCommand.ReopenCondition(1, "Not convincing");
            case CHANGE_DRAFT -> new DraftCommand.ChangeDraft(reworded("Another summary"));
            case UNDO_DRAFT_CHANGE -> new DraftCommand.UndoDraftChange("A slip");
            case OPEN_CONSULTATION -> openConsultation();
            case EXTEND_CONSULTATION ->
                new ConsultationCommand.ExtendConsultation(History.START.plus(Duration.ofDays(60)), "Holidays");
            case COMMENT -> new ConsultationCommand.CommentOnDraft(null, null, null, "Good");
            case ANSWER_COMMENT -> new ConsultationCommand.AnswerComment(1, Disposition.OUT_OF_SCOPE, "Other matter");
            case CLOSE_CONSULTATION -> closeEarly();
            case SUBMIT -> submit();
            case CAST_VOTE -> vote(VoteChoice.NO);
            case DECLARE_INTEREST -> new BallotCommand.DeclareInterest(null, "My sister works there");
            case CLEAR_INTEREST -> new BallotCommand.ClearInterest("panel-9", "Left the firm");
            case DELEGATE_VOTE ->
                new BallotCommand.DelegateVote(
                        "panel-3",
                        LocalDate.ofInstant(History.START, ZoneOffset.UTC).plusDays(90));
            case REVOKE_DELEGATION -> new BallotCommand.RevokeDelegation(null);
            case WITHDRAW_BALLOT -> new BallotCommand.WithdrawBallot("Issued by mistake");
            case OPEN_BALLOT -> new BallotCommand.OpenBallot(List.of("panel-1", "panel-2", "panel-3"), null);
            case APPROVE -> approve();
            case RETURN -> new ApprovalCommand.Return(List.of("Merge K3 and K4"), null);
            case REJECT -> new ApprovalCommand.Reject(List.of("Not an occupation"), null);
            case ASK_FOR_REVIEW -> new ReviewCommand.AskForReview("We were not heard");
            case DECIDE_REVIEW -> new ReviewCommand.DecideReview(true, List.of("They were not"));
            case REOPEN_DECISION -> new ReviewCommand.ReopenDecision("The wrong button");
            case REQUEST_CHANGE -> requestChange();
            case ACCEPT_CHANGE -> accept(ChangeClass.REVISION);
            case DECLINE_CHANGE -> new VersionCommand.DeclineChange(1, List.of("Fine as it is"));
            case RECLASSIFY_CHANGE -> new VersionCommand.ReclassifyChange(ChangeClass.CORRECTION, "A typo only");
            case CORRECT_DATES ->
                new VersionCommand.CorrectDates(
                        "1.0", History.DAY.minusDays(1), History.DAY.minusDays(1), "Was a slip");
            case ADD_PRODUCT ->
                new ProductCommand.AddProduct(
                        ProductType.T_LEVEL, "603/1234/X", null, null, 3, 24, null, null, null, null);
            case CHANGE_PRODUCT ->
                new ProductCommand.ChangeProduct(PRODUCT, 218, null, 2, 15, 5_000, true, false, false, null);
            case APPROVE_PRODUCT -> new ProductCommand.ApproveProduct(PRODUCT, null);
            case PAUSE_STARTS -> new ProductCommand.PauseStarts(PRODUCT, "Under review");
            case RESUME_STARTS -> new ProductCommand.ResumeStarts(PRODUCT, null);
            case RETIRE_PRODUCT -> new ProductCommand.RetireProduct(PRODUCT, "No demand");
            case REINSTATE_PRODUCT -> new ProductCommand.ReinstateProduct(PRODUCT, "Demand");
            case RECLASSIFY -> new MapCommand.Reclassify(2, 14, "Care", null, "Belongs there");
            case SET_GREEN_THEME -> new MapCommand.SetGreenTheme(GreenTheme.DARK);
            case PROPOSE_PROGRESSION -> new MapCommand.ProposeProgression("OCC0001", ProgressionKind.OCCUPATIONAL);
            case CONFIRM_PROGRESSION -> new MapCommand.ConfirmProgression("OCC0002", ProgressionKind.OCCUPATIONAL);
            case REMOVE_PROGRESSION ->
                new MapCommand.RemoveProgression("OCC0002", ProgressionKind.OCCUPATIONAL, "Nobody goes there");
            case REQUEST_WITHDRAWAL -> new EndOfLifeCommand.RequestWithdrawal("No members left");
            case DECLINE_WITHDRAWAL -> new EndOfLifeCommand.DeclineWithdrawal(List.of("Another group takes over"));
            case TAKE_BACK_WITHDRAWAL -> new EndOfLifeCommand.TakeBackWithdrawal("New members");
            case WITHDRAW -> new EndOfLifeCommand.Withdraw("The group gave up");
            case PROPOSE_RETIREMENT -> new EndOfLifeCommand.ProposeRetirement("Out of date", null, null, null);
            case RETIRE -> new EndOfLifeCommand.Retire(null, null, null);
            case DECLINE_RETIREMENT -> new EndOfLifeCommand.DeclineRetirement(List.of("Still needed"));
            case NAME_REPLACEMENT -> new EndOfLifeCommand.NameReplacement("OCC0003");
            case REINSTATE -> new EndOfLifeCommand.Reinstate("Needed again");
            case REMIND_OF_DECISION -> new DeadlineCommand.RemindOfDecision();
            case ESCALATE_DECISION -> new DeadlineCommand.EscalateDecision();
            case REMIND_OF_CLOSING -> new DeadlineCommand.RemindOfClosing();
            case REMIND_TO_CLOSE -> new DeadlineCommand.RemindToClose();
            case REMIND_OF_WAITING -> new DeadlineCommand.RemindOfWaiting();
            case ESCALATE_WAITING -> new DeadlineCommand.EscalateWaiting();
            case BRING_INTO_FORCE -> new DeadlineCommand.BringIntoForce();
            case COMPLETE_RETIREMENT -> new DeadlineCommand.CompleteRetirement();
        };
    }

    static RegisterExisting register() {
        return register(Status.APPROVED, "1.3", complete(), LocalDate.parse("2020-09-01"));
    }

    static RegisterExisting register(
            Status status, String version, Content content, @Nullable LocalDate effectiveFrom) {
        return new RegisterExisting(
                REFERENCE,
                status,
                version,
                2,
                10,
                "Healthcare",
                null,
                null,
                null,
                null,
                null,
                effectiveFrom,
                status == Status.RETIRED ? LocalDate.parse("2025-08-31") : null,
                content,
                null,
                null,
                null);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Examples() {}
}
