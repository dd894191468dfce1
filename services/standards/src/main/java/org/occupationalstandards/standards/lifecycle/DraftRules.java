package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Completeness;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentCheck;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Rules of writing the draft. */
final class DraftRules {

    static void guardUndo(StandardState state, Circumstances circumstances) {
        Content previous = state.draft().previous();
        if (previous == null) {
            throw new CommandRefused(Refusal.NOTHING_TO_UNDO, List.of());
        }
        if (state.stage() == Stage.SUBMITTED) {
            complete(previous);
            ApprovalRules.ofItsClass(previous, state, circumstances.policy());
        }
    }

    static List<StandardEvent> decide(DraftCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case DraftCommand.ChangeDraft change -> change(change, state, circumstances);
            case DraftCommand.UndoDraftChange undo -> undo(undo, state, circumstances);
        };
    }

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
        return changed(after, null, state, circumstances);
    }

    private static List<StandardEvent> undo(
            DraftCommand.UndoDraftChange command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return changed(Objects.requireNonNull(state.draft().previous()), reason, state, circumstances);
    }

    /**
     * What has not changed makes no event. A submitted draft has to stay complete; votes on it are void, also where it was
     * agreed with conditions by then, and conditions that were closed have to be looked at again.
     */
    private static List<StandardEvent> changed(
            Content after, @Nullable String undoing, StandardState state, Circumstances circumstances) {
        List<Change> changes = ContentDiff.between(state.draft().content(), after);
        if (changes.isEmpty()) {
            return List.of();
        }
        int revision = state.draft().revision() + 1;
        List<StandardEvent> events = new ArrayList<>();
        events.add(new DraftEvent.DraftChanged(revision, changes, undoing, circumstances.by(), circumstances.now()));
        if (state.stage() == Stage.SUBMITTED) {
            complete(after);
            ApprovalRules.ofItsClass(after, state, circumstances.policy());
            events.add(new BallotEvent.VotesInvalidated(
                    revision, state.approval().votes().size(), circumstances.by(), circumstances.now()));
            List<Integer> closed = closed(state);
            if (!closed.isEmpty()) {
                events.add(new ConditionEvent.ConditionsUnsettled(
                        revision, closed, circumstances.by(), circumstances.now()));
            }
        }
        return List.copyOf(events);
    }

    private static List<Integer> closed(StandardState state) {
        return state.conditions().stream()
                .filter(Condition::closed)
                .map(Condition::number)
                .toList();
    }

    static void complete(Content content) {
        List<Problem> missing = Completeness.missing(content);
        if (!missing.isEmpty()) {
            throw new CommandRefused(Refusal.DRAFT_INCOMPLETE, missing);
        }
    }

    private DraftRules() {}
}
