package org.occupationalstandards.faults.injecting;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.occupationalstandards.faults.history.Seen;
import org.occupationalstandards.faults.running.Cluster;
import org.occupationalstandards.faults.running.Pause;

/** A subscriber's receiver takes messages and never answers; then it fails for an hour, at the pace of the run; then it is back. */
public record ReceiverTroubled(Duration hanging) implements Fault {

    /** For 99 of 100 deliveries to a receiver that is well. Waiting behind one that hangs would take longer. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "webhook receiver hangs, then fails for an hour";
    }

    @Override
    public String inject(Scene scene) {
        scene.awaitNoAbandonedAttempts();
        int arrivedBefore = scene.steady().delays().size();
        int refusedBefore = scene.troubled().refused();
        scene.troubled().hang();
        Scene.await("a delivery hangs", Scene.RECOVERY, () -> scene.troubled().refused() > refusedBefore);
        Pause.of(hanging);
        int hung = scene.troubled().refused() - refusedBefore;
        scene.troubled().answer(500);
        Pause.of(Cluster.SIMULATED_HOUR);
        int failed = scene.troubled().refused() - refusedBefore - hung;
        List<Duration> meanwhile = scene.steady().delays();
        List<Duration> delays = meanwhile.subList(arrivedBefore, meanwhile.size()).stream()
                .sorted()
                .toList();
        List<Seen> owed = scene.steady().received();
        scene.troubled().answer(200);
        Duration slowest = delays.isEmpty() ? Duration.ZERO : delays.get((delays.size() - 1) * 99 / 100);
        if (failed == 0) throw new IllegalStateException("Nothing was sent to the failing receiver");
        if (delays.isEmpty()) throw new IllegalStateException("The other receiver got nothing meanwhile");
        if (slowest.compareTo(LONGEST_DELAY) > 0)
            throw new IllegalStateException("The other receiver was held up: p99 " + slowest);
        Scene.await(
                "everything arrives at the receiver that is back",
                Scene.RECOVERY,
                () -> scene.troubled().received().stream()
                        .collect(Collectors.toSet())
                        .containsAll(owed));
        return "%d deliveries hung and %d were answered 500 during an hour at %d times its pace; meanwhile the other receiver got %d, half of them within %d ms of the decision and 99 %% within %d ms; then everything arrived"
                .formatted(
                        hung,
                        failed,
                        Duration.ofHours(1).dividedBy(Cluster.SIMULATED_HOUR),
                        delays.size(),
                        delays.get(delays.size() / 2).toMillis(),
                        slowest.toMillis());
    }
}
