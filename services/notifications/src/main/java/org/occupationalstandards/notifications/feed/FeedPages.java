package org.occupationalstandards.notifications.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Pages of the feed, ready to send. A full page never changes, and one that ends at the horizon is right until the
 * horizon moves, so many readers of the same place cost one look into the database.
 */
@Component
public class FeedPages {

    /** Enough for the pages that are asked for again and again; old ones are read from the database. */
    private static final long CACHED_BYTES = 32L << 20;

    /** A page that reaches this size is full, however many announcements are on it. */
    private static final long LARGEST_PAGE = 4L << 20;

    /** Read together, so that a page of large announcements is not read far beyond what fits on it. */
    private static final int CHUNK = 50;

    private final Feed feed;
    private final Horizon horizon;
    private final Cache<Key, Page> cache = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((Key key, Page page) -> page.bytes().length + 256)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    FeedPages(Feed feed, Horizon horizon) {
        this.feed = feed;
        this.horizon = horizon;
    }

    /** How a page is written. */
    public enum Form {
        JSON,
        EVENT_STREAM
    }

    private record Key(long after, int limit, Filter filter, Form form) {}

    /**
     * One page.
     *
     * @param bytes not to be changed
     * @param next where to go on; for a page that is not full, the end of what may be read
     * @param full whether there is no more room, so that the page never changes
     * @param empty whether no announcement is on it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; shared by all who ask for the page
    public record Page(byte[] bytes, Cursor next, boolean full, boolean empty) {
        boolean current(long horizon) {
            return full || next.position() >= horizon;
        }
    }

    /** The page of at most {@code limit} announcements after that cursor. */
    public Page after(Cursor cursor, int limit, Filter filter, Form form) {
        long through = Math.max(horizon.position(), cursor.position());
        var key = new Key(cursor.position(), limit, filter, form);
        // Computed under the cache's lock of that key: a thousand readers woken together read once.
        return cache.asMap()
                .compute(key, (same, known) -> known != null && known.current(through) ? known : read(same, through));
    }

    private Page read(Key key, long through) {
        var entries = new ArrayList<FeedEntry>();
        long after = key.after();
        long bytes = 0;
        while (true) {
            int room = Math.min(CHUNK, key.limit() - entries.size());
            var chunk = feed.between(after, through, key.filter(), room);
            for (var entry : chunk) {
                entries.add(entry);
                bytes += entry.data().length;
                if (entries.size() == key.limit() || bytes >= LARGEST_PAGE) return page(key, entries, true, through);
            }
            if (chunk.size() < room) return page(key, entries, false, through);
            after = chunk.getLast().position();
        }
    }

    private static Page page(Key key, List<FeedEntry> entries, boolean full, long through) {
        var next = new Cursor(full ? entries.getLast().position() : through);
        var bytes = switch (key.form()) {
            case JSON -> FeedJson.page(entries, next);
            case EVENT_STREAM -> EventStream.events(entries);
        };
        return new Page(bytes, next, full, entries.isEmpty());
    }
}
