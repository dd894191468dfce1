package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether deliveries are made, and what waits. A loop that has ended or got stuck is mended by a new process only. */
@Component("deliveryHealthIndicator")
class DeliveryState implements HealthIndicator {

    private final JdbcClient jdbc;
    private final List<Loop> loops;

    DeliveryState(
            JdbcClient jdbc, Presence presence, Dispatcher dispatcher, ReplayAttendant replays, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.loops = Stream.concat(dispatcher.loops().stream(), Stream.of(replays.loop(), presence.loop()))
                .toList();
        gauge(
                metrics,
                "notifications.delivery.due",
                "Lanes that are due and that nobody attempts",
                it -> it.number("select count(*) from lane where due_at <= now()"));
        gauge(
                metrics,
                "notifications.delivery.due.seconds",
                "How long the longest waiting one of them has been due, in seconds",
                it -> it.number("select coalesce(extract(epoch from now() - min(due_at)), 0) from lane"
                        + " where due_at <= now()"));
        gauge(
                metrics,
                "notifications.subscriptions.disabled",
                "Subscriptions that were stopped because nothing arrived",
                it -> it.number("select count(*) from subscription where status = 'disabled'"));
    }

    private void gauge(MeterRegistry metrics, String name, String description, ToDoubleFunction<DeliveryState> value) {
        Gauge.builder(name, this, value).description(description).register(metrics);
    }

    private double number(String query) {
        return jdbc.sql(query).query(Double.class).single();
    }

    @Override
    public Health health() {
        var stuck = loops.stream().filter(loop -> !loop.turns()).map(Loop::name).toList();
        return stuck.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stopped", stuck).build();
    }
}
