package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/** Giving up, ending, coming back. */
public sealed interface EndOfLifeCommand extends StandardCommand {

    /** Gives up work that is under way: on the standard, or on its next version only where one is in force. */
    record Withdraw(@Nullable String reason) implements EndOfLifeCommand {}
}
