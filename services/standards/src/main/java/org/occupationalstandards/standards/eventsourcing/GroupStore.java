package org.occupationalstandards.standards.eventsourcing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.occupationalstandards.standards.employers.SameEmployers;
import org.occupationalstandards.standards.groups.GroupCommand;
import org.occupationalstandards.standards.groups.GroupCommandName;
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
            MeterRegistry meters,
            EmployerStore employers,
            LifecyclePolicy policy,
            Clock clock) {
        super(Kind.GROUP, commands, events, answered, recent, meters);
        this.employers = employers;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    String nameOf(GroupCommand command) {
        return GroupCommandName.of(command).wireName();
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
        return Optional.ofNullable(registered(List.of(group)).get(group));
    }

    /** Those of the groups that are registered. */
    public Map<UUID, EmployerGroup> registered(Collection<UUID> ids) {
        return owners(states(ids, this::load), employers -> this.employers.same());
    }

    /** The same as they were known at that instant. */
    public Map<UUID, EmployerGroup> registeredAsOf(Collection<UUID> ids, Instant instant) {
        return owners(states(ids, id -> asOf(id, instant)), employers -> this.employers.sameAsOf(employers, instant));
    }

    /** A group with every employer in it once. */
    public GroupState counted(GroupState group) {
        return group.counting(employers.same());
    }

    private static List<GroupState> states(
            Collection<UUID> ids, Function<String, Optional<StateAt<GroupState>>> known) {
        return ids.stream()
                .map(id -> known.apply(id.toString()))
                .flatMap(Optional::stream)
                .map(StateAt::state)
                .toList();
    }

    private static Map<UUID, EmployerGroup> owners(
            List<GroupState> groups, Function<Set<UUID>, SameEmployers> mergers) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        var same = mergers.apply(
                groups.stream().flatMap(group -> group.employerIds().stream()).collect(Collectors.toUnmodifiableSet()));
        return groups.stream()
                .map(group -> group.asOwner(same))
                .collect(Collectors.toUnmodifiableMap(EmployerGroup::id, Function.identity()));
    }

    private Optional<MemberEmployer> member(UUID employer) {
        var standing = employers.same().standingFor(employer);
        return employers
                .load(standing.toString())
                .map(known -> new MemberEmployer(
                        standing, known.state().name(), known.state().size(), true));
    }
}
