package org.occupationalstandards.standards.eventsourcing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.eventsourcing.AnsweredRequests.Answer;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Fact;
import org.occupationalstandards.standards.lifecycle.Objections;
import org.springframework.dao.DuplicateKeyException;

/**
 * Where one kind of thing is kept: takes commands, and tells what is and what was.
 *
 * @param <C> its commands
 * @param <E> its events
 * @param <S> what they add up to
 */
public abstract class Store<C, E extends Fact, S> {

    /** How often a command is decided anew because another instance was quicker. */
    private static final int ATTEMPTS = 5;

    private final Kind<?, E, S> kind;
    private final CommandBus commands;
    private final EventStore events;
    private final AnsweredRequests answered;
    private final Cache recent;
    private final Cache states;
    private final Timer loads;

    /** @param recent what the kind's repository remembers */
    Store(
            Kind<?, E, S> kind,
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            Recent recent,
            MeterRegistry meters) {
        this.kind = kind;
        this.commands = commands;
        this.events = events;
        this.answered = answered;
        this.recent = recent;
        this.states = new Recent(recent.capacity());
        this.loads = Timer.builder("standards.store.load")
                .description(
                        "Reading one thing from the store that was not in memory: its snapshot and the events after it")
                .tag("kind", kind.type())
                .register(meters);
    }

    /** What the events have in common. */
    public Class<E> facts() {
        return kind.facts();
    }

    /** Refuses whom a command is not open to, by role and reach, whatever else stands against it. */
    abstract void admit(C command, Caller caller, S state);

    /** What follows from a command, or a refusal. */
    abstract List<E> decide(C command, Caller caller, S state);

