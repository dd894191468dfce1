package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.util.List;
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

    private final Claims claims;
    private final DeliveryLog log;
    private final Ladder ladder;
    private final ApplicationEventPublisher events;

    Settlement(Claims claims, DeliveryLog log, DeliverySettings settings, ApplicationEventPublisher events) {
        this.claims = claims;
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
    public Verdict settle(Attempted attempted) {
        var consignment = attempted.consignment();
        return switch (attempted.outcome()) {
            case Delivered delivered -> settleArrived(List.of(attempted)).getFirst();
            case Gone gone -> {
                boolean holds = claims.stillHeld(List.of(consignment)).contains(consignment);
                log.record(List.of(attempted), null);
                // Whoever has the claim now asks again, and believes its own answer.
                if (holds) claims.releaseFor(consignment, UNTIL_DISABLED);
                yield holds ? Verdict.GONE : Verdict.IDLE;
            }
            case Failed failed -> settleFailure(attempted, failed);
        };
    }

    /**
     * Settles what has arrived in one transaction.
     *
     * @return the verdicts, in the same order
     */
    @Transactional
    public List<Verdict> settleArrived(List<Attempted> arrived) {
        var held = claims.stillHeld(arrived.stream().map(Attempted::consignment).toList());
        // True even where the claim was lost meanwhile: the receiver has it.
        log.record(arrived, "delivered");
        var goOn = claims.release(held);
        return arrived.stream()
                .map(each -> goOn.contains(each.consignment()) ? Verdict.GOES_ON : Verdict.IDLE)
                .toList();
    }

    private Verdict settleFailure(Attempted attempted, Failed failed) {
        var consignment = attempted.consignment();
        boolean holds = claims.stillHeld(List.of(consignment)).contains(consignment);
        var pause = ladder.pause(consignment.failures(), failed.retryAfter());
        // It takes in other things and refuses this one for good: the next in the lane has its turn.
        if (holds && pause.isEmpty() && claims.othersArrive(consignment)) {
            log.record(List.of(attempted), "failed");
            events.publishEvent(new DeliveryGivenUp(consignment.subscription(), failed.problem()));
            return claims.release(List.of(consignment)).isEmpty() ? Verdict.IDLE : Verdict.GOES_ON;
        }
        log.record(List.of(attempted), null);
        if (holds) claims.releaseFor(consignment, pause.orElse(UNTIL_DISABLED));
        return holds && pause.isEmpty() ? Verdict.UNREACHABLE : Verdict.GOES_ON;
    }
}
