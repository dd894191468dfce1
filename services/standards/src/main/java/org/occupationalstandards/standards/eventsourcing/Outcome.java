package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import org.occupationalstandards.standards.lifecycle.StandardEvent;

/**
 * What a command led to.
 *
 * @param sequence of the standard's last event when the command was done
 * @param events that the command led to; none where nothing changed
 */
public record Outcome(String reference, long sequence, List<StandardEvent> events) {
    public Outcome {
        events = List.copyOf(events);
    }
}
