package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.history.Observation;

/**
 * Every command has the answer that the rules give in the end: the load asks again, with the same key, until there is one.
 * What the rules are against is refused as that, everything else is done.
 */
final class EveryCommandCompletes implements Checker {

    private static final Set<Integer> REFUSALS = Set.of(409, 412);

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        for (Command command : observation.commands()) {
            if (command.outcome() == Outcome.UNKNOWN) breaches.add("never answered: " + describe(command));
            else if (command.toBeRefused()
                    && (command.outcome() != Outcome.REFUSED || !REFUSALS.contains(command.status()))) {
                breaches.add("against the rules, and answered " + command.status() + ": " + describe(command));
            } else if (!command.toBeRefused() && command.outcome() == Outcome.REFUSED) {
                breaches.add("refused without cause, " + command.status() + ": " + describe(command));
            }
        }
        return Verdict.of(
                "every command completes", breaches, !observation.commands().isEmpty());
    }

    private static String describe(Command command) {
        return command.name() + " " + command.id() + " of " + command.invoked();
    }
}
