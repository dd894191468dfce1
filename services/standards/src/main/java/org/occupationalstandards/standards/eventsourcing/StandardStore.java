package org.occupationalstandards.standards.eventsourcing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.EmployerGroup;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.StandardCommand;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardLifecycle;
import org.occupationalstandards.standards.lifecycle.StandardState;

/** Where standards are kept. */
public class StandardStore extends Store<StandardCommand, StandardEvent, StandardState> {

    private final GroupStore groups;
    private final LifecyclePolicy policy;
    private final Clock clock;

    StandardStore(
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            Recent recent,
            GroupStore groups,
            LifecyclePolicy policy,
            Clock clock) {
        super(Kind.STANDARD, commands, events, answered, recent);
        this.groups = groups;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    void admit(StandardCommand command, Caller caller, StandardState state) {
        StandardLifecycle.admit(command, state, circumstances(caller, state));
    }

    @Override
    List<StandardEvent> decide(StandardCommand command, Caller caller, StandardState state) {
        return StandardLifecycle.decide(command, state, circumstances(caller, state));
    }

    /** In which this caller acts on that standard now: with its employer group, and those that the caller acts for. */
    public Circumstances circumstances(Caller caller, StandardState state) {
        return circumstances(caller, state, clock.instant());
    }

    /** The same at another time, as for a state of the past: what was due or open then. Groups are as they are now. */
    public Circumstances circumstances(Caller caller, StandardState state, Instant now) {
        return Circumstances.of(caller, now, policy, state.owner(), groups(caller, state), this::exists);
    }

    /** The group that a standard belongs to, where it is registered. */
    public Optional<EmployerGroup> owner(StandardState state) {
        return state.owner() == null ? Optional.empty() : groups.registered(state.owner());
    }

    private Map<UUID, EmployerGroup> groups(Caller caller, StandardState state) {
        Set<UUID> concerned = new HashSet<>(caller.groups());
        if (state.owner() != null) {
            concerned.add(state.owner());
        }
        return groups.registered(concerned);
    }
}
