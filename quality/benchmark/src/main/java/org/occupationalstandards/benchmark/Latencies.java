package org.occupationalstandards.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations as they were measured, and their percentiles. */
final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(Duration duration) {
        nanos.add(duration.toNanos());
    }

    int count() {
        return nanos.size();
    }

    /** The duration that this share of all stays within; {@code percent} from 0 to 100. */
    Duration percentile(double percent) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) throw new IllegalStateException("Nothing was measured");
        int index = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return Duration.ofNanos(sorted[Math.clamp(index, 0, sorted.length - 1)]);
    }

    String summary() {
        return "p50 %s, p99 %s, max %s (%d measured)"
                .formatted(millis(percentile(50)), millis(percentile(99)), millis(percentile(100)), count());
    }

    static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.0f ms", duration.toNanos() / 1e6);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        return Arrays.toString(nanos.toArray());
    }
}
