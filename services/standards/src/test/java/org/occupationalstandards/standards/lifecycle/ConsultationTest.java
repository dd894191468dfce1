package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Problem;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** Asking everybody, and answering every comment. */
class ConsultationTest {

    private static final Instant USUAL_END = History.START.plus(Duration.ofDays(28));

    private static ConsultationCommand.CommentOnDraft comment(String text) {
        return new ConsultationCommand.CommentOnDraft(null, null, null, text);
    }

    private static ConsultationCommand.AnswerComment answer(
            int comment, Disposition disposition, @Nullable String reason) {
        return new ConsultationCommand.AnswerComment(comment, disposition, reason);
    }

    private static ConsultationCommand.CloseConsultation close() {
        return new ConsultationCommand.CloseConsultation(null);
    }

    @Test
    void itOpensForTheUsualTimeOnTheRevisionAsItIs() {
        History history = Examples.inConsultation();

        assertThat(history.events().getLast())
                .isEqualTo(new ConsultationEvent.ConsultationOpened(
                        1, USUAL_END, "Europe/London", "chair", History.START));
        history.refused(Refusal.WRONG_STAGE, People.CHAIR, Examples.of(CommandName.CHANGE_DRAFT));
    }

    @Test
    void itsEndLiesInTheFutureButNotTooFar() {
        History history = Examples.inDevelopment();

        assertThat(history.refused(Refusal.INVALID_INPUT, People.CHAIR, open(History.START, "Nowhere/Land")))
                .extracting(Problem::pointer)
                .containsExactly("/closesAt", "/zone");
        history.refused(
                Refusal.INVALID_INPUT,
                People.CHAIR,
                open(History.START.plus(Duration.ofDays(182)).plusSeconds(1), null));
        history.then(People.CHAIR, open(History.START.plus(Duration.ofDays(182)), "Europe/Paris"));
        assertThat(history.state().consultation().zone()).isEqualTo("Europe/Paris");
    }

