package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The consultation on the draft: the one that is open, or the last.
 *
 * @param revision of the draft that was open to comments, 0 when there has been none for this version
 * @param closesAt when it ends
 * @param zone name of the time zone in which that time is told
 * @param done whether it is over
 */
public record Consultation(
        int revision, @Nullable Instant closesAt, @Nullable String zone, boolean done) {

    static Consultation none() {
        return new Consultation(0, null, null, false);
    }

    Consultation closed() {
        return new Consultation(revision, closesAt, zone, true);
    }
}
