package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Something that has to be met before what was agreed takes effect.
 *
 * @param number counted from 1
 * @param evidence how it is met, as the group says
 */
public record Condition(int number, String text, @Nullable String evidence, boolean closed) {

    Condition evidenced(@Nullable String newEvidence) {
        return new Condition(number, text, newEvidence, false);
    }

    Condition closed(boolean nowClosed) {
        return new Condition(number, text, evidence, nowClosed);
    }
}
