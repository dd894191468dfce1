package org.occupationalstandards.notifications.work;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who asked for mail about their work.
 *
 * @param person opaque id; the owner of the subscription
 * @param since when they said yes, or their mail went on
 */
record Colleague(UUID subscription, String person, Instant since, Access access) {

    /**
     * What somebody may do.
     *
     * @param roles in wire form, such as {@code panel-member}
     * @param groups employer groups that they act for, as their token or the directory says
     * @param routes ids of the routes on whose panels they sit
     */
    record Access(Set<String> roles, Set<UUID> groups, Set<Integer> routes) {
        Access {
            roles = Set.copyOf(roles);
            groups = Set.copyOf(groups);
            routes = Set.copyOf(routes);
        }
    }
}
