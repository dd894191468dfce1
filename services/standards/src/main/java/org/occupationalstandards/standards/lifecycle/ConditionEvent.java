package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to the conditions under which something was agreed. */
public sealed interface ConditionEvent extends StandardEvent {

    /** The group has shown how the condition is met. */
    record ConditionEvidenced(int condition, String evidence, String by, Instant at) implements ConditionEvent {}

    /** The condition is met. */
    record ConditionClosed(int condition, @Nullable String note, String by, Instant at) implements ConditionEvent {}

    /** The condition is open again, and its evidence counts no more. */
    record ConditionReopened(int condition, String reason, String by, Instant at) implements ConditionEvent {}

    /** The draft was changed to this revision; conditions closed before have to be looked at again. */
    record ConditionsUnsettled(int revision, List<Integer> conditions, String by, Instant at)
            implements ConditionEvent {}
}
