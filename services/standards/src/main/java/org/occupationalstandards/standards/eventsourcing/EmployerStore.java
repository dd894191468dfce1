package org.occupationalstandards.standards.eventsourcing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.occupationalstandards.standards.employers.EmployerCommand;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.employers.EmployerRules;
import org.occupationalstandards.standards.employers.EmployerState;
import org.occupationalstandards.standards.employers.KnownEmployers;
import org.occupationalstandards.standards.employers.SameEmployers;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;

/** Where the employers of the register are kept, each under its id. */
public class EmployerStore extends Store<EmployerCommand, EmployerEvent, EmployerState> {

    private final KnownEmployers known;
    private final EmployerMergers mergers;
    private final LifecyclePolicy policy;
    private final Clock clock;

    EmployerStore(
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            Recent recent,
            MeterRegistry meters,
            KnownEmployers known,
            EmployerMergers mergers,
            LifecyclePolicy policy,
            Clock clock) {
        super(Kind.EMPLOYER, commands, events, answered, recent, meters);
        this.known = known;
        this.mergers = mergers;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    String nameOf(EmployerCommand command) {
        return switch (command) {
            case EmployerCommand.RegisterEmployer register -> "register";
            case EmployerCommand.CorrectEmployer correct -> "correct";
            case EmployerCommand.MergeEmployer merge -> "merge";
            case EmployerCommand.SeparateEmployer separate -> "separate";
            case EmployerCommand.TakeInEmployer takeIn -> "take-in";
            case EmployerCommand.LetGoEmployer letGo -> "let-go";
        };
    }

    @Override
    void admit(EmployerCommand command, Caller caller, EmployerState state) {
        EmployerRules.admit(command, caller);
    }

    @Override
    List<EmployerEvent> decide(EmployerCommand command, Caller caller, EmployerState state) {
        return EmployerRules.decide(
                command, state, new Circumstances(caller, clock.instant(), policy), known, this::entry);
    }

    private EmployerState entry(UUID id) {
        return load(id.toString()).map(StateAt::state).orElseGet(EmployerState::none);
    }

    /** Which entries are the same employer now. */
    public SameEmployers same() {
        return mergers.now();
    }

    /** Which of those entries, and of those that they lead to, were known to be the same employer at that instant. */
    public SameEmployers sameAsOf(Collection<UUID> employers, Instant instant) {
        Map<UUID, UUID> into = new HashMap<>();
        Deque<UUID> open = new ArrayDeque<>(employers);
        Set<UUID> seen = new HashSet<>();
        while (!open.isEmpty()) {
            UUID id = open.remove();
            if (seen.add(id)) {
                asOf(id.toString(), instant).map(StateAt::state).ifPresent(state -> {
                    if (state.mergedInto() != null) {
                        into.put(id, state.mergedInto());
                        open.add(state.mergedInto());
                    }
                    open.addAll(state.takenIn());
                });
            }
        }
        return new SameEmployers(into);
    }
}
