package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Seen;

/** Each place shows the events of a standard in the order in which they were decided; a repetition is no disorder. */
final class OrderPerStandard implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        inOrder("topic", observation.topic(), breaches);
        inOrder("feed", observation.feed(), breaches);
        observation
                .deliveries()
                .forEach((subscriber, received) -> inOrder("subscriber " + subscriber, received, breaches));
        return Verdict.of("order per standard", breaches, !observation.topic().isEmpty());
    }

    private static void inOrder(String place, List<Seen> seen, List<String> breaches) {
        Map<String, Long> last = new HashMap<>();
        Set<Seen> before = new HashSet<>();
        for (Seen event : seen) {
            if (!before.add(event)) continue;
            Long previous = last.put(event.reference(), event.sequence());
            if (previous != null && previous >= event.sequence()) {
                breaches.add("%s: %s after sequence %d".formatted(place, event, previous));
            }
        }
    }
}
