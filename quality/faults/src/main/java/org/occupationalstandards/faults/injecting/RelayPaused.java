package org.occupationalstandards.faults.injecting;

import java.time.Duration;
import java.time.Instant;
import org.occupationalstandards.faults.running.Pause;
import org.occupationalstandards.faults.running.ServiceProcess;

/** The instance that relays stands still, holding its connections, beyond every claim of its; then it goes on. */
public record RelayPaused(Duration length) implements Fault {

    @Override
    public String name() {
        return "relay paused beyond its claim";
    }

    @Override
    public String inject(Scene scene) {
        ServiceProcess victim = scene.relaying();
        Instant paused = Instant.now();
        victim.pause();
        try {
            Duration handover = scene.untilSent(paused);
            String other = scene.relaying().name();
            if (other.equals(victim.name())) throw new IllegalStateException(other + " stands still and relays");
            Duration rest = length.minus(Duration.between(paused, Instant.now()));
            if (rest.isPositive()) Pause.of(rest);
            if (victim.ready()) throw new IllegalStateException(victim.name() + " answered while it was paused");
            return "%s (process %d) stood still for %d s; what was decided then came from %s, the first of it after %.1f s"
                    .formatted(
                            victim.name(),
                            victim.pid(),
                            Duration.between(paused, Instant.now()).toSeconds(),
                            other,
                            handover.toMillis() / 1000.0);
        } finally {
            victim.resume();
            victim.awaitReady(Scene.RECOVERY);
        }
    }
}
