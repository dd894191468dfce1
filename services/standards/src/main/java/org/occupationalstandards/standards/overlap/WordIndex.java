package org.occupationalstandards.standards.overlap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.overlap.StandardWords.Said;
import org.springframework.stereotype.Component;

/** Takes apart what standards say now. */
@Component
class WordIndex {

    private final StandardStore standards;
    private final StandardWords words;
    private final LifecyclePolicy policy;
    private final Clock clock;

    WordIndex(StandardStore standards, StandardWords words, LifecyclePolicy policy, Clock clock) {
        this.standards = standards;
        this.words = words;
        this.policy = policy;
        this.clock = clock;
    }

    /** @param stored by reference, the sequence of an event that is stored: the words of an earlier state will not do */
    void index(Map<String, Long> stored) {
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var said = new ArrayList<Said>();
        var gone = new ArrayList<String>();
        stored.forEach((reference, sequence) -> {
            var standard = standards.noEarlierThan(reference, sequence);
            if (standard.state().stage() == Stage.WITHDRAWN) {
                gone.add(reference);
            } else {
                said.add(new Said(standard, standard.state().published(today)));
            }
        });
        words.save(said);
        words.remove(gone);
    }
}
