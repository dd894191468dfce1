package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.eventsourcing.EmployerStore;
import org.occupationalstandards.standards.eventsourcing.GroupStore;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StaleSequence;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StoredEventTypes;
import org.occupationalstandards.standards.lifecycle.DraftEvent.DraftChanged;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;
import org.springframework.stereotype.Component;

/** Tells somebody whose request was meant for an earlier state what others have done since. */
@Component
class Meanwhile {

    /** Whoever is further behind than this reads the history. */
    private static final int MOST_EVENTS = 100;

    private final StandardStore standards;
    private final GroupStore groups;
    private final EmployerStore employers;

    Meanwhile(StandardStore standards, GroupStore groups, EmployerStore employers) {
        this.standards = standards;
        this.groups = groups;
        this.employers = employers;
    }

    /**
     * What happened since a sequence.
     *
     * @param changes how the draft differs in all from what it was then, with the labels of then and now
     * @param events the last of them where they are too many
     */
    record Happened(List<Change> changes, List<Happening> events, int eventsLeftOut) {}

    record Happening(
            long sequence,
            String type,

            @Schema(description = "Opaque id of who did it") String by,

            Instant recordedAt,

            @Schema(description = "What it changed in the draft") @Nullable
            List<Change> changes) {}

    Happened since(StaleSequence stale) {
        var events = history(stale);
        int leftOut = Math.max(0, events.size() - MOST_EVENTS);
        return new Happened(
                changes(stale),
                events.stream().skip(leftOut).map(Meanwhile::happening).toList(),
                leftOut);
    }

    private List<? extends Recorded<?>> history(StaleSequence stale) {
        return Stream.of(standards, groups, employers)
                .filter(store -> store.facts() == stale.facts())
                .findFirst()
                .orElseThrow()
                .history(stale.reference(), stale.expected());
    }

    /** Of the draft, where it is one that has a draft. */
    private List<Change> changes(StaleSequence stale) {
        if (stale.facts() != StandardEvent.class || stale.expected() == 0 || stale.expected() > stale.current()) {
            return List.of();
        }
        var then = standards.at(stale.reference(), stale.expected()).state();
        var now = standards
                .load(stale.reference())
                .filter(loaded -> loaded.sequence() == stale.current())
                .orElseGet(() -> standards.at(stale.reference(), stale.current()))
                .state();
        return ContentDiff.between(then.draft().content(), now.draft().content());
    }

    private static Happening happening(Recorded<?> recorded) {
        var event = recorded.event();
        return new Happening(
                recorded.sequence(),
                StoredEventTypes.of(event.getClass()).name(),
                event.by(),
                recorded.recordedAt(),
                event instanceof DraftChanged changed ? changed.changes() : null);
    }
}
