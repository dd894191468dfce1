package org.occupationalstandards.standards.eventsourcing;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.occupationalstandards.standards.employers.EmployerCommand;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.employers.EmployerRules;
import org.occupationalstandards.standards.employers.EmployerState;
import org.occupationalstandards.standards.employers.KnownEmployers;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;

/** Where the employers of the register are kept, each under its id. */
public class EmployerStore extends Store<EmployerCommand, EmployerEvent, EmployerState> {

    private final KnownEmployers known;
    private final LifecyclePolicy policy;
    private final Clock clock;

    EmployerStore(
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            Recent recent,
            KnownEmployers known,
            LifecyclePolicy policy,
            Clock clock) {
        super(Kind.EMPLOYER, commands, events, answered, recent);
        this.known = known;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    void admit(EmployerCommand command, Caller caller, EmployerState state) {
        EmployerRules.admit(command, caller);
    }

    @Override
    List<EmployerEvent> decide(EmployerCommand command, Caller caller, EmployerState state) {
        return EmployerRules.decide(command, state, new Circumstances(caller, clock.instant(), policy), known);
    }
}
