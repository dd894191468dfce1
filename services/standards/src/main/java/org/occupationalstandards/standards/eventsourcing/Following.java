package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the followers: one thread each, on one instance of the service at a time, woken inside the process by each commit
 * and by a look at the database every second, which finds what other instances stored.
 */
public class Following implements SmartLifecycle {

    /** Of the lifecycle: what the followers need starts before it and stops after it. */
    public static final int PHASE = 1_000;

    /** Events in one transaction at most. */
    private static final int BATCH = 250;

    /** Axon may miss a wake-up that comes while it goes to sleep, and then sleeps this long. */
    private static final int NAP_MILLIS = 50;

    private static final int CLAIM_INTERVAL_MILLIS = 2_000;

    private final Map<String, TrackingEventProcessor> processors;
    private final EventStore events;
    private volatile boolean running;

    Following(List<Follower<?>> followers, EventStore events, TokenStore tokens, TransactionManager transactions) {
        this.events = events;
        this.processors = followers.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Follower::name, follower -> processor(follower, events, tokens, transactions)));
    }

    private static TrackingEventProcessor processor(
            Follower<?> follower, EventStore events, TokenStore tokens, TransactionManager transactions) {
        return TrackingEventProcessor.builder()
                .name(follower.name())
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new FollowerBatch<>(follower))
                        // Axon's default logs the exception and goes on to the next event: one would be lost.
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                        .build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(new GatheredEvents(events, follower.gathering(), BATCH))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andBatchSize(BATCH)
                        .andEventAvailabilityTimeout(NAP_MILLIS, TimeUnit.MILLISECONDS)
                        .andTokenClaimInterval(CLAIM_INTERVAL_MILLIS, TimeUnit.MILLISECONDS))
                .build();
    }

    /** Under which names is followed here or elsewhere. */
    public Set<String> names() {
        return processors.keySet();
    }

    /** Whether this instance is the one that follows under this name at present. */
    public boolean isHere(String name) {
        return status(name).isPresent();
    }

    /**
     * Lets a follower forget what it made of the events, and take all of them again.
     *
     * @throws IllegalStateException where it cannot, or another instance follows under this name
     */
    public void rebuild(String name) {
        var processor = Objects.requireNonNull(processors.get(name), name);
        if (!isHere(name)) {
            throw new IllegalStateException(name + " is followed by another instance at present");
        }
        processor.shutDown();
        try {
            processor.resetTokens();
        } finally {
            processor.start();
        }
    }

    /** Why the follower does not get on at present, if it does not. */
    public Optional<Throwable> trouble(String name) {
        return status(name).filter(EventTrackerStatus::isErrorState).map(EventTrackerStatus::getError);
    }

    /** How many stored events the follower has still to take; nothing where another instance follows. */
    public OptionalLong behind(String name) {
        return status(name)
                .map(status -> OptionalLong.of(Math.max(
                        0,
                        index(events.createHeadToken())
                                - status.getCurrentPosition().orElse(0))))
                .orElse(OptionalLong.empty());
    }

    /**
     * How many places before the follower's own it still expects an event at: those of transactions that have not ended, or
     * that were rolled back not long ago. Nothing where another instance follows.
     */
    public OptionalInt gaps(String name) {
        return status(name)
                .map(status -> OptionalInt.of(
                        status.getTrackingToken() instanceof GapAwareTrackingToken place
                                ? place.getGaps().size()
                                : 0))
                .orElse(OptionalInt.empty());
    }

    private static long index(org.axonframework.eventhandling.TrackingToken token) {
        return token instanceof GapAwareTrackingToken position ? position.getIndex() : 0;
    }

    private Optional<EventTrackerStatus> status(String name) {
        var processor = processors.get(name);
        return processor == null
                ? Optional.empty()
                : processor.processingStatus().values().stream().findFirst();
    }

    @Override
    public void start() {
        processors.values().forEach(TrackingEventProcessor::start);
        running = true;
    }

    @Override
    public void stop() {
        processors.values().forEach(TrackingEventProcessor::shutDown);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After everything that a follower needs, and stopped before it. */
    @Override
    public int getPhase() {
        return PHASE;
    }
}
