package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this instance can show that it is there, without which it delivers nothing. It says so of the service's health, and of
 * neither its readiness nor its liveness: readers are answered as well as ever, and a new process would find the same database.
 */
@Component("presenceHealthIndicator")
class PresenceHealth implements HealthIndicator {

    private final Presence presence;

    PresenceHealth(Presence presence, MeterRegistry metrics) {
        this.presence = presence;
        Gauge.builder("notifications.presence", presence, it -> it.number().isPresent() ? 1 : 0)
                .description(
                        "Whether this instance has a session that shows that it is there; without it, it delivers nothing")
                .register(metrics);
    }

    @Override
    public Health health() {
        return presence.number()
                .map(number -> Health.up().withDetail("instance", number))
                .orElseGet(() -> Health.outOfService()
                        .withDetail("problem", "No session shows that this instance is there, so it delivers nothing"))
                .build();
    }
}
