package org.occupationalstandards.standards.eventsourcing;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Caller;

/**
 * A command with what surrounds it.
 *
 * @param expectedSequence the state that the caller saw; nothing where any state will do
 * @param once names the request, so that a repetition is answered and not carried out again
 * @param traceparent W3C trace context of the request, where there is one
 */
public record Instruction<C>(
        String reference,
        C command,
        Caller caller,
        @Nullable Long expectedSequence,
        @Nullable Once once,
        @Nullable String traceparent) {

    /** A command on whatever state there is. */
    public static <C> Instruction<C> of(String reference, C command, Caller caller) {
        return new Instruction<>(reference, command, caller, null, null, null);
    }
}
