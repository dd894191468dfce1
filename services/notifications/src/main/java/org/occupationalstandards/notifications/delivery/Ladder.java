package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait after each failure: longer every time, never exactly alike. */
final class Ladder {

    private final List<Duration> pauses;
    private final double jitter;
    private final Duration longestRetryAfter;
    private final RandomGenerator random;

    Ladder(DeliverySettings settings, RandomGenerator random) {
        this.pauses = List.copyOf(settings.ladder());
        this.jitter = settings.jitter();
        this.longestRetryAfter = settings.longestRetryAfter();
        this.random = random;
    }

    /**
     * The pause before the next attempt; nothing at the end of the ladder.
     *
     * @param failures how many there were before this one
     * @param retryAfter what the receiver asked for: lengthens the pause within bounds, never shortens it
     */
    Optional<Duration> pause(int failures, @Nullable Duration retryAfter) {
        if (failures >= pauses.size()) return Optional.empty();
        var step = pauses.get(failures);
        var pause = step.plusMillis((long) (step.toMillis() * jitter * random.nextDouble()));
        if (retryAfter == null) return Optional.of(pause);
        var asked = retryAfter.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : retryAfter;
        return Optional.of(asked.compareTo(pause) > 0 ? asked : pause);
    }
}
