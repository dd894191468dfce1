package org.occupationalstandards.standards.eventsourcing;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Fact;

/** One thing that is kept as a stream of events, to Axon. Decides nothing: the rule that comes with each order does. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
abstract class EventSourced<E extends Fact, S> {

    /** Nothing only until the first stored event says it. */
    @AggregateIdentifier
    private @Nullable String reference;

    private S state;

    EventSourced(@Nullable String reference, S state) {
        this.reference = reference;
        this.state = state;
    }

    /** Carries out the first order on a reference; storing the first event fails where there is one already. */
    Decision<E, S> begin(Order<E, S> order) {
        return decide(order, 0);
    }

    /** What others did meanwhile is told to those alone who may ask for this. */
    Decision<E, S> goOn(Order<E, S> order) {
        // Axon counts from 0.
        long before = AggregateLifecycle.getVersion() + 1;
        var expected = order.expectedSequence();
        if (expected != null && expected != before) {
            order.admission().accept(state);
            throw new StaleSequence(order.facts(), order.reference(), expected, before);
        }
        return decide(order, before);
    }

    private Decision<E, S> decide(Order<E, S> order, long before) {
        List<E> events = order.rule().apply(state);
        events.forEach(AggregateLifecycle::apply);
        return new Decision<>(before, events, state);
    }

    /** Takes the state after an event. */
    void become(String source, S after) {
        reference = source;
        state = after;
    }

    S state() {
        return state;
    }
}
