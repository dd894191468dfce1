package org.occupationalstandards.standards.overlap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.DraftEvent.DraftChanged;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.springframework.stereotype.Component;

/**
 * Keeps the words of each standard beside its events. A save of a draft alone is not worth taking its text apart, often
 * several times a minute: its words come with the next step of the standard.
 */
@Component
class WordFollower implements Follower<StandardEvent> {

    static final String NAME = "overlaps";

    private final StandardStore standards;
    private final StandardWords words;
    private final LifecyclePolicy policy;
    private final Clock clock;

    WordFollower(StandardStore standards, StandardWords words, LifecyclePolicy policy, Clock clock) {
        this.standards = standards;
        this.words = words;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<StandardEvent> facts() {
        return StandardEvent.class;
    }

    @Override
    public void take(List<Recorded<StandardEvent>> events) {
        var references = events.stream()
                .filter(event -> !(event.event() instanceof DraftChanged))
                .map(Recorded::reference)
                .collect(Collectors.toSet());
        if (references.isEmpty()) {
            return;
        }
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var contents = new HashMap<String, Content>();
        var gone = new ArrayList<String>();
        for (var reference : references) {
            var state = standards.load(reference).orElseThrow().state();
            if (state.stage() == Stage.WITHDRAWN) {
                gone.add(reference);
            } else {
                contents.put(reference, state.published(today));
            }
        }
        words.save(contents);
        words.remove(gone);
    }
}
