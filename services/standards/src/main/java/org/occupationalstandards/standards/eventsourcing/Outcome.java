package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import org.occupationalstandards.standards.lifecycle.Fact;

/**
 * What a command led to.
 *
 * @param sequence of the last event when the command was done
 * @param events that the command led to; none where nothing changed
 */
public record Outcome<E extends Fact>(String reference, long sequence, List<E> events) {
    public Outcome {
        events = List.copyOf(events);
    }
}
