package org.occupationalstandards.faults.checking;

import java.util.List;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.history.Observation;

/** Every command has an answer in the end: the load asks again, with the same key, until there is one. */
final class EveryCommandCompletes implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = observation.commands().stream()
                .filter(command -> command.outcome() == Outcome.UNKNOWN)
                .map(command -> "never answered: " + describe(command))
                .toList();
        return Verdict.of(
                "every command completes", breaches, !observation.commands().isEmpty());
    }

    private static String describe(Command command) {
        return command.name() + " " + command.id() + " of " + command.invoked();
    }
}
