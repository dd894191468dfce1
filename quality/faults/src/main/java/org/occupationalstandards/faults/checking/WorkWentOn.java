package org.occupationalstandards.faults.checking;

import java.util.List;
import org.occupationalstandards.faults.checking.Verdict.Result;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Window;

/** A fault while nothing is decided shows nothing: in the time of each there has to be a command that was acknowledged. */
final class WorkWentOn implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> idle = observation.windows().stream()
                .filter(window -> !acknowledgedIn(window, observation))
                .limit(Verdict.MOST_EVIDENCE)
                .map(window -> "nothing was acknowledged during: " + window)
                .toList();
        return idle.isEmpty()
                ? Verdict.of("work went on", List.of(), !observation.windows().isEmpty())
                : new Verdict("work went on", Result.INCONCLUSIVE, idle);
    }

    private static boolean acknowledgedIn(Window window, Observation observation) {
        return observation.commands().stream()
                .filter(command -> command.outcome() == Outcome.ACKNOWLEDGED)
                .anyMatch(command -> command.completed() != null && window.includes(command.completed()));
    }
}
