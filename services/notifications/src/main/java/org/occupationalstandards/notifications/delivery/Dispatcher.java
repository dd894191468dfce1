package org.occupationalstandards.notifications.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the attempts that are due, each channel by itself: what hangs in one holds up no other. */
@Component
public class Dispatcher implements SmartLifecycle {

    private final List<Courier> couriers;
    private volatile boolean running;

    Dispatcher(
            Lanes lanes,
            Claims claims,
            Settlement settlement,
            List<Channel> channels,
            DeliverySettings settings,
            ApplicationEventPublisher events,
            MeterRegistry metrics,
            Clock clock) {
        this.couriers = channels.stream()
                .map(channel -> {
                    var courier = new Courier(channel, lanes, claims, settlement, settings, events, metrics, clock);
                    metrics.gauge(
                            "notifications.delivery.in.flight",
                            Tags.of("channel", channel.name()),
                            courier,
                            Courier::inFlight);
                    return courier;
                })
                .toList();
    }

    /** Something was planned: look at once. */
    public void wake() {
        couriers.forEach(Courier::wake);
    }

    @EventListener
    void look(ClaimsFreed event) {
        wake();
    }

    List<Loop> loops() {
        return couriers.stream().map(Courier::loop).toList();
    }

    @Override
    public void start() {
        running = true;
        couriers.forEach(Courier::start);
    }

    @Override
    public void stop() {
        running = false;
        couriers.forEach(Courier::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
