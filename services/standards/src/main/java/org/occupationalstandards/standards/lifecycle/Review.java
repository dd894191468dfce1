package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a challenge.
 *
 * @param of the decision that was challenged
 * @param grounds of the challenge
 * @param upheld whether the challenge was found right
 * @param by opaque id of who decided on it
 * @param role in what capacity; nothing where it was decided before that was recorded
 */
public record Review(
        Decision.Kind of,
        @Nullable String grounds,
        boolean upheld,
        List<String> reasons,
        String by,
        @Nullable Role role,
        Instant at) {
    public Review {
        reasons = List.copyOf(reasons);
    }
}
