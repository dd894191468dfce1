package org.occupationalstandards.notifications.intake;

import java.util.List;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.notifications.feed.FeedEntry;
import org.occupationalstandards.platform.intake.Arrival;
import org.occupationalstandards.platform.intake.Incoming;
import org.occupationalstandards.platform.intake.Recipient;
import org.occupationalstandards.platform.intake.Unreadable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes announcements in: into the feed, and as planned deliveries, in the transaction that also moves the ledger. */
@Component
class FeedRecipient implements Recipient<FeedEntry> {

    private final EntryReader reader;
    private final Feed feed;
    private final Planner planner;
    private final Bell bell;

    FeedRecipient(EntryReader reader, Feed feed, Planner planner, Bell bell) {
        this.reader = reader;
        this.feed = feed;
        this.planner = planner;
        this.bell = bell;
    }

    @Override
    public FeedEntry read(Incoming incoming) throws Unreadable {
        return reader.read(incoming);
    }

    @Override
    public void take(List<Arrival<FeedEntry>> arrivals) {
        planner.plan(arrivals.stream()
                .map(Arrival::announcement)
                .filter(feed::add)
                .map(FeedEntry::position)
                .toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
