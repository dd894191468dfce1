package org.occupationalstandards.faults.injecting;

import java.util.List;
import org.occupationalstandards.faults.running.ServiceProcess;

/** Services are killed and start while there is no broker; the write side has to take commands nevertheless. */
public record BrokerAbsentAtStart() implements Fault {

    private static final List<String> WRITE_SIDE = List.of("standards", "standards-2");

    @Override
    public String name() {
        return "broker down before the services start";
    }

    @Override
    public int kills() {
        return WRITE_SIDE.size() + 1;
    }

    @Override
    public String inject(Scene scene) {
        scene.cluster().stopBroker();
        for (ServiceProcess service : scene.cluster().services()) {
            if (WRITE_SIDE.contains(service.name()) || service.name().equals("notifications")) {
                service.kill();
                service.start();
            }
        }
        WRITE_SIDE.forEach(name -> scene.cluster().service(name).awaitReady(Scene.RECOVERY));
        String reference = scene.propose();
        if (scene.cluster().brokerAnswers()) throw new IllegalStateException("The broker answers");
        scene.cluster().startBroker();
        scene.awaitAllReady();
        Scene.await(reference + " is shown", Scene.RECOVERY, () -> scene.shownAt(reference) > 0);
        return "the write side started and took " + reference + " while the broker did not answer";
    }
}
