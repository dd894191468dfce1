package org.occupationalstandards.notifications.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.notifications.delivery.PlanningLock;
import org.occupationalstandards.notifications.feed.CurrentStates;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.notifications.feed.FeedEntry;
import org.occupationalstandards.platform.intake.AnnouncementReader;
import org.occupationalstandards.platform.intake.Incoming;
import org.occupationalstandards.platform.intake.Unreadable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the current states anew from the feed, after a change of what folding means. Intake waits for moments only. */
@Component
class Refolding {

    /** Standards that are folded in one transaction. */
    private static final int TOGETHER = 20;

    private final Feed feed;
    private final CurrentStates states;
    private final AnnouncementReader announcements;
    private final PlanningLock lock;
    private final TransactionTemplate transaction;

    Refolding(
            Feed feed,
            CurrentStates states,
            AnnouncementReader announcements,
            PlanningLock lock,
            PlatformTransactionManager transactions) {
        this.feed = feed;
        this.states = states;
        this.announcements = announcements;
        this.lock = lock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many standards have a state now */
    int foldAgain() {
        int folded = 0;
        var page = feed.subjectsAfter("", TOGETHER);
        while (!page.isEmpty()) {
            var references = page;
            folded += Objects.requireNonNull(transaction.execute(status -> fold(references)));
            page = feed.subjectsAfter(references.getLast(), TOGETHER);
        }
        return folded;
    }

    /** Under the lock: what intake adds meanwhile is folded after this, on top of it. */
    private int fold(List<String> references) {
        lock.take();
        Map<String, Occupation> folded = new HashMap<>();
        feed.forEach(
                feed.positionsOf(references),
                entry -> announcement(entry)
                        .ifPresent(announcement ->
                                folded.put(entry.subject(), announcement.after(folded.get(entry.subject())))));
        states.store(folded.values());
        return folded.size();
    }

    private Optional<Announcement> announcement(FeedEntry entry) {
        if (AnnouncementType.ofWireName(entry.type()).isEmpty()) return Optional.empty();
        try {
            return Optional.of(announcements.read(new Incoming(
                    entry.id(),
                    entry.type(),
                    entry.subject(),
                    entry.recordedAt(),
                    entry.sequence(),
                    entry.previousSequence(),
                    entry.position(),
                    Map.of(),
                    entry.traceParent(),
                    entry.data())));
        } catch (Unreadable neverTakenIn) {
            throw new IllegalStateException("The feed holds " + entry.id() + ", which cannot be read", neverTakenIn);
        }
    }
}
