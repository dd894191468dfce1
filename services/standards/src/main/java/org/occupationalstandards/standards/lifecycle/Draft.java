package org.occupationalstandards.standards.lifecycle;

import org.occupationalstandards.standards.lifecycle.content.Content;

/**
 * The version that is being written, or was last.
 *
 * @param revision number of this state of the draft, 0 before anything was written, counted on for the life of the
 *     standard: what a consultation, a submission and a vote refer to
 * @param changeClass what the version will be
 */
public record Draft(Content content, int revision, ChangeClass changeClass) {

    static Draft of(Content content) {
        return new Draft(content, 0, ChangeClass.NEW);
    }

    Draft now(Content newContent, int newRevision) {
        return new Draft(newContent, newRevision, changeClass);
    }
}
