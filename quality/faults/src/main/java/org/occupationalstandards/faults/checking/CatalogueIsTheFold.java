package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.occupationalstandards.faults.history.Observation;
import tools.jackson.databind.JsonNode;

/** The catalogue shows each standard as the event store has it, with everything that it holds. */
final class CatalogueIsTheFold implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        TreeSet<String> references = new TreeSet<>(observation.decided().keySet());
        references.addAll(observation.catalogue().keySet());
        for (String reference : references) {
            JsonNode decided = observation.decided().get(reference);
            JsonNode shown = observation.catalogue().get(reference);
            if (decided == null) breaches.add(reference + " is shown and was never decided on");
            else if (observation.settled()) {
                if (shown == null) breaches.add(reference + " is not shown");
                else differences(reference, decided, shown, breaches);
            }
        }
        return Verdict.of("the catalogue is the fold", breaches, observation.settled() && !references.isEmpty());
    }

    private static void differences(String reference, JsonNode decided, JsonNode shown, List<String> breaches) {
        TreeSet<String> names = new TreeSet<>(decided.propertyNames());
        names.addAll(shown.propertyNames());
        for (String name : names) {
            if (!decided.path(name).equals(shown.path(name))) {
                breaches.add("%s: %s is shown as %s and should be %s"
                        .formatted(reference, name, shown.path(name), decided.path(name)));
            }
        }
    }
}
