package org.occupationalstandards.faults.injecting;

import java.time.Duration;
import java.time.Instant;
import org.occupationalstandards.faults.running.Pause;
import org.occupationalstandards.faults.running.ServiceProcess;

/** The instance that relays stands still, holding its connections, beyond every claim of its; then it goes on. */
public record RelayPaused(Duration length) implements Fault {

    /** What is promised. */
    static final Duration LONGEST_HANDOVER = Duration.ofSeconds(15);

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
            Scene.await(
                    "another instance relays",
                    Scene.RECOVERY,
                    () -> scene.relayOwner() != victim.pid()
                            && scene.cluster().serviceOf(scene.relayOwner()).isPresent());
            Duration handover = Duration.between(paused, Instant.now());
            String other = scene.relaying().name();
            Duration rest = length.minus(Duration.between(paused, Instant.now()));
            if (rest.isPositive()) Pause.of(rest);
            if (victim.ready()) throw new IllegalStateException(victim.name() + " answered while it was paused");
            if (handover.compareTo(LONGEST_HANDOVER) > 0) {
                throw new IllegalStateException("The other instance took over only after " + handover);
            }
            return "%s (process %d) stood still for %d s; %s had the lease after %.1f s"
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
