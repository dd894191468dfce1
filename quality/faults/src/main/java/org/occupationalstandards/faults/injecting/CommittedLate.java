package org.occupationalstandards.faults.injecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.occupationalstandards.faults.running.Database;

/** An event that took its place in the store commits only after later ones were sent: a gap that is filled afterwards. */
public record CommittedLate() implements Fault {

    private static final int GATE = 4_711;
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(25);

    @Override
    public String name() {
        return "late commit";
    }

    @Override
    public String inject(Scene scene) {
        Database database = scene.cluster().database();
        String reference = scene.propose();
        try (Connection gate = database.open()) {
            Database.text(gate, "SELECT pg_advisory_lock(" + GATE + ")");
            Database.run(gate, """
                    CREATE OR REPLACE FUNCTION standards.fault_gate() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_advisory_xact_lock(%d); RETURN NEW; END'""".formatted(GATE));
            Database.run(gate, """
                    CREATE TRIGGER fault_gate AFTER INSERT ON standards.stored_event FOR EACH ROW
                    WHEN (NEW.reference = '%s') EXECUTE FUNCTION standards.fault_gate()""".formatted(reference));
            try {
                return commitLate(scene, database, gate, reference);
            } finally {
                // Where it went wrong, the event must not wait for ever.
                Database.text(gate, "SELECT pg_advisory_unlock_all()");
                Database.run(gate, "DROP FUNCTION standards.fault_gate() CASCADE");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String commitLate(Scene scene, Database database, Connection gate, String reference)
            throws SQLException {
        var late = CompletableFuture.runAsync(() -> scene.step(reference, "withdraw", 1));
        Scene.await(
                "the event waits to commit",
                LONGEST_HOLD,
                () -> database.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
        String neighbour = scene.propose();
        Scene.await("its neighbour is in the outbox", LONGEST_HOLD, () -> outbox(database, neighbour) > 0);
        if (outbox(database, reference) > 1) throw new IllegalStateException("The event did not wait");
        Database.text(gate, "SELECT pg_advisory_unlock(" + GATE + ")");
        late.join();
        Scene.await("the late event is in the outbox", Scene.RECOVERY, () -> outbox(database, reference) > 1);
        long place = index(database, reference);
        long earlier = index(database, neighbour);
        if (place > earlier) throw new IllegalStateException("It took a place after its neighbour");
        return "event %d committed after event %d had been announced".formatted(place, earlier);
    }

    private static long outbox(Database database, String reference) {
        return database.number("SELECT count(*) FROM standards.outbox WHERE reference = '" + reference + "'");
    }

    private static long index(Database database, String reference) {
        return database.number(
                "SELECT max(global_index) FROM standards.stored_event WHERE reference = '" + reference + "'");
    }
}
