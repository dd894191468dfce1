package org.occupationalstandards.notifications.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** Announcements as CloudEvents in structured mode; one that goes to a thousand subscribers is read and written once. */
@Component
public class CloudEvents {

    private static final long CACHED_BYTES = 16L << 20;

    private final Feed feed;
    private final Cache<Long, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((Long position, byte[] json) -> json.length)
            .build();

    CloudEvents(Feed feed) {
        this.feed = feed;
    }

    /** The announcement at that position, JSON in UTF-8; the same bytes every time. Not to be changed. */
    public byte[] at(long position) {
        return cache.get(position, this::read);
    }

    private byte[] read(Long position) {
        return FeedJson.cloudEvent(feed.at(position)
                .orElseThrow(() -> new IllegalStateException("Nothing in the feed at position " + position)));
    }
}
