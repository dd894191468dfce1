package org.occupationalstandards.standards.lifecycle;

import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;

/** What events about the draft make of a standard. */
final class DraftEffects {

    static StandardState after(StandardState state, DraftEvent event) {
        return switch (event) {
            case DraftEvent.DraftChanged changed -> {
                Content content =
                        ContentDiff.apply(changed.changes(), state.draft().content());
                yield state.next()
                        .draft(
                                changed.undoing() == null
                                        ? state.draft().changed(content, changed.revision())
                                        : state.draft().undone(content, changed.revision()))
                        .done();
            }
        };
    }

    private DraftEffects() {}
}
