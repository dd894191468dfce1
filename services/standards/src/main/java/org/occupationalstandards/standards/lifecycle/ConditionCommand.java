package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Meeting the conditions under which something was agreed; a condition is named by its number. */
public sealed interface ConditionCommand extends StandardCommand {

    /** Shows how a condition is met. */
    record EvidenceCondition(
            @Required @Nullable Integer condition,
            @Required @Nullable String evidence) implements ConditionCommand {}

    /** Finds a condition met; when it was the last one, what was agreed takes effect. */
    record CloseCondition(
            @Required @Nullable Integer condition, @Nullable String note) implements ConditionCommand {}

    /** Finds a condition not met after all: its evidence does not convince, or it was closed by mistake. */
    record ReopenCondition(
            @Required @Nullable Integer condition,
            @Required @Nullable String reason) implements ConditionCommand {}
}
