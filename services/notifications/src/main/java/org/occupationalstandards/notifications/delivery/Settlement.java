package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.occupationalstandards.notifications.delivery.Outcome.Delivered;
import org.occupationalstandards.notifications.delivery.Outcome.Failed;
import org.occupationalstandards.notifications.delivery.Outcome.Gone;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how an attempt ended and what follows from it. */
@Component
class Settlement {

    /**
     * Long enough for whoever hears the verdict to disable the subscription. It is tried again where nobody did, because its
     * owner resumed it just then, say.
     */
    private static final Duration UNTIL_DISABLED = Duration.ofMinutes(1);

    private final Lanes lanes;
    private final DeliveryLog log;
    private final Ladder ladder;
    private final ApplicationEventPublisher events;

    Settlement(Lanes lanes, DeliveryLog log, DeliverySettings settings, ApplicationEventPublisher events) {
        this.lanes = lanes;
        this.log = log;
        this.ladder = new Ladder(settings, RandomGenerator.getDefault());
        this.events = events;
    }

    /** What comes of it. */
    enum Verdict {
        /** The lane has nothing more. */
        IDLE,
        /** The lane has something to do, now or later. */
        GOES_ON,
        /** The receiver said that it is gone. */
        GONE,
        /** Nothing at all arrived there for as long as the ladder lasts. */
        UNREACHABLE
    }

    /** Settles one attempt in one transaction. */
    @Transactional
    public Verdict settle(Consignment consignment, Instant startedAt, Duration duration, Outcome outcome) {
        boolean holds = lanes.stillHolds(consignment);
        if (consignment.items().isEmpty()) return release(consignment, holds);
        return switch (outcome) {
            case Delivered delivered -> {
                // True even where the claim was lost meanwhile: the receiver has it.
                log.record(consignment, startedAt, duration, delivered, "delivered");
                yield release(consignment, holds);
            }
            case Gone gone -> {
                log.record(consignment, startedAt, duration, gone, null);
                // Whoever has the claim now asks again, and believes its own answer.
                if (holds) lanes.releaseFor(consignment, UNTIL_DISABLED);
                yield holds ? Verdict.GONE : Verdict.IDLE;
            }
            case Failed failed -> settleFailure(consignment, holds, startedAt, duration, failed);
        };
    }

    private Verdict settleFailure(
            Consignment consignment, boolean holds, Instant startedAt, Duration duration, Failed failed) {
        var pause = ladder.pause(consignment.failures(), failed.retryAfter());
        // It takes in other things and refuses this one for good: the next in the lane has its turn.
        if (holds && pause.isEmpty() && lanes.othersArrive(consignment)) {
            log.record(consignment, startedAt, duration, failed, "failed");
            events.publishEvent(new DeliveryGivenUp(consignment.subscription(), failed.problem()));
            return release(consignment, true);
        }
        log.record(consignment, startedAt, duration, failed, null);
        if (holds) lanes.releaseFor(consignment, pause.orElse(UNTIL_DISABLED));
        return holds && pause.isEmpty() ? Verdict.UNREACHABLE : Verdict.GOES_ON;
    }

    private Verdict release(Consignment consignment, boolean holds) {
        return holds && lanes.release(consignment) ? Verdict.GOES_ON : Verdict.IDLE;
    }
}
