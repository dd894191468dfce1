package org.occupationalstandards.faults.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.occupationalstandards.faults.history.DeadLetter;
import org.occupationalstandards.faults.history.Injected;
import org.occupationalstandards.faults.history.Observation;

/** Every unreadable message is among the dead letters with the right reason, and nothing else is. */
final class DeadLettersTellWhy implements Checker {

    @Override
    public Verdict check(Observation observation) {
        List<String> breaches = new ArrayList<>();
        Set<DeadLetter> expected = new HashSet<>();
        for (Injected each : observation.injected()) expected.add(new DeadLetter(each.id(), each.reason()));
        Set<DeadLetter> there = new HashSet<>(observation.deadLetters());
        for (DeadLetter each : there) {
            if (!expected.contains(each)) breaches.add("set aside without cause: " + each);
        }
        if (observation.settled()) {
            for (DeadLetter each : expected) {
                if (!there.contains(each)) breaches.add("not set aside: " + each);
            }
        }
        return Verdict.of(
                "dead letters tell why",
                breaches,
                observation.settled() && !observation.topic().isEmpty());
    }
}
