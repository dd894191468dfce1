package org.occupationalstandards.standards.overlap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.lifecycle.DraftEvent.DraftChanged;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.springframework.stereotype.Component;

/**
 * Keeps the words of each standard beside its events. Drafts are saved several times a minute, which alone is not worth
 * taking their text apart: that a draft was saved is noted, and its words come when somebody asks.
 */
@Component
class WordFollower implements Follower<StandardEvent> {

    static final String NAME = "overlaps";

    private final StandardWords words;
    private final WordIndex index;

    WordFollower(StandardWords words, WordIndex index) {
        this.words = words;
        this.index = index;
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
    public boolean repeatable() {
        return true;
    }

    @Override
    public void forget() {
        words.forget();
    }

    @Override
    public void take(List<Recorded<StandardEvent>> events) {
        var saved = new HashMap<String, Long>();
        var moved = new HashSet<String>();
        for (var event : events) {
            if (event.event() instanceof DraftChanged) {
                saved.put(event.reference(), event.sequence());
            } else {
                moved.add(event.reference());
            }
        }
        index.follow(events.stream()
                .filter(event -> moved.contains(event.reference()))
                .toList());
        words.fallBehind(saved);
    }
}
