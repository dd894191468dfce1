package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.content.Change;

/** What has happened to the draft. */
public sealed interface DraftEvent extends StandardEvent {

    /**
     * The draft says something else.
     *
     * @param revision number of the draft after the changes, counted on for the life of the standard
     */
    record DraftChanged(int revision, List<Change> changes, String by, Instant at) implements DraftEvent {}
}
