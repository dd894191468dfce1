package org.occupationalstandards.standards.eventsourcing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.groups.GroupEvent;
import org.occupationalstandards.standards.groups.GroupState;

/** One employer group. */
@AggregateRoot(type = GroupAggregate.TYPE)
class GroupAggregate extends EventSourced<GroupEvent, GroupState> {

    /** The kind of stream in storage. */
    static final String TYPE = "employer-group";

    /** Before the first event. */
    GroupAggregate() {
        this(null, GroupState.none());
    }

    /** As a snapshot says. */
    @JsonCreator
    GroupAggregate(@JsonProperty("reference") @Nullable String reference, @JsonProperty("state") GroupState state) {
        super(reference, state);
    }

    @EventSourcingHandler
    void on(GroupEvent event, @SourceId String source) {
        become(source, state().after(event));
    }
}
