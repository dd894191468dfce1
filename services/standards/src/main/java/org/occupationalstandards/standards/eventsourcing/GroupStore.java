package org.occupationalstandards.standards.eventsourcing;

import java.time.Clock;
import java.util.List;
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
    List<GroupEvent> decide(GroupCommand command, Caller caller, GroupState state) {
        return GroupRules.decide(command, state, circumstances(caller), this::registered);
    }

    /** In which this caller acts now. */
    public Circumstances circumstances(Caller caller) {
        return new Circumstances(caller, clock.instant(), policy);
    }

    private Optional<MemberEmployer> registered(UUID employer) {
        return employers
                .load(employer.toString())
                .map(known -> new MemberEmployer(
                        employer, known.state().name(), known.state().size(), true));
    }
}
