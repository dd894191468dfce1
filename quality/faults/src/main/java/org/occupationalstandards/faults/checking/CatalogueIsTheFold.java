package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Shown;

/** The catalogue shows each standard as a fold of the announcements gives it. */
final class CatalogueIsTheFold implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        TreeSet<String> references = new TreeSet<>(observation.folded().keySet());
        references.addAll(observation.catalogue().keySet());
        for (String reference : references) {
            Shown folded = observation.folded().get(reference);
            Shown shown = observation.catalogue().get(reference);
            if (folded == null) breaches.add(reference + " is shown and was never announced");
            else if (observation.settled() && !folded.equals(shown)) {
                breaches.add("%s is shown as %s and should be %s".formatted(reference, shown, folded));
            }
        }
        return Verdict.of("the catalogue is the fold", breaches, observation.settled() && !references.isEmpty());
    }
}
