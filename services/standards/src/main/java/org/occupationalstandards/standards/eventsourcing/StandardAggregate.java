package org.occupationalstandards.standards.eventsourcing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;

/** One standard. */
@AggregateRoot(type = StandardAggregate.TYPE)
class StandardAggregate extends EventSourced<StandardEvent, StandardState> {

    /** The kind of stream in storage. */
    static final String TYPE = "standard";

    /** Before the first event. */
    StandardAggregate() {
        this(null, StandardState.none());
    }

    /** As a snapshot says. */
    @JsonCreator
    StandardAggregate(
            @JsonProperty("reference") @Nullable String reference, @JsonProperty("state") StandardState state) {
        super(reference, state);
    }

    @EventSourcingHandler
    void on(StandardEvent event, @SourceId String source) {
        become(source, state().after(event));
    }
}
