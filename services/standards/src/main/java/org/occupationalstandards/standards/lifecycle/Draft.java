package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;

/**
 * The version that is being written, or was last.
 *
 * @param revision number of this state of the draft, 0 before anything was written, counted on for the life of the
 *     standard: what a consultation, a submission and a vote refer to
 * @param changeClass what the version will be
 * @param back the changes that take its last changes back, the latest last
 * @param consulted what it said when it was last opened to comments, nothing where this version was not
 * @param told what everybody has read of the occupation while it has no version: a draft is not for everybody
 */
public record Draft(
        Content content,
        int revision,
        ChangeClass changeClass,
        List<List<Change>> back,
        @Nullable Content consulted,
        Content told) {

    /** How many changes can be taken back, one after the other. */
    static final int MOST_BACK = 20;

    public Draft {
        back = back.stream().map(List::copyOf).toList();
    }

    static Draft of(Content content) {
        return new Draft(content, 0, ChangeClass.NEW, List.of(), null, content);
    }

    /** What was taken over has been written already, elsewhere. */
    static Draft takenOver(Content content) {
        return new Draft(content, 1, ChangeClass.NEW, List.of(), null, content);
    }

    Draft changed(Content newContent, int newRevision) {
        List<List<Change>> known = Evolution.and(back, ContentDiff.between(newContent, content));
        int over = Math.max(0, known.size() - MOST_BACK);
        return new Draft(newContent, newRevision, changeClass, known.subList(over, known.size()), consulted, told);
    }

    /** Says again what it said before its last change; what was before that can be taken back next. */
    Draft undone(Content newContent, int newRevision) {
        return new Draft(
                newContent, newRevision, changeClass, back.subList(0, Math.max(0, back.size() - 1)), consulted, told);
    }

    Draft titled(@Nullable String title) {
        return title == null
                ? this
                : new Draft(content.withTitle(title), revision, changeClass, back, consulted, told.withTitle(title));
    }

    /** The next version begins with what everybody has read in the last one. */
    Draft started(Content from, int newRevision, ChangeClass newClass) {
        return new Draft(from, newRevision, newClass, List.of(), null, from);
    }

    /** The same again, as a first version. */
    Draft anew() {
        return new Draft(content, revision + 1, ChangeClass.NEW, List.of(), null, told);
    }

    Draft classed(ChangeClass newClass) {
        return new Draft(content, revision, newClass, back, consulted, told);
    }

    Draft openedToComments() {
        return new Draft(content, revision, changeClass, back, content, told);
    }

    /** What it said before its last change, where that can be taken back. */
    public @Nullable Content previous() {
        return back.isEmpty() ? null : ContentDiff.apply(back.getLast(), content);
    }

    /** How it differs from what was open to comments; nothing where this version was not. */
    public List<Change> changesSinceConsultation() {
        return consulted == null ? List.of() : ContentDiff.between(consulted, content);
    }
}
