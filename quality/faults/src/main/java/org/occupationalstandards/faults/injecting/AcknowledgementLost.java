package org.occupationalstandards.faults.injecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.occupationalstandards.faults.running.Database;
import org.occupationalstandards.faults.running.ServiceProcess;

/** The relay is killed after the broker has taken messages and before that is noted: nobody knows that they were sent. */
public record AcknowledgementLost() implements Fault {

    /** Shorter than the relay goes without renewing its lease, for which it would wait for our hold and not send. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(2);

    private static final int MOST_TRIES = 20;

    @Override
    public String name() {
        return "acknowledgement lost after the produce";
    }

    @Override
    public int kills() {
        return 1;
    }

    @Override
    public String inject(Scene scene) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            ServiceProcess victim = scene.relaying();
            scene.awaitRelayNotes();
            var killed = holdAndKill(scene, victim);
            if (killed.isEmpty()) continue;
            victim.start();
            scene.awaitAllReady();
            return killed.get();
        }
        throw new IllegalStateException("The relay sent nothing while it could not note anything");
    }

    /** Nothing where the relay sent nothing while it was held up. */
    private static Optional<String> holdAndKill(Scene scene, ServiceProcess victim) {
        try (Topic topic = new Topic(scene.cluster().bootstrapServers());
                Connection hold = scene.cluster().database().open()) {
            hold.setAutoCommit(false);
            String noted = Database.text(hold, "SELECT sent_through FROM standards.relay FOR UPDATE");
            long position = Long.parseLong(Database.text(
                    hold, "SELECT coalesce(max(position), 0) FROM standards.outbox WHERE number <= " + noted));
            Instant end = Instant.now().plus(LONGEST_HOLD);
            // The relay sends on, until it wants to note how far it has come.
            while (topic.countAfter(position) == 0) {
                if (Instant.now().isAfter(end)) return Optional.empty();
            }
            long pid = victim.kill();
            long unnoted = topic.countAfter(position);
            hold.rollback();
            return Optional.of("%s (process %d) was killed when the broker had %d messages that were not noted as sent"
                    .formatted(victim.name(), pid, unnoted));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
