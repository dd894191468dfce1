package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Stored;

/** Every acknowledged command's event is in the store, no event is there twice, and no stream has a hole. */
final class AcknowledgedIsStoredOnce implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        Map<String, Set<Long>> sequences = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Stored event : observation.stored()) {
            if (!ids.add(event.id())) breaches.add("stored twice: " + event);
            if (!sequences
                    .computeIfAbsent(event.reference(), any -> new HashSet<>())
                    .add(event.sequence())) {
                breaches.add("two events with one sequence: " + event);
            }
        }
        sequences.forEach((reference, seen) -> {
            for (long sequence = 1; sequence <= seen.size(); sequence++) {
                if (!seen.contains(sequence)) breaches.add("hole in " + reference + " at " + sequence);
            }
        });
        for (Command command : observation.commands()) {
            if (command.outcome() == Outcome.ACKNOWLEDGED && !isStored(command, sequences)) {
                breaches.add("acknowledged, not stored: " + command);
            }
        }
        boolean anyAcknowledged =
                observation.commands().stream().anyMatch(command -> command.outcome() == Outcome.ACKNOWLEDGED);
        return Verdict.of("acknowledged is stored once", breaches, anyAcknowledged);
    }

    private static boolean isStored(Command command, Map<String, Set<Long>> sequences) {
        String reference = command.reference();
        Long sequence = command.sequence();
        return reference != null
                && sequence != null
                && sequences.getOrDefault(reference, Set.of()).contains(sequence);
    }
}
