package org.occupationalstandards.faults.injecting;

import java.time.Duration;
import java.util.List;
import org.occupationalstandards.faults.running.Cluster;
import org.occupationalstandards.faults.running.Pause;
import org.occupationalstandards.faults.running.ServiceProcess;

/** Something that goes wrong, and is over again when it returns. */
public sealed interface Fault {

    /** How long a service may take to be ready again. */
    Duration RECOVERY = Duration.ofMinutes(2);

    /** One of each, at their usual lengths. */
    List<Fault> ALL = List.of(
            new Kill("standards"),
            new Kill("standards-2"),
            new Kill("catalogue"),
            new Kill("notifications"),
            new Kill("identity"),
            new DatabaseStopped(),
            new BrokerDown(Duration.ofSeconds(30)),
            new Paused("standards", Duration.ofSeconds(25)));

    /** Lets it happen, sees to it that the system can recover, and says what proves that it happened. */
    String inject(Cluster cluster);

    /** kill -9 of one service, and a new start at once. */
    record Kill(String service) implements Fault {
        @Override
        public String inject(Cluster cluster) {
            ServiceProcess victim = cluster.service(service);
            victim.kill();
            if (victim.isAlive() || victim.ready()) throw new IllegalStateException(service + " survived");
            victim.start();
            victim.awaitReady(RECOVERY);
            return service + " was gone, and is ready again";
        }
    }

    /** PostgreSQL ends without a checkpoint, and starts again. */
    record DatabaseStopped() implements Fault {
        @Override
        public String inject(Cluster cluster) {
            cluster.stopDatabaseImmediately();
            cluster.startDatabase();
            cluster.services().forEach(service -> service.awaitReady(RECOVERY));
            return "PostgreSQL was gone, and recovered from its log";
        }
    }

    /** The broker is away for a while. */
    record BrokerDown(Duration length) implements Fault {
        @Override
        public String inject(Cluster cluster) {
            cluster.stopBroker();
            Pause.of(length);
            cluster.startBroker();
            cluster.services().forEach(service -> service.awaitReady(RECOVERY));
            return "the broker was away for " + length;
        }
    }

    /** A process stands still, holding its connections, longer than any claim of its lasts; then it goes on. */
    record Paused(String service, Duration length) implements Fault {
        @Override
        public String inject(Cluster cluster) {
            ServiceProcess victim = cluster.service(service);
            victim.pause();
            boolean answered = victim.ready();
            Pause.of(length);
            victim.resume();
            if (answered) throw new IllegalStateException(service + " answered while it was paused");
            victim.awaitReady(RECOVERY);
            return service + " stood still for " + length;
        }
    }
}
