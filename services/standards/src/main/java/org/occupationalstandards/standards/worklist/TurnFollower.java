package org.occupationalstandards.standards.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.StandardActions;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.WhoseTurn;
import org.springframework.stereotype.Component;

/** Works out after each event whose turn it is, and after each command who is told. What passes with time alone becomes an event, too, and comes here. */
@Component
class TurnFollower implements Follower<StandardEvent> {

    static final String NAME = "worklist";

    private static final int REMEMBERED = 300;

    private final StandardStore standards;
    private final Turns turns;
    private final Tellings tellings;
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

    TurnFollower(StandardStore standards, Turns turns, Tellings tellings, LifecyclePolicy policy) {
        this.standards = standards;
        this.turns = turns;
        this.tellings = tellings;
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
    public boolean repeatable() {
        return true;
    }

    @Override
    public void forget() {
        turns.forget();
    }

    @Override
    public void take(List<Recorded<StandardEvent>> events) {
        var since = turns.since(events.stream().map(Recorded::reference).collect(Collectors.toSet()));
        var now = new HashMap<String, StateAt<StandardState>>();
        var current = new HashMap<String, List<CurrentTurn>>();
        var done = new LinkedHashMap<String, Done>();
        var told = new ArrayList<Telling>();
        for (var event : events) {
            var reference = event.reference();
            var before = now.computeIfAbsent(reference, each -> before(event));
            var after = before.after(event, before.state().after(event.event()));
            var turnsNow = turns(after, event.recordedAt(), since.getOrDefault(reference, Map.of()));
            now.put(reference, after);
            var earlier = done.get(reference);
            if (earlier != null && !earlier.sameCommand(event)) {
                told.add(telling(earlier));
            }
            var known = since.getOrDefault(reference, Map.of()).keySet();
            done.put(
                    reference,
                    earlier != null && earlier.sameCommand(event)
                            ? new Done(earlier.before(), earlier.known(), event, after.state(), turnsNow)
                            : new Done(before.state(), known, event, after.state(), turnsNow));
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
        done.values().forEach(last -> told.add(telling(whole(last))));
        tellings.add(told.stream().filter(Telling::concernsSomebody).toList());
        taken = now;
    }

    @Override
    public void kept() {
        remembered.putAll(taken);
    }

    /**
     * What a command has done: all its events, seen from the last of them.
     *
     * @param known subjects of the turns that were somebody's before
     */
    private record Done(
            StandardState before,
            Set<String> known,
            Recorded<StandardEvent> last,
            StandardState after,
            List<CurrentTurn> turns) {

        boolean sameCommand(Recorded<StandardEvent> next) {
            return last.event().at().equals(next.event().at())
                    && last.event().by().equals(next.event().by())
                    && Objects.equals(last.command(), next.command());
        }
    }

    /**
     * The same with the events of the command that come in the next batch: they are stored together, and follow all the same
     * one by one. What is told by then is not told again.
     */
    private Done whole(Done done) {
        var last = done.last();
        if (name(last).events().size() == 1) {
            return done;
        }
        var whole = done;
        var standard = new StateAt<>(last.reference(), last.sequence(), done.after());
        for (var next : standards.history(last.reference(), last.sequence())) {
            if (!whole.sameCommand(next)) {
                break;
            }
            standard = standard.after(next, standard.state().after(next.event()));
            var turnsThen = turns(standard, next.recordedAt(), Map.of());
            whole = new Done(done.before(), done.known(), next, standard.state(), turnsThen);
        }
        return whole;
    }

    private static CommandName name(Recorded<StandardEvent> event) {
        return CommandName.ofWireName(Objects.requireNonNullElse(event.command(), ""))
                .orElseGet(() -> CommandName.leadingTo(event.event().getClass()));
    }

    private Telling telling(Done done) {
        var last = done.last();
        var name = name(last);
        var state = done.after();
        var group = standards.owner(state).orElse(null);
        return new Telling(
                last.id(),
                last.reference(),
                last.sequence(),
                state.title(),
                state.classification().route(),
                state.owner(),
                last.recordedAt(),
                name,
                name.does(),
                last.event().by(),
                StandardActions.told(name, done.before()),
                group == null ? null : Telling.Group.of(group),
                done.turns().stream()
                        .map(CurrentTurn::turn)
                        .filter(turn -> !done.known().contains(turn.subject()))
                        .map(turn -> Telling.Due.of(turn, state, group))
                        .toList());
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
