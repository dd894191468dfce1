package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Stored;

/**
 * Every acknowledged command's events are in the store, no event is there twice, no stream has a hole, and every event is
 * that of exactly one command: one that was acknowledged, or one that was never answered.
 */
final class AcknowledgedIsStoredOnce implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        Map<String, Set<Long>> sequences = new TreeMap<>();
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
        Map<String, Map<Long, Command>> owners = owners(observation.commands(), sequences, breaches);
        unowned(observation, sequences, owners, breaches);
        boolean anyAcknowledged =
                observation.commands().stream().anyMatch(command -> command.outcome() == Outcome.ACKNOWLEDGED);
        return Verdict.of("acknowledged is stored once", breaches, anyAcknowledged);
    }

    private static Map<String, Map<Long, Command>> owners(
            List<Command> commands, Map<String, Set<Long>> sequences, List<String> breaches) {
        Map<String, Map<Long, Command>> owners = new HashMap<>();
        for (Command command : commands) {
            if (command.outcome() != Outcome.ACKNOWLEDGED) continue;
            String reference = command.reference();
            Long through = command.sequence();
            if (reference == null || through == null) {
                breaches.add("acknowledged without saying what: " + command);
                continue;
            }
            for (long sequence = command.before() + 1; sequence <= through; sequence++) {
                if (!sequences.getOrDefault(reference, Set.of()).contains(sequence)) {
                    breaches.add("acknowledged, not stored: sequence " + sequence + " of " + command);
                }
                Command other = owners.computeIfAbsent(reference, any -> new HashMap<>())
                        .put(sequence, command);
                if (other != null) breaches.add("one event for two commands: " + other + " and " + command);
            }
        }
        return owners;
    }

    private static void unowned(
            Observation observation,
            Map<String, Set<Long>> sequences,
            Map<String, Map<Long, Command>> owners,
            List<String> breaches) {
        List<Command> unanswered = new ArrayList<>(observation.commands().stream()
                .filter(command -> command.outcome() == Outcome.UNKNOWN)
                .toList());
        sequences.forEach((reference, seen) -> {
            for (long sequence : new java.util.TreeSet<>(seen)) {
                if (owners.getOrDefault(reference, Map.of()).containsKey(sequence)) continue;
                Command excuse = excuse(unanswered, reference, sequence);
                if (excuse == null) breaches.add("nobody's command: sequence " + sequence + " of " + reference);
                else unanswered.remove(excuse);
            }
        });
    }

    /** A command without an answer may have led to that event; a proposal among them does not know its standard. */
    private static @Nullable Command excuse(List<Command> unanswered, String reference, long sequence) {
        return unanswered.stream()
                .filter(command -> command.before() + 1 == sequence
                        && (command.reference() == null || command.reference().equals(reference)))
                .findFirst()
                .orElse(null);
    }
}
