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
        try (Topic topic = new Topic(scene.cluster().bootstrapServers())) {
            return inject(scene, victim, topic);
        } finally {
            victim.resume();
            victim.awaitReady(Scene.RECOVERY);
        }
    }

    private String inject(Scene scene, ServiceProcess victim, Topic topic) {
        Instant paused = Instant.now();
        victim.pause();
        long position = scene.cluster().database().number("SELECT max(position) FROM standards.outbox");
        Scene.await("what is decided now is on the topic", Scene.RECOVERY, () -> topic.countAfter(position) > 0);
        Duration handover = Duration.between(paused, Instant.now());
        String other = scene.relaying().name();
        if (other.equals(victim.name())) throw new IllegalStateException(other + " stands still and relays");
        Duration rest = length.minus(Duration.between(paused, Instant.now()));
        if (rest.isPositive()) Pause.of(rest);
        if (victim.ready()) throw new IllegalStateException(victim.name() + " answered while it was paused");
        if (handover.compareTo(LONGEST_HANDOVER) > 0) {
            throw new IllegalStateException("The other instance sent only after " + handover);
        }
        return "%s (process %d) stood still for %d s; what was decided then came from %s, the first of it after %.1f s"
                .formatted(
                        victim.name(),
                        victim.pid(),
                        Duration.between(paused, Instant.now()).toSeconds(),
                        other,
                        handover.toMillis() / 1000.0);
    }
}
