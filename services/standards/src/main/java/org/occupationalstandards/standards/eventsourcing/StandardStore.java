package org.occupationalstandards.standards.eventsourcing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.occupationalstandards.standards.eventsourcing.AnsweredRequests.Answer;
import org.occupationalstandards.standards.eventsourcing.StandardAggregate.Alteration;
import org.occupationalstandards.standards.eventsourcing.StandardAggregate.Creation;
import org.occupationalstandards.standards.eventsourcing.StandardAggregate.Decision;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.springframework.dao.DuplicateKeyException;

/** Where standards are kept: takes commands, and tells what is and what was. */
public class StandardStore {

    /** How often a command is decided anew because another instance was quicker. */
    private static final int ATTEMPTS = 5;

    private final CommandBus commands;
    private final EventStore events;
    private final Cache recent;
    private final Cache states;
    private final AnsweredRequests answered;
    private final LifecyclePolicy policy;
    private final Clock clock;

    StandardStore(
            CommandBus commands,
            EventStore events,
            Cache recent,
            Cache states,
            AnsweredRequests answered,
            LifecyclePolicy policy,
            Clock clock) {
        this.commands = commands;
        this.events = events;
        this.recent = recent;
        this.states = states;
        this.answered = answered;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Carries out a command. When this returns, its events are stored for good.
     *
     * @throws CommandRefused where the rulebook says no
     * @throws StaleSequence where the standard is no longer what the caller expects
     * @throws KeyUsedOtherwise where the idempotency key belongs to another request
     */
    public Outcome handle(Instruction instruction) {
        for (int attempt = 1; ; attempt++) {
            boolean remembered = recent.containsKey(instruction.reference());
            try {
                return outcome(instruction, dispatch(instruction));
            } catch (ConcurrencyException
                    | AggregateStreamCreationException
                    | DuplicateKeyException anotherWasQuicker) {
                if (attempt == ATTEMPTS) {
                    throw anotherWasQuicker;
                }
            } catch (CommandRefused | StaleSequence refused) {
                var answer = answeredMeanwhile(instruction);
                if (answer.isPresent()) {
                    return outcome(instruction, answer.get());
                }
                // What this instance remembers may be old where another writes, too; the refusal made it forget.
                if (!remembered || attempt == ATTEMPTS || !movedOn(instruction.reference())) {
                    throw refused;
                }
            }
        }
    }

    /** The standard as it is now. */
    public Optional<StandardAt> load(String reference) {
        var last = lastSequence(reference);
        if (last == 0) {
            return Optional.empty();
        }
        StandardAt known = states.get(reference);
        if (known == null || known.sequence() != last) {
            known = read(reference);
            states.put(reference, known);
        }
        return Optional.of(known);
    }

    /** Everything that was stored of the standard, from the first event on; empty where there is no such standard. */
    public List<Recorded> history(String reference) {
        return stream(reference).toList();
    }

    /** The standard as it was known at that instant. */
    public Optional<StandardAt> asOf(String reference, Instant instant) {
        return fold(reference, event -> !event.recordedAt().isAfter(instant));
    }

    /** The standard after its event of that sequence. */
    public StandardAt at(String reference, long sequence) {
        return fold(reference, event -> event.sequence() <= sequence).orElseGet(() -> StandardAt.beforeAll(reference));
    }

    private Optional<StandardAt> fold(String reference, Predicate<Recorded> wanted) {
        var standard = StandardAt.beforeAll(reference);
        for (var event : history(reference)) {
            if (!wanted.test(event)) {
                break;
            }
            standard = standard.after(event);
        }
        return standard.sequence() == 0 ? Optional.empty() : Optional.of(standard);
    }

    /** From the latest snapshot on. */
    private StandardAt read(String reference) {
        var standard = StandardAt.beforeAll(reference);
        var stream = events.readEvents(reference);
        while (stream.hasNext()) {
            var next = stream.next();
            standard = next.getPayload() instanceof StandardAggregate snapshot
                    ? new StandardAt(reference, next.getSequenceNumber() + 1, snapshot.state())
                    : standard.after(RecordedEvents.of(next));
        }
        return standard;
    }

    private Stream<Recorded> stream(String reference) {
        return events.readEvents(reference, 0).asStream().map(StandardStore::recorded);
    }

    private static Recorded recorded(DomainEventMessage<?> message) {
        return RecordedEvents.of(message);
    }

    private Object dispatch(Instruction instruction) {
        var callback = new FutureCallback<Object, Object>();
        commands.dispatch(message(instruction), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private CommandMessage<Object> message(Instruction instruction) {
        var metaData = new HashMap<String, Object>();
        metaData.put(CommandMetaData.ACTOR, instruction.caller().id());
        metaData.put(CommandMetaData.INSTRUCTION, instruction);
        if (instruction.traceparent() != null) {
            metaData.put(CommandMetaData.TRACEPARENT, instruction.traceparent());
        }
        return GenericCommandMessage.asCommandMessage(payload(instruction)).withMetaData(metaData);
    }

    private Object payload(Instruction instruction) {
        var circumstances = new Circumstances(instruction.caller(), clock.instant(), policy);
        return exists(instruction.reference())
                ? new Alteration(
                        instruction.reference(), instruction.command(), circumstances, instruction.expectedSequence())
                : new Creation(instruction.reference(), instruction.command(), circumstances);
    }

    private Outcome outcome(Instruction instruction, Object result) {
        var reference = instruction.reference();
        return switch (result) {
            case Decision decision -> {
                states.put(reference, new StandardAt(reference, decision.after(), decision.state()));
                yield new Outcome(reference, decision.after(), decision.events());
            }
            case Answer answer ->
                new Outcome(
                        answer.reference(),
                        answer.after(),
                        stream(answer.reference())
                                .filter(event ->
                                        event.sequence() > answer.before() && event.sequence() <= answer.after())
                                .map(Recorded::event)
                                .toList());
            default -> throw new IllegalStateException("No answer to a command: " + result);
        };
    }

    /** The same request may be under way twice; then the second finds a standard that has moved on by the first. */
    private Optional<Answer> answeredMeanwhile(Instruction instruction) {
        var once = instruction.once();
        return once == null
                ? Optional.empty()
                : answered.find(instruction.caller().id(), once);
    }

    private boolean exists(String reference) {
        return recent.containsKey(reference) || lastSequence(reference) > 0;
    }

    private boolean movedOn(String reference) {
        StandardAt known = states.get(reference);
        return known == null || known.sequence() != lastSequence(reference);
    }

    private long lastSequence(String reference) {
        return events.lastSequenceNumberFor(reference).map(last -> last + 1).orElse(0L);
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("Command failed", failure);
    }
}
