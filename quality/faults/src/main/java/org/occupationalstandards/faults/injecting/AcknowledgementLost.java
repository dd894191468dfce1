package org.occupationalstandards.faults.injecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.occupationalstandards.faults.running.Database;
import org.occupationalstandards.faults.running.ServiceProcess;

/** The relay is killed after the broker has taken messages and before that is noted: nobody knows that they were sent. */
public record AcknowledgementLost() implements Fault {

    /** Less than the database lets a transaction last. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(25);

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
        ServiceProcess victim = scene.relaying();
        long unnoted;
        long pid;
        try (Connection hold = scene.cluster().database().open();
                Topic topic = new Topic(scene.cluster().bootstrapServers())) {
            hold.setAutoCommit(false);
            String noted = Database.text(hold, "SELECT sent_through FROM standards.relay FOR UPDATE");
            long position = Long.parseLong(Database.text(
                    hold, "SELECT coalesce(max(position), 0) FROM standards.outbox WHERE number <= " + noted));
            // The relay sends on, until it wants to note how far it has come.
            Scene.await("the relay sends", LONGEST_HOLD, () -> topic.countAfter(position) > 0);
            pid = victim.kill();
            unnoted = topic.countAfter(position);
            hold.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        victim.start();
        scene.awaitAllReady();
        return "%s (process %d) was killed when the broker had %d messages that were not noted as sent"
                .formatted(victim.name(), pid, unnoted);
    }
}
