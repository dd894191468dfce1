package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;

/**
 * The version that is being written, or was last.
 *
 * @param revision number of this state of the draft, 0 before anything was written, counted on for the life of the
 *     standard: what a consultation, a submission and a vote refer to
 * @param changeClass what the version will be
 * @param previous what it said before its last change, where that can be taken back
 */
public record Draft(
        Content content,
        int revision,
        ChangeClass changeClass,
        @Nullable Content previous) {

    static Draft of(Content content) {
        return new Draft(content, 0, ChangeClass.NEW, null);
    }

    /** What was taken over has been written already, elsewhere. */
    static Draft takenOver(Content content) {
        return new Draft(content, 1, ChangeClass.NEW, null);
    }

    Draft changed(Content newContent, int newRevision) {
        return new Draft(newContent, newRevision, changeClass, content);
    }

    Draft started(Content from, int newRevision, ChangeClass newClass) {
        return new Draft(from, newRevision, newClass, null);
    }

    Draft classed(ChangeClass newClass) {
        return new Draft(content, revision, newClass, previous);
    }
}
