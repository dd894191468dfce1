package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import org.occupationalstandards.standards.lifecycle.Fact;

/** The events that an order led to, the sequence before and the state after them. */
record Decision<E extends Fact, S>(long before, List<E> events, S state) {
    Decision {
        events = List.copyOf(events);
    }

    long after() {
        return before + events.size();
    }
}
