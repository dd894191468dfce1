package org.occupationalstandards.standards.worklist;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What was told so long ago that nobody will be told of it any more is deleted, a little at a time. */
@Component
class WhenTellingIsOldThenForgetIt {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTellingIsOldThenForgetIt.class);

    private static final int BATCH = 1_000;

    private final Tellings tellings;
    private final WorklistSettings settings;
    private final Clock clock;
    private final Counter forgotten;
    private final Counter failures;

    WhenTellingIsOldThenForgetIt(Tellings tellings, WorklistSettings settings, Clock clock, MeterRegistry meters) {
        this.tellings = tellings;
        this.settings = settings;
        this.clock = clock;
        this.forgotten = Counter.builder("standards.tellings.forgotten")
                .description("Tellings that were deleted because they were old")
                .register(meters);
        this.failures = Counter.builder("standards.tellings.failures")
                .description("Hours in which old tellings could not be deleted")
                .register(meters);
    }

    void forget() {
        var before = clock.instant().minus(settings.tellingsKept());
        try {
            int deleted;
            do {
                deleted = tellings.forget(before, BATCH);
                forgotten.increment(deleted);
            } while (deleted == BATCH);
        } catch (RuntimeException trouble) {
            failures.increment();
            LOG.warn("Old tellings could not be deleted; trying again in an hour", trouble);
        }
    }
}
