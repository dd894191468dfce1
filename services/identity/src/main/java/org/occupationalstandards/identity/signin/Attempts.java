package org.occupationalstandards.identity.signin;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.occupationalstandards.identity.IdentitySettings;
import org.springframework.stereotype.Component;

/**
 * Counts failed attempts, by address and by name at an address, so that guessing takes for ever and nobody can lock another one out
 * from elsewhere. In this process only: several instances allow several times as many.
 */
@Component
class Attempts {

    /** Enough for all who try at one time; the one unused longest is forgotten first. */
    private static final int REMEMBERED = 50_000;

    private final IdentitySettings.Attempts settings;
    private final TimeMeter time;

    private final Map<String, Bucket> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Attempts(IdentitySettings settings, Clock clock) {
        this.settings = settings.attempts();
        this.time = new ClockMeter(clock);
    }

    /** How long to wait before another attempt; empty when it may be made now. */
    synchronized Optional<Duration> pause(String address, String name) {
        var nanos = Math.max(wait(byAddress(address)), wait(byName(address, name)));
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    synchronized void failed(String address, String name) {
        byAddress(address).tryConsume(1);
        byName(address, name).tryConsume(1);
    }

    private static long wait(Bucket bucket) {
        return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    private Bucket byAddress(String address) {
        return failures.computeIfAbsent(address, key -> bucket(settings.failuresPerAddress()));
    }

    private Bucket byName(String address, String name) {
        return failures.computeIfAbsent(address + " " + name, key -> bucket(settings.failuresPerAccount()));
    }

    private Bucket bucket(int failures) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, settings.within()))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
