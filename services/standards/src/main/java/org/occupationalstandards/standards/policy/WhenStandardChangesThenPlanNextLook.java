package org.occupationalstandards.standards.policy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.Deadlines;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.springframework.stereotype.Component;

/**
 * Plans for each standard, after each of its events, when a date will ask for something. The plan is kept in the transaction
 * that notes the event as taken: an instance that dies before that takes the event again when it is back.
 */
@Component
class WhenStandardChangesThenPlanNextLook implements Follower<StandardEvent> {

    static final String NAME = "deadlines";

    private final StandardStore standards;
    private final PlannedLooks looks;
    private final LifecyclePolicy policy;
    private final Scheduler scheduler;
    private final Clock clock;

    /** Whether something that was planned last is due already; used by the one thread that follows. */
    private boolean dueNow;

    WhenStandardChangesThenPlanNextLook(
            StandardStore standards, PlannedLooks looks, LifecyclePolicy policy, Scheduler scheduler, Clock clock) {
        this.standards = standards;
        this.looks = looks;
        this.policy = policy;
        this.scheduler = scheduler;
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
        // Perhaps as they are after events that are still to come here; then those come, too.
        var lately = standards.lately(events);
        Map<Look, Instant> next = new HashMap<>();
        lately.forEach((reference, standard) -> Deadlines.next(standard.state(), policy)
                .ifPresent(at -> next.put(new Look(reference, standard.sequence()), notBefore(at))));
        looks.plan(lately.keySet(), next);
        var now = clock.instant();
        dueNow = next.values().stream().anyMatch(at -> !at.isAfter(now));
    }

    @Override
    public void kept() {
        if (dueNow) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** PostgreSQL keeps microseconds; a look that comes a moment too early finds nothing to do. */
    private static Instant notBefore(Instant at) {
        var millis = at.truncatedTo(ChronoUnit.MILLIS);
        return millis.equals(at) ? at : millis.plusMillis(1);
    }
}
