package org.occupationalstandards.notifications.subscription;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.Replaying;
import org.occupationalstandards.notifications.feed.Cursor;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.problem.Years;
import org.springframework.stereotype.Component;

/** Delivers a stretch of the feed again. */
@Component
class Replays {

    private final Feed feed;
    private final Replaying replaying;

    Replays(Feed feed, Replaying replaying) {
        this.feed = feed;
        this.replaying = replaying;
    }

    /**
     * A stretch of the feed: from a cursor or a time, to a cursor or a time, or to the end.
     *
     * @param after cursor, exclusive
     * @param since inclusive
     * @param through cursor, inclusive
     * @param until exclusive
     */
    record Range(
            @Nullable String after,
            @Nullable Instant since,
            @Nullable String through,
            @Nullable Instant until) {}

    int replay(UUID subscription, Range range) {
        var faults = new ArrayList<Fault>();
        if ((range.after() == null) == (range.since() == null)) {
            faults.add(Fault.at("", "One of after (a cursor) and since (a time) is needed, not both."));
        }
        if (range.through() != null && range.until() != null) {
            faults.add(Fault.at("", "Only one of through (a cursor) and until (a time) can be given."));
        }
        checkCursor("/after", range.after(), faults);
        checkCursor("/through", range.through(), faults);
        checkYear("/since", range.since(), faults);
        checkYear("/until", range.until(), faults);
        if (!faults.isEmpty()) throw ProblemException.invalid(faults);
        return replaying.replay(subscription, after(range), through(range));
    }

    private static void checkYear(String pointer, @Nullable Instant time, ArrayList<Fault> faults) {
        try {
            if (time != null) Years.within(time.atOffset(ZoneOffset.UTC));
        } catch (DateTimeException outOfReach) {
            faults.add(Fault.at(pointer, "This must be a time in a year from 0001 to 9999."));
        }
    }

    private static void checkCursor(String pointer, @Nullable String cursor, ArrayList<Fault> faults) {
        if (cursor != null && Cursor.parse(cursor).isEmpty()) {
            faults.add(Fault.at(pointer, "This must be a cursor that the feed or a snapshot gave."));
        }
    }

    private long after(Range range) {
        return range.since() == null ? position(range.after()) : feed.beforeAllSince(range.since());
    }

    private long through(Range range) {
        if (range.until() != null) return feed.lastBefore(range.until());
        return range.through() == null ? Long.MAX_VALUE : position(range.through());
    }

    private static long position(@Nullable String cursor) {
        return Cursor.parse(Objects.requireNonNull(cursor)).orElseThrow().position();
    }
}
