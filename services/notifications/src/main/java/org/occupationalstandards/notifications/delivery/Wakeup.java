package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bell for one sleeper: rung while nobody sleeps, it keeps the next sleep from beginning; rung often, it counts once. */
public final class Wakeup {

    private final Semaphore bell = new Semaphore(0);

    public void ring() {
        bell.release();
    }

    /**
     * Sleeps until the bell rings, at most that long. An interrupt ends the sleep and is kept.
     *
     * @return whether the bell rang
     */
    public boolean await(Duration atMost) {
        try {
            boolean rung = bell.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (rung) bell.drainPermits();
            return rung;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
