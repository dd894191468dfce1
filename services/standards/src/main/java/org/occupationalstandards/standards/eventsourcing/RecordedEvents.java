package org.occupationalstandards.standards.eventsourcing;

import org.axonframework.eventhandling.DomainEventMessage;
import org.occupationalstandards.standards.lifecycle.StandardEvent;

/** Reads Axon's messages. */
final class RecordedEvents {

    static Recorded of(DomainEventMessage<?> message) {
        var metaData = message.getMetaData();
        return new Recorded(
                message.getIdentifier(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber() + 1,
                message.getTimestamp(),
                (String) metaData.get(CommandMetaData.TRACEPARENT),
                (StandardEvent) message.getPayload());
    }

    private RecordedEvents() {}
}
