package org.occupationalstandards.standards.eventsourcing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.employers.EmployerState;

/** One employer of the register. */
@AggregateRoot(type = EmployerAggregate.TYPE)
class EmployerAggregate extends EventSourced<EmployerEvent, EmployerState> {

    /** The kind of stream in storage. */
    static final String TYPE = "employer";

    /** Before the first event. */
    EmployerAggregate() {
        this(null, EmployerState.none());
    }

    /** As a snapshot says. */
    @JsonCreator
    EmployerAggregate(
            @JsonProperty("reference") @Nullable String reference, @JsonProperty("state") EmployerState state) {
        super(reference, state);
    }

    @EventSourcingHandler
    void on(EmployerEvent event, @SourceId String source) {
        become(source, state().after(event));
    }
}
