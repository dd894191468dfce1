package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the relay inside this process. A call that comes while nobody waits is kept. */
@Component
class Wakeup {

    private final Semaphore calls = new Semaphore(0);

    void call() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /**
     * Returns at once where there was a call since the last time, else at the next call or after {@code atMost}.
     *
     * @return whether there was a call
     */
    boolean await(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
            return true;
        }
        return false;
    }
}
