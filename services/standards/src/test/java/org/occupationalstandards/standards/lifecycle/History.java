package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** A standard with its events: given by commands, then one more command leads to events or to a refusal. */
final class History {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** The day of {@link #START} where the standards are in force. */
    static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final List<StandardEvent> events = new ArrayList<>();
    private final LifecyclePolicy policy;
    private StandardState state = StandardState.none();
    private Instant now = START;

    History() {
        this(LifecyclePolicy.defaults());
    }

    History(LifecyclePolicy policy) {
        this.policy = policy;
    }

    StandardState state() {
        return state;
    }

    List<StandardEvent> events() {
        return List.copyOf(events);
    }

    Instant now() {
        return now;
    }

    Circumstances by(Caller caller) {
        return new Circumstances(caller, now, policy);
    }

    History after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** Gives a command that has to be accepted. */
    History then(Caller caller, StandardCommand command) {
        when(caller, command);
        return this;
    }

    /** Gives a command and answers what it led to. */
    List<StandardEvent> when(Caller caller, StandardCommand command) {
        List<StandardEvent> led = StandardLifecycle.decide(command, state, by(caller));
        for (StandardEvent event : led) {
            state = state.after(event);
            events.add(event);
        }
        return led;
    }

    /** Gives a command that has to be refused for this reason, and leave everything as it was. */
    List<Problem> refused(Refusal refusal, Caller caller, StandardCommand command) {
        StandardState before = state;
        try {
            when(caller, command);
        } catch (CommandRefused refused) {
            assertThat(refused.refusal()).as(refused.getMessage()).isEqualTo(refusal);
            assertThat(state).isSameAs(before);
            return refused.problems();
        }
        return fail("%s was not refused", command);
    }
}
