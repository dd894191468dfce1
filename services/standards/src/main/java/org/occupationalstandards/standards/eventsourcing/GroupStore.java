package org.occupationalstandards.standards.eventsourcing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.occupationalstandards.standards.groups.GroupCommand;
import org.occupationalstandards.standards.groups.GroupEvent;
import org.occupationalstandards.standards.groups.GroupRules;
import org.occupationalstandards.standards.groups.GroupState;
import org.occupationalstandards.standards.groups.MemberEmployer;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.EmployerGroup;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;

/** Where employer groups are kept, each under its id. */
public class GroupStore extends Store<GroupCommand, GroupEvent, GroupState> {

    private final EmployerStore employers;
    private final LifecyclePolicy policy;
    private final Clock clock;

    GroupStore(
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            Recent recent,
            EmployerStore employers,
            LifecyclePolicy policy,
            Clock clock) {
        super(Kind.GROUP, commands, events, answered, recent);
        this.employers = employers;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    void admit(GroupCommand command, Caller caller, GroupState state) {
        GroupRules.admit(command, state, circumstances(caller));
    }

    @Override
    List<GroupEvent> decide(GroupCommand command, Caller caller, GroupState state) {
        return GroupRules.decide(command, state, circumstances(caller), this::member);
    }

    /** In which this caller acts now. */
    public Circumstances circumstances(Caller caller) {
        return new Circumstances(caller, clock.instant(), policy);
    }

    /** That group as decisions on its standards see it, where it is registered. */
    public Optional<EmployerGroup> registered(UUID group) {
        return load(group.toString()).map(known -> known.state().asOwner());
    }

    /** Those of the groups that are registered. */
    public Map<UUID, EmployerGroup> registered(Collection<UUID> ids) {
        Map<UUID, EmployerGroup> registered = new HashMap<>();
        ids.forEach(id -> registered(id).ifPresent(group -> registered.put(id, group)));
        return registered;
    }

    /** The same as they were known at that instant. */
    public Map<UUID, EmployerGroup> registeredAsOf(Collection<UUID> ids, Instant instant) {
        Map<UUID, EmployerGroup> registered = new HashMap<>();
        ids.forEach(id -> asOf(id.toString(), instant)
                .ifPresent(known -> registered.put(id, known.state().asOwner())));
        return registered;
    }

    private Optional<MemberEmployer> member(UUID employer) {
        return employers
                .load(employer.toString())
                .map(known -> new MemberEmployer(
                        employer, known.state().name(), known.state().size(), true));
    }
}
