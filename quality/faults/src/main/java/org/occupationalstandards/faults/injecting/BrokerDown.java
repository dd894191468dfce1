package org.occupationalstandards.faults.injecting;

import java.time.Duration;
import org.occupationalstandards.faults.running.Pause;

/** The broker is away for a while. */
public record BrokerDown(Duration length) implements Fault {

    @Override
    public String name() {
        return "broker down for " + length.toSeconds() + " s";
    }

    @Override
    public String inject(Scene scene) {
        scene.cluster().stopBroker();
        long before = number(scene);
        Pause.of(length);
        Scene.await("something is decided meanwhile", Scene.RECOVERY, () -> number(scene) > before);
        long after = number(scene);
        if (scene.cluster().brokerAnswers()) throw new IllegalStateException("The broker answers");
        scene.cluster().startBroker();
        scene.awaitAllReady();
        return "the broker did not answer for " + length.toSeconds() + " s; " + (after - before)
                + " messages were decided meanwhile";
    }

    private static long number(Scene scene) {
        return scene.cluster().database().number("SELECT max(number) FROM standards.outbox");
    }
}
