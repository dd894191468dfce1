package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.employers.EmployerState;
import org.occupationalstandards.standards.groups.GroupEvent;
import org.occupationalstandards.standards.groups.GroupState;
import org.occupationalstandards.standards.lifecycle.Fact;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;

/**
 * A kind of thing that is kept as streams of events.
 *
 * @param type its name in storage, for ever
 * @param facts what its events have in common
 * @param states what they add up to
 * @param none before the first event
 * @param after the state after one more event
 * @param aggregate what it is to Axon
 * @param at one under a reference, in a state
 */
record Kind<A extends EventSourced<E, S>, E extends Fact, S>(
        String type,
        Class<E> facts,
        Class<S> states,
        S none,
        BiFunction<S, E, S> after,
        Class<A> aggregate,
        BiFunction<@Nullable String, S, A> at) {

    static final Kind<StandardAggregate, StandardEvent, StandardState> STANDARD = new Kind<>(
            StandardAggregate.TYPE,
            StandardEvent.class,
            StandardState.class,
            StandardState.none(),
            StandardState::after,
            StandardAggregate.class,
            StandardAggregate::new);

    static final Kind<GroupAggregate, GroupEvent, GroupState> GROUP = new Kind<>(
            GroupAggregate.TYPE,
            GroupEvent.class,
            GroupState.class,
            GroupState.none(),
            GroupState::after,
            GroupAggregate.class,
            GroupAggregate::new);

    static final Kind<EmployerAggregate, EmployerEvent, EmployerState> EMPLOYER = new Kind<>(
            EmployerAggregate.TYPE,
            EmployerEvent.class,
            EmployerState.class,
            EmployerState.none(),
            EmployerState::after,
            EmployerAggregate.class,
            EmployerAggregate::new);

    static final List<Kind<?, ?, ?>> ALL = List.of(STANDARD, GROUP, EMPLOYER);

    static Kind<?, ?, ?> ofFacts(Class<?> facts) {
        return ALL.stream()
                .filter(kind -> kind.facts() == facts)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is kept as " + facts));
    }

    static Optional<Kind<?, ?, ?>> ofAggregate(Class<?> aggregate) {
        return ALL.stream().filter(kind -> kind.aggregate() == aggregate).findFirst();
    }

    /** The name of its snapshots. */
    String snapshot() {
        return type + "-state";
    }
}
