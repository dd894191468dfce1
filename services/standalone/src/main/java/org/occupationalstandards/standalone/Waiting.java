package org.occupationalstandards.standalone;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something is so. */
final class Waiting {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Waiting() {}

    /** What was seen when it was as hoped for; nothing when it never was, or when the system is being stopped. */
    static <T> Optional<T> until(Duration atMost, Supplier<T> look, Predicate<T> hoped) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var seen = look.get();
            if (hoped.test(seen)) {
                return Optional.of(seen);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Optional.empty();
    }
}
