package org.occupationalstandards.standards.overlap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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

    void index(Collection<String> references) {
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var said = new ArrayList<Said>();
        var gone = new ArrayList<String>();
        for (var reference : references) {
            var standard = standards.load(reference).orElseThrow();
            if (standard.state().stage() == Stage.WITHDRAWN) {
                gone.add(reference);
            } else {
                said.add(new Said(standard, standard.state().published(today)));
            }
        }
        words.save(said);
        words.remove(gone);
    }
}
