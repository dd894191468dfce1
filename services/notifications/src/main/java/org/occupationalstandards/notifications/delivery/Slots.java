package org.occupationalstandards.notifications.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/**
 * How many attempts are under way in one channel, and how many more may begin: in all, for one owner, and for one
 * subscription, of which a single one tries its luck where the last attempt failed.
 */
final class Slots {

    private final int atOnce;
    private final int perOwner;
    private final int perSubscription;
    private final Map<String, Integer> byOwner = new HashMap<>();
    private final Map<UUID, Integer> bySubscription = new HashMap<>();

    /** Forgotten after a while: at worst some more attempts fail than had to. */
    private final Cache<UUID, Boolean> failing = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(100_000)
            .build();

    private int taken;

    Slots(int atOnce, int perOwner, int perSubscription) {
        this.atOnce = atOnce;
        this.perOwner = perOwner;
        this.perSubscription = perSubscription;
    }

    /**
     * How many more may begin.
     *
     * @param perOwner for one owner that is not in {@code owners}
     * @param owners those that have something under way, and how many more they may have
     * @param perSubscription for one subscription that is not in {@code subscriptions}
     * @param subscriptions those that have something under way or fail, and how many more they may have
     */
    record Room(int perOwner, Map<String, Integer> owners, int perSubscription, Map<UUID, Integer> subscriptions) {

        /** Whether somebody waits for nothing but an end of what is under way. */
        boolean isTight() {
            return owners.containsValue(0) || subscriptions.containsValue(0);
        }
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int free() {
        return atOnce - taken;
    }

    synchronized Room room() {
        var owners = new HashMap<String, Integer>();
        byOwner.forEach((owner, count) -> owners.put(owner, Math.max(0, perOwner - count)));
        var subscriptions = new HashMap<UUID, Integer>();
        var known = new HashSet<>(bySubscription.keySet());
        known.addAll(failing.asMap().keySet());
        known.forEach(id -> subscriptions.put(id, Math.max(0, most(id) - bySubscription.getOrDefault(id, 0))));
        return new Room(perOwner, owners, perSubscription, subscriptions);
    }

    private int most(UUID subscription) {
        return failing.getIfPresent(subscription) == null ? perSubscription : 1;
    }

    synchronized void take(Consignment consignment) {
        taken++;
        byOwner.merge(consignment.owner(), 1, Integer::sum);
        bySubscription.merge(consignment.subscription(), 1, Integer::sum);
    }

    /** Whether somebody may have waited for that. */
    synchronized boolean giveBack(Consignment consignment) {
        var id = consignment.subscription();
        boolean waitedFor = taken >= atOnce
                || byOwner.getOrDefault(consignment.owner(), 0) >= perOwner
                || bySubscription.getOrDefault(id, 0) >= most(id);
        taken--;
        byOwner.computeIfPresent(consignment.owner(), (owner, count) -> count == 1 ? null : count - 1);
        bySubscription.computeIfPresent(id, (subscription, count) -> count == 1 ? null : count - 1);
        return waitedFor;
    }

    synchronized void failed(Consignment consignment) {
        failing.put(consignment.subscription(), true);
    }

    synchronized void arrived(Consignment consignment) {
        failing.invalidate(consignment.subscription());
    }
}
