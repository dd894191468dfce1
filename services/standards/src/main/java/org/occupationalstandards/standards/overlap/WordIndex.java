package org.occupationalstandards.standards.overlap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;
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

    /** Of these as they are now. */
    void index(List<String> references) {
        index(references.stream()
                .map(reference -> standards.load(reference).orElseThrow())
                .toList());
    }

    /** Of what these events, all of their standards, have led to at least. */
    void follow(List<Recorded<StandardEvent>> events) {
        index(standards.lately(events).values());
    }

    private void index(Collection<StateAt<StandardState>> states) {
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var said = new ArrayList<Said>();
        var gone = new ArrayList<String>();
        for (var standard : states) {
            if (standard.state().stage() == Stage.WITHDRAWN) {
                gone.add(standard.reference());
            } else {
                said.add(new Said(standard, standard.state().published(today)));
            }
        }
        words.save(said);
        words.remove(gone);
    }
}
