package org.occupationalstandards.standards.eventsourcing;

import java.util.List;

/**
 * Somebody who is told of every stored event: in order per standard, none left out, by one instance of the service at a
 * time. Each bean of this type is followed up from the first event on.
 */
public interface Follower {

    /** Under this name the place in the stream is kept. */
    String name();

    /**
     * Takes the next events inside the transaction that keeps the new place: both are kept, or neither. After an
     * exception the same events come again.
     */
    void take(List<Recorded> events);

    /** What was taken last is committed. */
    default void kept() {}
}
