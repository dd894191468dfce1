package org.occupationalstandards.notifications.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Pages of the feed, ready to send. A full page never changes, and one that ends at the horizon is right until the
 * horizon moves, so many readers of the same place cost one look into the database.
 */
@Component
class FeedPages {

    /** Enough for the pages that are asked for again and again; old ones are read from the database. */
    private static final long CACHED_BYTES = 32L << 20;

    private final Feed feed;
    private final Horizon horizon;
    private final Cache<Key, Page> cache = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((Key key, Page page) -> page.json().length + 256)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    FeedPages(Feed feed, Horizon horizon) {
        this.feed = feed;
        this.horizon = horizon;
    }

    private record Key(long after, int limit, Filter filter) {}

    /**
     * One page.
     *
     * @param next where to go on; for a page that is not full, the end of what may be read
     * @param full whether there is no more room, so that the page never changes
     * @param empty whether no announcement is on it
     */
    record Page(byte[] json, Cursor next, boolean full, boolean empty) {
        boolean current(long horizon) {
            return full || next.position() >= horizon;
        }
    }

    /** The page of at most {@code limit} announcements after that cursor. */
    Page after(Cursor cursor, int limit, Filter filter) {
        long through = Math.max(horizon.position(), cursor.position());
        var key = new Key(cursor.position(), limit, filter);
        // Computed under the cache's lock of that key: a thousand readers woken together read once.
        return cache.asMap()
                .compute(key, (same, known) -> known != null && known.current(through) ? known : read(same, through));
    }

    private Page read(Key key, long through) {
        var entries = feed.between(key.after(), through, key.filter(), key.limit());
        boolean full = entries.size() == key.limit();
        var next = new Cursor(full ? entries.getLast().position() : through);
        return new Page(FeedJson.page(entries, next), next, full, entries.isEmpty());
    }
}
