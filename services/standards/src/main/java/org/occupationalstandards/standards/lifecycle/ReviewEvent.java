package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a decision that was challenged or taken back. */
public sealed interface ReviewEvent extends StandardEvent {

    /** The last decision was challenged on grounds of process. */
    record ReviewRequested(String grounds, String by, Instant at) implements ReviewEvent {}

    /**
     * People who took no part in the decision have found the challenge right, or not.
     *
     * @param role in what capacity it was decided; nothing in what was stored before that was asked
     */
    record ReviewDecided(
            boolean upheld, List<String> reasons, @Nullable Role role, String by, Instant at) implements ReviewEvent {}

    /**
     * The standard is where it was before the last decision.
     *
     * @param anew whether votes and recommendations have to be given again
     * @param decisionExpectedBy when a decision is expected now, where one is
     */
    record DecisionReopened(
            String reason, boolean anew, @Nullable Instant decisionExpectedBy, String by, Instant at)
            implements ReviewEvent {}
}