    /**
     * Carries out a command. When this returns, its events are stored for good.
     *
     * @throws CommandRefused where the rulebook says no
     * @throws StaleSequence where it is no longer what the caller expects
     * @throws KeyUsedOtherwise where the idempotency key belongs to another request
     */
    public Outcome<E> handle(Instruction<C> instruction) {
        Objections.ownId(instruction.caller());
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
                if (!remembered || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    /**
     * What the same request led to before, where it came before.
     *
     * @throws KeyUsedOtherwise where the key named another request
     */
    public Optional<Outcome<E>> answered(Caller caller, @Nullable Once once) {
        return once == null
                ? Optional.empty()
                : answered.find(caller.id(), once).map(this::earlier);
    }

    /**
     * Finds out whether something new could begin with a command, and leaves everything as it is.
     *
     * @throws CommandRefused where the rulebook says no
     */
    public void tryOut(C command, Caller caller) {
        decide(command, caller, kind.none());
    }

    /** As it is now. */
    public Optional<StateAt<S>> load(String reference) {
        var last = lastSequence(reference);
        if (last == 0) {
            return Optional.empty();
        }
        StateAt<S> known = states.get(reference);
        if (known == null || known.sequence() != last) {
            known = Objects.requireNonNull(loads.record(() -> read(reference)));
            states.put(reference, known);
        }
        return Optional.of(known);
    }

    /**
     * What these events are about as it was lately: each no further back than the last of its events here. Follows from the
     * events themselves and from what this instance remembers wherever that is enough; only for the rest the database is asked.
     *
     * @return by reference, in the order in which the events name them
     */
    public Map<String, StateAt<S>> lately(List<Recorded<E>> events) {
        var lately = new LinkedHashMap<String, StateAt<S>>();
        for (var event : events) {
            var before = lately.getOrDefault(event.reference(), beforeAll(event.reference()));
            if (before.sequence() < event.sequence()) {
                lately.put(event.reference(), lately(before, event));
            }
        }
        return lately;
    }

    private StateAt<S> lately(StateAt<S> before, Recorded<E> event) {
        StateAt<S> known = states.get(event.reference());
        if (known != null && known.sequence() >= event.sequence()) {
            return known;
        }
        return before.sequence() == event.sequence() - 1
                ? after(before, event)
                : load(event.reference()).orElseThrow();
    }

    /** Everything that was stored under the reference, from the first event on; empty where there is nothing. */
    public List<Recorded<E>> history(String reference) {
        return history(reference, 0);
    }

    /** Everything that was stored under the reference after its event of that sequence. */
    public List<Recorded<E>> history(String reference, long after) {
        return events.readEvents(reference, after)
                .asStream()
                .map(this::recorded)
                .toList();
    }

    /** As it was known at that instant. */
    public Optional<StateAt<S>> asOf(String reference, Instant instant) {
        return fold(reference, event -> !event.recordedAt().isAfter(instant));
    }

    /** After its event of that sequence. */
    public StateAt<S> at(String reference, long sequence) {
        return sequence == 0
                ? beforeAll(reference)
                : fold(reference, event -> event.sequence() <= sequence).orElseGet(() -> beforeAll(reference));
    }

    private Optional<StateAt<S>> fold(String reference, Predicate<Recorded<E>> wanted) {
        var known = beforeAll(reference);
        for (var event : history(reference)) {
            if (!wanted.test(event)) {
                break;
            }
            known = after(known, event);
        }
        return known.sequence() == 0 ? Optional.empty() : Optional.of(known);
    }

    private StateAt<S> beforeAll(String reference) {
        return new StateAt<>(reference, 0, kind.none());
    }

    private StateAt<S> after(StateAt<S> known, Recorded<E> next) {
        return known.after(next, kind.after().apply(known.state(), next.event()));
    }

    /** From the latest snapshot on. */
    private StateAt<S> read(String reference) {
        var known = beforeAll(reference);
        var stream = events.readEvents(reference);
        while (stream.hasNext()) {
            var next = stream.next();
            known = kind.aggregate().isInstance(next.getPayload())
                    ? new StateAt<>(reference, next.getSequenceNumber() + 1, state(next.getPayload()))
                    : after(known, recorded(next));
        }
        return known;
    }

    private S state(Object snapshot) {
        return Objects.requireNonNull(kind.aggregate().cast(snapshot)).state();
    }

    private Recorded<E> recorded(DomainEventMessage<?> message) {
        return RecordedEvents.of(message, kind.facts());
    }

    private Object dispatch(Instruction<C> instruction) {
        var callback = new FutureCallback<Object, Object>();
        commands.dispatch(message(instruction), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private CommandMessage<Object> message(Instruction<C> instruction) {
        var metaData = new HashMap<String, Object>();
        metaData.put(CommandMetaData.ACTOR, instruction.caller().id());
        metaData.put(CommandMetaData.COMMAND, nameOf(instruction.command()));
        metaData.put(CommandMetaData.INSTRUCTION, instruction);
        if (instruction.traceparent() != null) {
            metaData.put(CommandMetaData.TRACEPARENT, instruction.traceparent());
        }
        return new GenericCommandMessage<>(new GenericMessage<>(order(instruction), metaData), kind.type());
    }

    /** The name of a command on the wire, which its events keep. */
    abstract String nameOf(C command);

    private Object order(Instruction<C> instruction) {
        return new Order<E, S>(
                kind.facts(),
                instruction.reference(),
                state -> admit(instruction.command(), instruction.caller(), state),
                state -> decide(instruction.command(), instruction.caller(), state),
                !exists(instruction.reference()),
                instruction.expectedSequence());
    }

    @SuppressWarnings("unchecked")
    private Outcome<E> outcome(Instruction<C> instruction, Object result) {
        var reference = instruction.reference();
        return switch (result) {
            case Decision<?, ?> decided -> {
                var decision = (Decision<E, S>) decided;
                states.put(reference, new StateAt<>(reference, decision.after(), decision.state()));
                yield new Outcome<>(reference, decision.after(), decision.events());
            }
            case Answer answer -> earlier(answer);
            default -> throw new IllegalStateException("No answer to a command: " + result);
        };
    }

    private Outcome<E> earlier(Answer answer) {
        return new Outcome<>(
                answer.reference(),
                answer.after(),
                history(answer.reference(), answer.before()).stream()
                        .filter(event -> event.sequence() <= answer.after())
                        .map(Recorded::event)
                        .toList());
    }

    /** The same request may be under way twice; then the second finds what has moved on by the first. */
    private Optional<Answer> answeredMeanwhile(Instruction<C> instruction) {
        var once = instruction.once();
        return once == null
                ? Optional.empty()
                : answered.find(instruction.caller().id(), once);
    }

    boolean exists(String reference) {
        return recent.containsKey(reference) || lastSequence(reference) > 0;
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
