package org.occupationalstandards.standards.eventsourcing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.Effective;
import org.occupationalstandards.standards.lifecycle.EmployerGroup;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.ProposalCommand;
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
            MeterRegistry meters,
            GroupStore groups,
            LifecyclePolicy policy,
            Clock clock) {
        super(Kind.STANDARD, commands, events, answered, recent, meters);
        this.groups = groups;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    String nameOf(StandardCommand command) {
        return CommandName.of(command).wireName();
    }

    @Override
    void admit(StandardCommand command, Caller caller, StandardState state) {
        StandardLifecycle.admit(command, state, circumstances(caller, state));
    }

    @Override
    List<StandardEvent> decide(StandardCommand command, Caller caller, StandardState state) {
        var concerned = concerned(caller, state);
        if (command instanceof ProposalCommand.AssignGroup assign && assign.group() != null) {
            concerned.add(assign.group());
        }
        return StandardLifecycle.decide(command, state, circumstances(caller, state, concerned));
    }

    /** In which this caller acts on that standard now: with its employer group, and those that the caller acts for. */
    public Circumstances circumstances(Caller caller, StandardState state) {
        return circumstances(caller, state, concerned(caller, state));
    }

    private Circumstances circumstances(Caller caller, StandardState state, Set<UUID> concerned) {
        return Circumstances.of(
                caller, clock.instant(), policy, state.owner(), groups.registered(concerned), this::exists);
    }

    /** The same at an instant of the past: what was due or open then, and the groups as they were known then. */
    public Circumstances circumstancesAsOf(Caller caller, StandardState state, Instant then) {
        return Circumstances.of(
                caller,
                then,
                policy,
                state.owner(),
                groups.registeredAsOf(concerned(caller, state), then),
                this::exists);
    }

    /** What was in force at that instant by all that is known now, under the number of the last event. */
    public Optional<StateAt<StandardState>> inForceAt(String reference, Instant instant) {
        var history = history(reference);
        return history.isEmpty()
                ? Optional.empty()
                : Effective.at(history.stream().map(Recorded::event).toList(), instant, policy.zone())
                        .map(state -> new StateAt<>(reference, history.getLast().sequence(), state));
    }

    /** The group that a standard belongs to, where it is registered. */
    public Optional<EmployerGroup> owner(StandardState state) {
        return state.owner() == null ? Optional.empty() : groups.registered(state.owner());
    }

    private static Set<UUID> concerned(Caller caller, StandardState state) {
        Set<UUID> concerned = new HashSet<>(caller.groups());
        if (state.owner() != null) {
            concerned.add(state.owner());
        }
        return concerned;
    }
}