    @Test
    void beforeItsEndOnlyAnOfficialClosesItWithAReason() {
        History history = Examples.inConsultation();

        history.refused(Refusal.CONSULTATION_STILL_OPEN, People.CHAIR, Examples.closeEarly());
        history.refused(Refusal.CONSULTATION_STILL_OPEN, People.OFFICIAL, close());
        history.then(People.OFFICIAL, Examples.closeEarly());
        assertThat(history.events().getLast())
                .isEqualTo(
                        new ConsultationEvent.ConsultationClosed("Everybody has answered", "official", History.START));
        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);
    }

    @Test
    void atItsEndTheGroupClosesIt() {
        History history = Examples.inConsultation().after(Duration.ofDays(28));

        history.then(People.CHAIR, Examples.closeEarly());

        assertThat(((ConsultationEvent.ConsultationClosed) history.events().getLast()).reason())
                .isNull();
    }

    @Test
    void commentsAreTakenUntilItsEndFromEverybody() {
        History history = Examples.inConsultation();
        for (Caller caller : List.of(People.SUBSCRIBER, People.OTHER_CHAIR, People.DIGITAL_PANEL, People.COMMITTEE)) {
            history.then(caller, comment("Good"));
        }
        history.after(Duration.ofDays(28).minusSeconds(1)).then(People.OFFICIAL, comment("Last"));

        assertThat(history.state().consultation().comments())
                .extracting(Comment::number)
                .containsExactly(1, 2, 3, 4, 5);
        history.after(Duration.ofSeconds(1));
        history.refused(Refusal.CONSULTATION_OVER, People.SUBSCRIBER, comment("Late"));
    }

    @Test
    void aCommentIsOnTheWholeAFieldOrAPart() {
        History history = Examples.inConsultation()
                .then(
                        People.SUBSCRIBER,
                        new ConsultationCommand.CommentOnDraft(Part.KNOWLEDGE, Examples.id("k1"), null, "Vague"))
                .then(People.SUBSCRIBER, new ConsultationCommand.CommentOnDraft(Part.FIELD, null, "summary", "Long"))
                .then(
                        People.SUBSCRIBER,
                        new ConsultationCommand.CommentOnDraft(Part.DUTY, Examples.id("d2"), null, "Odd"));

        assertThat(history.state().consultation().comments())
                .extracting(Comment::part)
                .containsExactly(Part.KNOWLEDGE, Part.FIELD, Part.DUTY);
    }

    @Test
    void aCommentOnWhatIsNotThereIsRefused() {
        History history = Examples.inConsultation();

        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.SUBSCRIBER,
                        new ConsultationCommand.CommentOnDraft(Part.SKILL, Examples.id("k1"), "summary", " ")))
                .extracting(Problem::pointer)
                .containsExactly("/text", "/field", "/id");
        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.SUBSCRIBER,
                        new ConsultationCommand.CommentOnDraft(Part.SKILL, null, null, "What?")))
                .containsExactly(new Problem("/id", "is the id of no skill that is consulted on"));
        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.SUBSCRIBER,
                        new ConsultationCommand.CommentOnDraft(Part.FIELD, Examples.id("k1"), "colour", "Blue")))
                .extracting(Problem::pointer)
                .containsExactly("/id", "/field");
        assertThat(history.refused(
                        Refusal.INVALID_INPUT,
                        People.SUBSCRIBER,
                        new ConsultationCommand.CommentOnDraft(null, Examples.id("k1"), null, "Which?")))
                .extracting(Problem::pointer)
                .containsExactly("/id");
    }

    @Test
    void itClosesOnlyWhenEveryCommentHasAnAnswer() {
        History history = Examples.inConsultation()
                .then(People.SUBSCRIBER, comment("One"))
                .then(People.SUBSCRIBER, comment("Two"))
                .then(People.SUBSCRIBER, comment("Three"))
                .then(People.MEMBER, answer(2, Disposition.ACCEPTED, null));

        assertThat(history.refused(Refusal.COMMENTS_UNANSWERED, People.OFFICIAL, Examples.closeEarly()))
                .containsExactly(
                        new Problem("/comments/1", "Comment 1 has no answer"),
                        new Problem("/comments/3", "Comment 3 has no answer"));
        history.then(People.CHAIR, answer(1, Disposition.OUT_OF_SCOPE, "About pay"))
                .then(People.OFFICIAL, answer(3, Disposition.NOT_ACCEPTED, "Not so"))
                .then(People.OFFICIAL, Examples.closeEarly());
        assertThat(history.state().consultation().done()).isTrue();
    }

    @Test
    void anAnswerHasAReasonUnlessTheCommentIsAcceptedAndTheLastOneCounts() {
        History history = Examples.inConsultation().then(People.SUBSCRIBER, comment("One"));

        for (Disposition disposition : Disposition.values()) {
            if (disposition != Disposition.ACCEPTED) {
                assertThat(history.refused(
                                Refusal.INVALID_INPUT,
                                People.CHAIR,
                                new ConsultationCommand.AnswerComment(1, disposition, null)))
                        .extracting(Problem::pointer)
                        .containsExactly("/reason");
            }
        }
        history.then(People.CHAIR, new ConsultationCommand.AnswerComment(1, Disposition.ACCEPTED, null));
        assertThat(history.when(People.CHAIR, new ConsultationCommand.AnswerComment(1, Disposition.ACCEPTED, null)))
                .isEmpty();
        history.then(People.CHAIR, answer(1, Disposition.ACCEPTED_IN_PART, "The first half"));
        assertThat(history.when(People.CHAIR, answer(1, Disposition.ACCEPTED_IN_PART, "The first half")))
                .isEmpty();
        assertThat(history.when(People.CHAIR, answer(1, Disposition.ACCEPTED_IN_PART, "The other half")))
                .hasSize(1);
        assertThat(history.state().consultation().comments().getFirst())
                .isEqualTo(new Comment(
                        1, null, null, null, "One", "subscriber", Disposition.ACCEPTED_IN_PART, "The other half"));
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.CHAIR, new ConsultationCommand.AnswerComment(2, null, null)))
                .extracting(Problem::pointer)
                .containsExactly("/comment", "/disposition");
    }

    @Test
    void commentsCanBeAnsweredAfterItsEnd() {
        History history = Examples.inConsultation()
                .then(People.SUBSCRIBER, comment("One"))
                .after(Duration.ofDays(40));

        history.then(People.CHAIR, answer(1, Disposition.ACCEPTED, null)).then(People.CHAIR, close());

        assertThat(history.state().stage()).isEqualTo(Stage.IN_DEVELOPMENT);
    }

    @Test
    void anExtensionGivesMoreTimeAndIsAnEvent() {
        History history = Examples.inConsultation().after(Duration.ofDays(30));
        Instant later = USUAL_END.plus(Duration.ofDays(7));

        history.refused(Refusal.CONSULTATION_OVER, People.SUBSCRIBER, comment("Late"));
        history.then(People.CHAIR, new ConsultationCommand.ExtendConsultation(later, "Holidays"));
        assertThat(history.events().getLast())
                .isEqualTo(new ConsultationEvent.ConsultationExtended(later, "Holidays", "chair", history.now()));
        history.then(People.SUBSCRIBER, comment("In time"));
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.CHAIR, new ConsultationCommand.ExtendConsultation(later, null)))
                .extracting(Problem::pointer)
                .containsExactly("/closesAt", "/reason");
        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.CHAIR, new ConsultationCommand.ExtendConsultation(null, "More")))
                .containsExactly(new Problem("/closesAt", "must be given"));
    }

    @Test
    void aConsultationTakesSoManyCommentsAndNoMore() {
        var few = new LifecyclePolicy.ForConsultations(
                Duration.ofDays(28),
                Duration.ofDays(28),
                Duration.ofDays(7),
                Duration.ofDays(28),
                Duration.ofDays(182),
                1,
                Duration.ofDays(3),
                Set.of());
        History history = new History(Policies.with(few))
                .then(People.OFFICIAL, Examples.register(Status.IN_DEVELOPMENT, "0.0", Examples.complete(), null))
                .then(People.OFFICIAL, Examples.openConsultation())
                .then(People.SUBSCRIBER, comment("One"));

        assertThat(history.refused(Refusal.INVALID_INPUT, People.SUBSCRIBER, comment("Two")))
                .containsExactly(new Problem("", "There are 1 comments; a consultation takes no more"));
    }

    private static ConsultationCommand.OpenConsultation open(Instant closesAt, @Nullable String zone) {
        return new ConsultationCommand.OpenConsultation(closesAt, zone);
    }

    @Test
    void commentsKeepTheirOrderWhicheverIsAnsweredFirst() {
        History history = Examples.inConsultation()
                .then(People.SUBSCRIBER, Examples.of(CommandName.COMMENT))
                .then(People.MEMBER, Examples.of(CommandName.COMMENT))
                .then(People.CHAIR, Examples.of(CommandName.ANSWER_COMMENT));

        assertThat(history.state().consultation().comments())
                .extracting(Comment::number)
                .containsExactly(1, 2);
        assertThat(history.state().consultation().unanswered())
                .extracting(Comment::number)
                .containsExactly(2);
    }

    /** While the next version is consulted on, comments are on its draft and not on the version in force. */
    @Test
    void commentsOnARevisionAreOnItsDraft() {
        Content complete = Examples.complete();
        var added = new Statement(Examples.id("b2"), "Be kind");
        Content wider = new Content(
                complete.title(),
                complete.overview(),
                complete.summary(),
                complete.medianSalary(),
                complete.soc2020(),
                complete.employers(),
                complete.typicalJobTitles(),
                complete.greenJobTitles(),
                complete.keywords(),
                complete.knowledge(),
                complete.skills(),
                List.of(complete.behaviours().getFirst(), added),
                complete.duties(),
                complete.options(),
                complete.professionalRecognition(),
                complete.regulatedBy(),
                complete.mandatoryQualifications());
        History history = Situation.REVISING
                .history()
                .then(People.CHAIR, new DraftCommand.ChangeDraft(wider))
                .then(People.CHAIR, Examples.openConsultation());

        history.then(
                People.SUBSCRIBER, new ConsultationCommand.CommentOnDraft(Part.BEHAVIOUR, added.id(), null, "Agreed"));

        history.then(People.OFFICIAL, Examples.of(CommandName.ANSWER_COMMENT))
                .then(People.OFFICIAL, Examples.closeEarly())
                .then(People.OFFICIAL, Examples.of(CommandName.WITHDRAW))
                .then(People.OFFICIAL, Examples.of(CommandName.PROPOSE_RETIREMENT));
        history.refused(
                Refusal.INVALID_INPUT,
                People.SUBSCRIBER,
                new ConsultationCommand.CommentOnDraft(Part.BEHAVIOUR, added.id(), null, "Agreed"));
    }

    @Test
    void whatChangedSinceTheDraftWasOpenToCommentsIsKnown() {
        History history = Examples.consulted();
        assertThat(history.state().draft().changesSinceConsultation()).isEmpty();

        history.then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("As everybody said")))
                .then(People.CHAIR, new ApprovalCommand.SubmitForApproval(null, "Everybody asked for it."));

        assertThat(history.state().draft().changesSinceConsultation())
                .extracting(change -> change.after())
                .containsExactly("As everybody said");
    }

    @Test
    void whatChangedSinceTheConsultationIsExplainedToThoseWhoDecide() {
        History history = Examples.consulted();
        history.then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("As everybody said")));
        var changed = history.state().changedSinceConsultation();

        assertThat(history.refused(Refusal.EXPLANATION_MISSING, People.CHAIR, Examples.submit()))
                .containsExactly(
                        new Problem("/" + changed.getFirst().place(), "has changed since it was consulted on"));
        history.refused(
                Refusal.EXPLANATION_MISSING, People.CHAIR, new ApprovalCommand.SubmitForApproval("A note", " "));
        history.then(People.CHAIR, new ApprovalCommand.SubmitForApproval(null, " Everybody asked for it. "));

        assertThat(history.state().approval().explanation()).isEqualTo("Everybody asked for it.");
        assertThat(((ApprovalEvent.SubmittedForApproval) history.events().getLast()).explanation())
                .isEqualTo("Everybody asked for it.");
    }

    @Test
    void whatIsChangedDuringTheBallotOnlyIsNotApprovedUnexplained() {
        History history = Examples.submitted()
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("As nobody was asked")));
        history = Examples.votedFor(history);

        assertThat(history.refused(
                        Refusal.EXPLANATION_MISSING, People.OTHER_COMMITTEE, Examples.of(CommandName.APPROVE)))
                .extracting(Problem::message)
                .containsExactly(
                        "has changed since it was consulted on, which the submission does not explain: return it");
        history.then(People.OTHER_COMMITTEE, Examples.of(CommandName.RETURN))
                .then(People.CHAIR, new ApprovalCommand.SubmitForApproval(null, "Nobody had noticed it before."));
        Examples.votedFor(history).then(People.OTHER_COMMITTEE, Examples.of(CommandName.APPROVE));
        assertThat(history.state().stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void whatWasTakenBackAgainNeedsNoExplanation() {
        History history = Examples.consulted()
                .then(People.CHAIR, new DraftCommand.ChangeDraft(Examples.reworded("As everybody said")))
                .then(People.CHAIR, Examples.of(CommandName.UNDO_DRAFT_CHANGE))
                .then(People.CHAIR, Examples.submit());

        assertThat(history.state().approval().explanation()).isNull();
    }

    @Test
    void aPolicyMaySayHowShortOneMayBe() {
        var week = new LifecyclePolicy.ForConsultations(
                Duration.ofDays(28),
                Duration.ofDays(28),
                Duration.ofDays(7),
                Duration.ofDays(28),
                Duration.ofDays(182),
                100,
                Duration.ofDays(3),
                Set.of());
        History history = new History(Policies.with(week))
                .then(People.OFFICIAL, Examples.register(Status.IN_DEVELOPMENT, "0.0", Examples.complete(), null));

        assertThat(history.refused(
                        Refusal.INVALID_INPUT, People.OFFICIAL, open(History.START.plus(Duration.ofDays(6)), null)))
                .containsExactly(new Problem("/closesAt", "is 2026-03-08T09:00:00Z; must be at least 7 days from now"));
        assertThat(history.when(People.OFFICIAL, open(History.START.plus(Duration.ofDays(7)), null)))
                .hasSize(1);
    }
}
