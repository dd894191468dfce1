package org.occupationalstandards.standards.eventsourcing;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.StandardCommand;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardLifecycle;
import org.occupationalstandards.standards.lifecycle.StandardState;

/** One standard to Axon. Decides nothing: the rulebook does. */
@AggregateRoot(type = StandardAggregate.TYPE)
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
class StandardAggregate {

    /** The kind of stream in storage. */
    static final String TYPE = "standard";

    /** Nothing only until the first stored event says it. */
    @AggregateIdentifier
    private @Nullable String reference;

    private StandardState state;

    /** Before the first event. */
    StandardAggregate() {
        this(null, StandardState.none());
    }

    static StandardAggregate at(@Nullable Object reference) {
        return new StandardAggregate((String) reference, StandardState.none());
    }

    /** As a snapshot says. */
    @JsonCreator
    StandardAggregate(
            @JsonProperty("reference") @Nullable String reference, @JsonProperty("state") StandardState state) {
        this.reference = reference;
        this.state = state;
    }

    /** Carries out the first command on a reference; storing the first event fails where there is one already. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Decision create(Creation creation) {
        return decide(creation.command(), creation.circumstances(), 0);
    }

    @CommandHandler
    Decision change(Alteration alteration) {
        long before = sequence();
        var expected = alteration.expectedSequence();
        if (expected != null && expected != before) {
            throw new StaleSequence(alteration.reference(), expected, before);
        }
        return decide(alteration.command(), alteration.circumstances(), before);
    }

    private Decision decide(StandardCommand command, Circumstances circumstances, long before) {
        var events = StandardLifecycle.decide(command, state, circumstances);
        events.forEach(AggregateLifecycle::apply);
        return new Decision(before, events, state);
    }

    @EventSourcingHandler
    void on(StandardEvent event, @SourceId String source) {
        reference = source;
        state = state.after(event);
    }

    StandardState state() {
        return state;
    }

    /** Axon counts from 0. */
    private static long sequence() {
        return AggregateLifecycle.getVersion() + 1;
    }

    /** A command on a reference that has no event yet. */
    record Creation(
            @TargetAggregateIdentifier String reference, StandardCommand command, Circumstances circumstances) {}

    /** A command on a standard that exists. */
    record Alteration(
            @TargetAggregateIdentifier String reference,
            StandardCommand command,
            Circumstances circumstances,
            @Nullable Long expectedSequence) {}

    /** The events that a command led to, the sequence before and the state after them. */
    record Decision(long before, List<StandardEvent> events, StandardState state) {
        Decision {
            events = List.copyOf(events);
        }

        long after() {
            return before + events.size();
        }
    }
}
