package org.occupationalstandards.faults.injecting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.occupationalstandards.faults.history.Window;
import org.occupationalstandards.faults.running.ServiceProcess;

/** kill -9 of services, one after another at seeded moments, each started again at once while the others still start. */
public record Killed(List<String> services) implements Fault {

    /** In milliseconds. */
    private static final int LONGEST_BETWEEN = 2_500;

    @Override
    public String name() {
        return "kill -9";
    }

    @Override
    public int kills() {
        return services.size();
    }

    @Override
    public String inject(Scene scene) {
        List<String> gone = new ArrayList<>();
        List<Window> moments = new ArrayList<>();
        for (String name : services) {
            scene.awaitMoment(LONGEST_BETWEEN);
            ServiceProcess victim = scene.cluster().service(name);
            Scene.await(
                    "a command is under way",
                    Scene.RECOVERY,
                    () -> scene.commands().inFlight() > 0);
            Instant before = Instant.now();
            gone.add(name + " (process " + victim.kill() + ")");
            moments.add(new Window(name(), before, Instant.now()));
            victim.start();
        }
        scene.awaitAllReady();
        long underWay =
                moments.stream().mapToLong(moment -> underWay(moment, scene)).sum();
        if (underWay == 0) throw new IllegalStateException("No command was under way when a process was killed");
        return "gone, and ready again: " + String.join(", ", gone) + "; commands under way at those moments: "
                + underWay;
    }

    /** Commands that were given before and answered after. */
    private static long underWay(Window moment, Scene scene) {
        return scene.commands().history().stream()
                .filter(command -> command.completed() != null
                        && command.invoked().isBefore(moment.from())
                        && command.completed().isAfter(moment.to()))
                .count();
    }
}
