package org.occupationalstandards.standards.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** Commands that are fine wherever the rules permit them, and histories that lead to each stage. */
final class Examples {

    static final String REFERENCE = "OCC0218";

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
        return new ApprovalCommand.SubmitForApproval(null);
    }

    static BallotCommand.CastVote vote(VoteChoice choice) {
        return new BallotCommand.CastVote(choice, choice == VoteChoice.NO ? "Not yet" : null, null, null);
    }

    static ApprovalCommand.Approve approve() {
        return new ApprovalCommand.Approve(null, null, null, null);
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
        History history = submitted();
        Stream.of(1, 2, 3).forEach(number -> history.then(People.panel(number), vote(VoteChoice.YES)));
        return history;
    }

    static History approved() {
        return balloted().then(People.COMMITTEE, approve());
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Examples() {}
}
