package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Completeness;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentCheck;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Rules of writing the draft. */
final class DraftRules {

    static List<StandardEvent> decide(DraftCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case DraftCommand.ChangeDraft change -> change(change, state, circumstances);
        };
    }

    /** What has not changed makes no event. A submitted draft has to stay complete, and its votes are void. */
    private static List<StandardEvent> change(
            DraftCommand.ChangeDraft command, StandardState state, Circumstances circumstances) {
        if (command.draft() == null) {
            throw new CommandRefused(Refusal.INVALID_INPUT, "The draft must be given.");
        }
        Content before = state.draft().content();
        Content after = command.draft().title() == null ? command.draft().withTitle(before.title()) : command.draft();
        List<Problem> problems =
                ContentCheck.problems(after, circumstances.policy().limits(), "");
        if (!problems.isEmpty()) {
            throw new CommandRefused(Refusal.INVALID_INPUT, problems);
        }
        List<Change> changes = ContentDiff.between(before, after);
        if (changes.isEmpty()) {
            return List.of();
        }
        int revision = state.draft().revision() + 1;
        List<StandardEvent> events = new ArrayList<>();
        events.add(new DraftEvent.DraftChanged(revision, changes, circumstances.by(), circumstances.now()));
        if (state.stage() == Stage.SUBMITTED) {
            complete(after);
            events.add(new ApprovalEvent.VotesInvalidated(
                    revision, state.approval().votes().size(), circumstances.by(), circumstances.now()));
        }
        return List.copyOf(events);
    }

    static void complete(Content content) {
        List<Problem> missing = Completeness.missing(content);
        if (!missing.isEmpty()) {
            throw new CommandRefused(Refusal.DRAFT_INCOMPLETE, missing);
        }
    }

    private DraftRules() {}
}
