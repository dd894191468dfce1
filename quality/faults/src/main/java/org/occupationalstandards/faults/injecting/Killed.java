package org.occupationalstandards.faults.injecting;

import java.util.ArrayList;
import java.util.List;
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
        for (String name : services) {
            scene.awaitMoment(LONGEST_BETWEEN);
            ServiceProcess victim = scene.cluster().service(name);
            gone.add(name + " (process " + victim.kill() + ")");
            victim.start();
        }
        scene.awaitAllReady();
        return "gone, and ready again: " + String.join(", ", gone);
    }
}
