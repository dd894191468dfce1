package org.occupationalstandards.standards.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;

/**
 * A standard as far as it has been published.
 *
 * @param standard after the last event that went in here
 * @param workflowSequence sequence of the last message on the workflow topic, 0 for none
 * @param lastAnnounced the last public announcement, nothing before the first
 */
record CurrentStandard(
        StateAt<StandardState> standard,
        long workflowSequence,
        @Nullable Announced lastAnnounced) {

    /** A public announcement, and the occupation after it. */
    record Announced(long sequence, long position, String eventId, Instant recordedAt, Occupation occupation) {}

    long announcedSequence() {
        return lastAnnounced == null ? 0 : lastAnnounced.sequence();
    }

    @Nullable
    Occupation occupation() {
        return lastAnnounced == null ? null : lastAnnounced.occupation();
    }

    CurrentStandard afterInternal(StateAt<StandardState> after, Recorded<StandardEvent> event) {
        return new CurrentStandard(after, event.sequence(), lastAnnounced);
    }

    CurrentStandard afterPublic(StateAt<StandardState> after, Announced announced) {
        return new CurrentStandard(after, workflowSequence, announced);
    }
}
