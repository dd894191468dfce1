package org.occupationalstandards.standards.eventsourcing;

import java.time.Duration;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.Fact;

/**
 * Somebody who is told of every stored event of one kind: in order per stream, none left out, by one instance of the service at a
 * time. Each bean of this type is followed up from the first event on.
 */
public interface Follower<E extends Fact> {

    /** Under this name the place in the stream is kept. */
    String name();

    /** What the events have in common: those of standards, of employer groups, or of employers. */
    Class<E> facts();

    /**
     * Takes the next events inside the transaction that keeps the new place: both are kept, or neither. After an
     * exception the same events come again.
     */
    void take(List<Recorded<E>> events);

    /**
     * The shortest time from one transaction to the next while events come one by one. The first one after a rest comes at
     * once.
     */
    default Duration gathering() {
        return Duration.ofMillis(200);
    }

    /** Whether what it makes of the events can be made again; what others have been told cannot be taken back. */
    default boolean repeatable() {
        return false;
    }

    /** Empties what was made of the events, in the transaction that goes back to the first of them. */
    default void forget() {
        throw new IllegalStateException(name() + " cannot begin again");
    }

    /** What was taken last is committed. */
    default void kept() {}
}
