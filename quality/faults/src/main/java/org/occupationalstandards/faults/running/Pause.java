package org.occupationalstandards.faults.running;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting between two looks at a condition, and keeping to the pace of a load. */
public final class Pause {

    public static void of(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
        if (Thread.currentThread().isInterrupted()) throw new IllegalStateException("Interrupted");
    }

    private Pause() {}
}
