package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.occupationalstandards.faults.history.Observation;
import org.occupationalstandards.faults.history.Seen;

/**
 * What is to be announced is what the topic, the feed and every subscriber have. Nothing may be announced that is not
 * stored, at any time; what is missing counts only once the readers have caught up.
 */
final class EveryPlaceHasTheSameEvents implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        Set<Seen> announced = new HashSet<>(observation.toBeAnnounced());
        compare("topic", observation.topic(), announced, observation.settled(), breaches);
        compare("feed", observation.feed(), announced, observation.settled(), breaches);
        if (new HashSet<>(observation.feed()).size() != observation.feed().size()) {
            breaches.add("the feed has an event twice");
        }
        observation
                .deliveries()
                .forEach((subscriber, received) ->
                        compare("subscriber " + subscriber, received, announced, observation.settled(), breaches));
        return Verdict.of("every place has the same events", breaches, observation.settled() && !announced.isEmpty());
    }

    private static void compare(
            String place, List<Seen> seen, Set<Seen> announced, boolean settled, List<String> breaches) {
        Set<Seen> there = new HashSet<>(seen);
        for (Seen event : there) {
            if (!announced.contains(event)) breaches.add(place + " has what was not decided: " + event);
        }
        if (!settled) return;
        for (Seen event : announced) {
            if (!there.contains(event)) breaches.add(place + " lacks " + event);
        }
    }
}
