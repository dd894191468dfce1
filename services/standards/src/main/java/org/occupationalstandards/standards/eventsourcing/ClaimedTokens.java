package org.occupationalstandards.standards.eventsourcing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * Axon's token store, which renews a claim only when it has got old. An idle processor asks for it each time that it has
 * waited for an event, which here is twenty times a second.
 */
final class ClaimedTokens extends JdbcTokenStore {

    /** After this long without a sign of life another instance may take over. */
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(8);

    private static final long RENEWED_AFTER_NANOS = CLAIM_TIMEOUT.toNanos() / 4;

    private final Map<String, Long> renewed = new ConcurrentHashMap<>();

    ClaimedTokens(Builder builder) {
        super(builder);
    }

    @Override
    public void storeToken(TrackingToken token, String processorName, int segment) {
        super.storeToken(token, processorName, segment);
        renewed.put(processorName, System.nanoTime());
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        var last = renewed.get(processorName);
        if (last == null || System.nanoTime() - last > RENEWED_AFTER_NANOS) {
            super.extendClaim(processorName, segment);
            renewed.put(processorName, System.nanoTime());
        }
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        renewed.remove(processorName);
        super.releaseClaim(processorName, segment);
    }
}
