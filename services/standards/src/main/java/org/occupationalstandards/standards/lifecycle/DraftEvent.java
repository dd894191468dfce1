package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;

/** What has happened to the draft. */
public sealed interface DraftEvent extends StandardEvent {

    /**
     * The draft says something else.
     *
     * @param revision number of the draft after the changes, counted on for the life of the standard
     * @param undoing why, where this takes the change before back
     */
    record DraftChanged(
            int revision, List<Change> changes, @Nullable String undoing, String by, Instant at)
            implements DraftEvent {}
}
