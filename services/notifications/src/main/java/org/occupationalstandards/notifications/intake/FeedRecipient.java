package org.occupationalstandards.notifications.intake;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.notifications.feed.CurrentStates;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.notifications.feed.FeedEntry;
import org.occupationalstandards.notifications.feed.Horizon;
import org.occupationalstandards.platform.intake.Arrival;
import org.occupationalstandards.platform.intake.Incoming;
import org.occupationalstandards.platform.intake.Reason;
import org.occupationalstandards.platform.intake.Recipient;
import org.occupationalstandards.platform.intake.Unreadable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes announcements in: into the feed, into the current states, and as planned deliveries, in the transaction that also
 * moves the ledger.
 */
@Component
class FeedRecipient implements Recipient<Received> {

    private final EntryReader reader;
    private final Feed feed;
    private final CurrentStates states;
    private final Planner planner;
    private final Horizon horizon;
    private final Bell bell;
    private final FeedSettings settings;

    FeedRecipient(
            EntryReader reader,
            Feed feed,
            CurrentStates states,
            Planner planner,
            Horizon horizon,
            Bell bell,
            FeedSettings settings) {
        this.reader = reader;
        this.feed = feed;
        this.states = states;
        this.planner = planner;
        this.horizon = horizon;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public Received read(Incoming incoming) throws Unreadable {
        long ahead = incoming.position() - horizon.position();
        if (ahead > settings.furthestAhead()) {
            throw new Unreadable(
                    Reason.MALFORMED_ATTRIBUTES,
                    "The position " + incoming.position() + " is " + ahead
                            + " beyond what can be read of the feed; at most " + settings.furthestAhead()
                            + " can still be on their way");
        }
        return reader.read(incoming);
    }

    @Override
    public void take(List<Arrival<Received>> arrivals) {
        var entries =
                arrivals.stream().map(arrival -> arrival.announcement().entry()).toList();
        feed.add(entries);
        planner.plan(entries.stream().map(FeedEntry::position).toList());
        // After the planning, which takes the lock that whoever makes the states anew holds.
        fold(arrivals.stream().map(Arrival::announcement).toList());
        ringAfterCommit();
    }

    /** An operator decided that it will never be told: the feed does not wait for it. */
    @Override
    public void dropped(Incoming incoming) {
        feed.leaveOut(incoming.position());
        ringAfterCommit();
    }

    @Override
    public List<Long> missingPositions() {
        return feed.missing(feed.contiguousThrough(horizon.position()), FeedOperations.MOST_MISSING);
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    private void fold(List<Received> news) {
        var references = news.stream().map(each -> each.entry().subject()).collect(Collectors.toSet());
        var known = states.of(references);
        var changed = new HashMap<String, Occupation>();
        for (var each : news) {
            // What this version does not understand it cannot fold; the feed passes it on to those who do.
            if (each.announcement() == null) continue;
            var state = each.announcement().after(known.get(each.entry().subject()));
            known.put(state.reference(), state);
            changed.put(state.reference(), state);
        }
        states.store(changed.values());
    }
}
