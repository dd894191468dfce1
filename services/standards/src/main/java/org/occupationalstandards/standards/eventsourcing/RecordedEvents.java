package org.occupationalstandards.standards.eventsourcing;

import org.axonframework.eventhandling.DomainEventMessage;
import org.occupationalstandards.standards.lifecycle.Fact;

/** Reads Axon's messages. */
final class RecordedEvents {

    static <E extends Fact> Recorded<E> of(DomainEventMessage<?> message, Class<E> facts) {
        var metaData = message.getMetaData();
        return new Recorded<>(
                message.getIdentifier(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber() + 1,
                message.getTimestamp(),
                (String) metaData.get(CommandMetaData.COMMAND),
                (String) metaData.get(CommandMetaData.TRACEPARENT),
                facts.cast(message.getPayload()));
    }

    private RecordedEvents() {}
}
