package org.occupationalstandards.standards.policy;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.occupationalstandards.standards.eventsourcing.Instruction;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Deadlines;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at a standard and gives the commands that the passing of time asks for. A command that is not due, or was given
 * before, leads to nothing: looking once too often does no harm.
 */
@Component
class WhenDeadlinePassesThenAct {

    private static final Logger LOG = LoggerFactory.getLogger(WhenDeadlinePassesThenAct.class);

    /** Until the next look at a standard that should have changed by this one and did not. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private final StandardStore standards;
    private final LifecyclePolicy policy;
    private final Clock clock;
    private final Counter acted;
    private final Counter failures;

    WhenDeadlinePassesThenAct(StandardStore standards, LifecyclePolicy policy, Clock clock, MeterRegistry meters) {
        this.standards = standards;
        this.policy = policy;
        this.clock = clock;
        this.acted = Counter.builder("standards.deadlines.acted")
                .description("Events that the system recorded because a date had passed")
                .register(meters);
        this.failures = Counter.builder("standards.deadlines.failures")
                .description("Looks at a standard that have to be repeated because they failed")
                .register(meters);
    }

    /** @return what becomes of the look: nothing where the standard has gone on, and has a newer one */
    CompletionHandler<Void> act(Look look) {
        var before = current(look);
        for (var command : Deadlines.due(before.state(), clock.instant(), policy)) {
            try {
                var outcome = standards.handle(Instruction.of(look.reference(), command, Caller.system()));
                acted.increment(outcome.events().size());
            } catch (CommandRefused movedOn) {
                LOG.debug("{} for {} is no longer wanted", command, look.reference(), movedOn);
            }
        }
        var after = current(look);
        var next = Deadlines.next(after.state(), policy);
        if (after.sequence() != look.sequence() || next.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        var again = later(next.get(), clock.instant().plus(AGAIN));
        return (complete, operations) -> operations.reschedule(complete, again);
    }

    /** Tries again, at growing intervals and for ever. */
    void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        failures.increment();
        int earlier = Math.min(complete.getExecution().consecutiveFailures, 20);
        var pause = FIRST_RETRY.multipliedBy(1L << earlier);
        operations.reschedule(
                complete, complete.getTimeDone().plus(pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause));
    }

    private StateAt<StandardState> current(Look look) {
        return standards.load(look.reference()).orElseThrow();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
