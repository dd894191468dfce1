package org.occupationalstandards.standards.publishing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.eventsourcing.Places;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the relay is doing, for metrics, alarms and health. Commands do not wait for the relay, so its health says nothing
 * about the service's readiness.
 */
class RelayState implements HealthIndicator {

    /** Messages that wait longer than this are worth an alarm. */
    private static final Duration ALARM = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Following following;
    private final Places places;
    private final Clock clock;
    private final Counter sent;
    private final Counter resent;
    private final Counter failures;

    private volatile boolean active;
    private volatile boolean running;
    private volatile @Nullable String lastError;
    private volatile @Nullable Instant lastErrorAt;

    RelayState(Outbox outbox, JdbcClient jdbc, Following following, Places places, Clock clock, MeterRegistry meters) {
        this.following = following;
        this.places = places;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
        this.sent = Counter.builder("standards.relay.sent")
                .description("Messages that the broker has acknowledged")
                .register(meters);
        this.resent = Counter.builder("standards.relay.resent")
                .description("Messages sent again because a topic had lost them")
                .register(meters);
        this.failures = Counter.builder("standards.relay.failures")
                .description("Times that sending had to begin again")
                .register(meters);
        Gauge.builder("standards.relay.active", this, state -> state.active ? 1 : 0)
                .description("1 on the instance that sends the outbox")
                .register(meters);
        Gauge.builder("standards.relay.running", this, state -> state.running ? 1 : 0)
                .description("1 while this instance sends the outbox or stands by to do so")
                .register(meters);
        Gauge.builder("standards.relay.backlog", this, RelayState::backlog)
                .description("Messages in the outbox that the broker has not acknowledged")
                .register(meters);
        Gauge.builder("standards.relay.lag", this, state -> seconds(state.lag()))
                .description("Age of the oldest message that the broker has not acknowledged")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(
                        "standards.publishing.behind",
                        places,
                        all -> all.behind(Publisher.NAME).events())
                .description("Stored events that are not in the outbox yet")
                .register(meters);
        Gauge.builder(
                        "standards.publishing.lag",
                        places,
                        all -> seconds(all.behind(Publisher.NAME).lag()))
                .description("Age of the oldest stored event that is not in the outbox yet")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(
                        "standards.publishing.gap",
                        places,
                        all -> seconds(all.behind(Publisher.NAME).gap()))
                .description("How long an open transaction has kept back an event below others that were stored")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(
                        "standards.publishing.gaps",
                        following,
                        all -> all.gaps(Publisher.NAME).orElse(0))
                .description("Places among the stored events where one may still turn up")
                .register(meters);
        for (var follower : following.names()) {
            Gauge.builder(
                            "standards.follower.trouble",
                            following,
                            all -> all.trouble(follower).map(trouble -> 1).orElse(0))
                    .description("1 where what is made of the stored events does not get on on this instance")
                    .tag("follower", follower)
                    .register(meters);
            Gauge.builder(
                            "standards.follower.behind",
                            places,
                            all -> all.behind(follower).events())
                    .description("Stored events that this has still to be made of")
                    .tag("follower", follower)
                    .register(meters);
        }
    }

    /** Whether there is somebody to send at all. */
    void running(boolean now) {
        running = now;
    }

    void sending() {
        active = true;
    }

    void sent(int messages) {
        active = true;
        lastError = null;
        sent.increment(messages);
    }

    void resent(long messages) {
        resent.increment(messages);
    }

    /** Messages are with the producer, and the broker does not answer. */
    void waiting() {
        noted("The broker does not acknowledge");
    }

    void failed(String reason) {
        failures.increment();
        noted(reason);
    }

    void resting() {
        active = false;
    }

    private void noted(String error) {
        lastError = error;
        lastErrorAt = clock.instant();
    }

    private long sentThrough() {
        return jdbc.sql("SELECT sent_through FROM relay").query(Long.class).single();
    }

    long backlog() {
        return outbox.heads().number() - sentThrough();
    }

    Duration lag() {
        return outbox.oldestAfter(sentThrough())
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public Health health() {
        var lag = lag();
        var unpublished = places.behind(Publisher.NAME);
        var trouble = following.trouble(Publisher.NAME);
        boolean late = lag.compareTo(ALARM) > 0 || unpublished.lag().compareTo(ALARM) > 0;
        var health = late || trouble.isPresent() || !running ? Health.down() : Health.up();
        health.withDetail("running", running)
                .withDetail("active", active)
                .withDetail("backlog", backlog())
                .withDetail("lagSeconds", lag.toSeconds())
                .withDetail("unpublished", unpublished.events())
                .withDetail("unpublishedSeconds", unpublished.lag().toSeconds());
        trouble.ifPresent(why -> health.withDetail("trouble", why.toString()));
        var error = lastError;
        var at = lastErrorAt;
        if (error != null && at != null) {
            health.withDetail("lastError", error).withDetail("lastErrorAt", at);
        }
        return health.build();
    }
}
