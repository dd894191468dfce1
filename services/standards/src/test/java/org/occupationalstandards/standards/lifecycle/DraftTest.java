package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Problem;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** Writing the draft. */
class DraftTest {

    private static DraftCommand.ChangeDraft change(Content content) {
        return new DraftCommand.ChangeDraft(content);
    }

    @Test
    void whatHasNotChangedMakesNoEvent() {
        History history = Examples.inDevelopment().then(People.CHAIR, Examples.draft());

        assertThat(history.when(People.MEMBER, Examples.draft())).isEmpty();
        assertThat(history.when(
                        People.MEMBER, change(Examples.complete().withTitle("  Healthcare science assistant "))))
                .isEmpty();
    }

    @Test
    void aDraftWithoutATitleLeavesTheTitleAsItIs() {
        History history = Examples.inDevelopment()
                .then(People.CHAIR, change(Examples.complete().withTitle(null)));

        assertThat(history.state().draft().content()).isEqualTo(Examples.complete());
    }

    @Test
    void eachChangeIsARevision() {
        History history = Examples.inDevelopment().then(People.CHAIR, Examples.draft());

        var events = history.when(People.CHAIR, change(Examples.reworded("New")));

        assertThat(events)
                .containsExactly(new DraftEvent.DraftChanged(
                        2,
                        List.of(new Change(
                                Change.Kind.CHANGED,
                                Change.Part.FIELD,
                                null,
                                "summary",
                                null,
                                null,
                                "This occupation is found in hospitals.",
                                "New")),
                        null,
                        "chair",
                        History.START));
        assertThat(history.state().draft().revision()).isEqualTo(2);
    }

    @Test
    void undoIsAChangeTheOtherWayAndUndoneAgainItGoesOneStepFurther() {
        History history = Examples.inDevelopment()
                .then(People.CHAIR, Examples.draft())
                .then(People.CHAIR, change(Examples.reworded("New")))
                .then(People.MEMBER, new DraftCommand.UndoDraftChange("A slip"));

        assertThat(history.state().draft().content()).isEqualTo(Examples.complete());
        assertThat(history.state().draft().revision()).isEqualTo(3);
        assertThat(((DraftEvent.DraftChanged) history.events().getLast()).undoing())
                .isEqualTo("A slip");
        history.then(People.MEMBER, new DraftCommand.UndoDraftChange("That, too"));
        assertThat(history.state().draft().content()).isEqualTo(Content.titled("Healthcare science assistant"));
        history.refused(Refusal.NOTHING_TO_UNDO, People.MEMBER, new DraftCommand.UndoDraftChange("More"));
        history.then(People.CHAIR, change(Examples.reworded("Right")));
        assertThat(history.refused(Refusal.INVALID_INPUT, People.MEMBER, new DraftCommand.UndoDraftChange(" ")))
                .extracting(Problem::pointer)
                .containsExactly("/reason");
    }

    @Test
    void asManyChangesAsAreKeptCanBeTakenBackOneAfterTheOther() {
        History history = Examples.inDevelopment().then(People.CHAIR, Examples.draft());
        for (int i = 1; i <= Draft.MOST_BACK; i++) {
            history.then(People.CHAIR, change(Examples.reworded("Summary " + i)));
        }
        for (int i = Draft.MOST_BACK - 1; i >= 1; i--) {
            history.then(People.CHAIR, new DraftCommand.UndoDraftChange("Back"));
            assertThat(history.state().draft().content().summary()).isEqualTo("Summary " + i);
        }
        history.then(People.CHAIR, new DraftCommand.UndoDraftChange("Back"));
        assertThat(history.state().draft().content()).isEqualTo(Examples.complete());
        history.refused(Refusal.NOTHING_TO_UNDO, People.CHAIR, new DraftCommand.UndoDraftChange("Back"));
    }

    @Test
    void aChangeWhileSubmittedMakesTheVotesVoidAndSaysSo() {
        History history = Examples.balloted();

        var events = history.when(People.CHAIR, change(Examples.reworded("New")));

        assertThat(events.getLast()).isEqualTo(new BallotEvent.VotesInvalidated(2, 3, "chair", History.START));
        assertThat(history.state().approval().votes()).isEmpty();
        assertThat(history.state().approval().revision()).isEqualTo(2);
        history.refused(Refusal.QUORUM_NOT_REACHED, People.COMMITTEE, Examples.approve());
        // who voted on the revision before has still taken part
        Caller voter = People.caller("panel-1", Role.COMMITTEE, Set.of(), Set.of());
        history.refused(Refusal.TOOK_PART, voter, Examples.of(CommandName.RETURN));
    }

    @Test
    void aSubmittedDraftStaysComplete() {
        assertThat(Examples.balloted().refused(Refusal.DRAFT_INCOMPLETE, People.CHAIR, change(Content.titled("T"))))
                .extracting(Problem::pointer)
                .contains("/overview", "/duties");
    }

    @Test
    void whatCannotBeKeptIsRefusedWithEveryReason() {
        Statement nameless = new Statement(Examples.id("x"), "");
        Content bad = new Content(
                "x".repeat(201),
                null,
                null,
                -1,
                null,
                null,
                null,
                null,
                null,
                List.of(nameless, nameless),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(Examples.inDevelopment().refused(Refusal.INVALID_INPUT, People.CHAIR, change(bad)))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/title", "/medianSalary", "/knowledge/0/text", "/knowledge/1/id", "/knowledge/1/text");
        Examples.inDevelopment().refused(Refusal.INVALID_INPUT, People.CHAIR, new DraftCommand.ChangeDraft(null));
    }
}
