package org.occupationalstandards.standards.worklist;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.WhoseTurn;
import org.springframework.stereotype.Component;

/** Works out after each event whose turn it is. What passes with time alone becomes an event, too, and comes here. */
@Component
class TurnFollower implements Follower<StandardEvent> {

    static final String NAME = "worklist";

    private static final int REMEMBERED = 300;

    private final StandardStore standards;
    private final Turns turns;
    private final LifecyclePolicy policy;

    /** Standards as they were taken last; used by the one thread that follows. */
    private final Map<String, StateAt<StandardState>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StateAt<StandardState>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Map<String, StateAt<StandardState>> taken = Map.of();

    TurnFollower(StandardStore standards, Turns turns, LifecyclePolicy policy) {
        this.standards = standards;
        this.turns = turns;
        this.policy = policy;
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
        var since = turns.since(events.stream().map(Recorded::reference).collect(Collectors.toSet()));
        var now = new HashMap<String, StateAt<StandardState>>();
        var current = new HashMap<String, List<CurrentTurn>>();
        for (var event : events) {
            var reference = event.reference();
            var before = now.computeIfAbsent(reference, each -> before(event));
            var after = before.after(event, before.state().after(event.event()));
            var turnsNow = turns(after, event.recordedAt(), since.getOrDefault(reference, Map.of()));
            now.put(reference, after);
            current.put(reference, turnsNow);
            since.put(
                    reference,
                    turnsNow.stream()
                            .collect(Collectors.toMap(
                                    each -> each.turn().subject(), CurrentTurn::since, TurnFollower::earlier)));
        }
        var byStandard = new HashMap<StateAt<StandardState>, List<CurrentTurn>>();
        current.forEach((reference, list) -> byStandard.put(now.get(reference), list));
        turns.replace(byStandard);
        taken = now;
    }

    @Override
    public void kept() {
        remembered.putAll(taken);
    }

    private StateAt<StandardState> before(Recorded<StandardEvent> event) {
        var known = remembered.get(event.reference());
        return known != null && known.sequence() == event.sequence() - 1
                ? known
                : standards.at(event.reference(), event.sequence() - 1);
    }

    private List<CurrentTurn> turns(StateAt<StandardState> standard, Instant at, Map<String, Instant> before) {
        var state = standard.state();
        // Only in the ballot of a named panel does it matter who is in the group.
        var group =
                state.stage() == Stage.SUBMITTED && !state.approval().panel().isEmpty()
                        ? standards.owner(state).orElse(null)
                        : null;
        return WhoseTurn.of(state, at, policy, group).stream()
                .map(turn -> new CurrentTurn(turn, before.getOrDefault(turn.subject(), at)))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
