package org.occupationalstandards.notifications.feed;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One announcement in the feed.
 *
 * @param position place in the whole change stream, from 1 without gaps
 * @param id of the CloudEvent, the same on every channel
 * @param time as it was announced, character by character
 * @param recordedAt the same instant: when the system of record stored the event
 * @param sequence position in the stream of its standard
 * @param previousSequence of the announcement before it for the same standard, 0 for none
 * @param route id of the route that the standard is on, for filters
 * @param formerRoute the one that it was on before, where this announcement moved it
 * @param level that the standard is at, for filters
 * @param formerLevel the one that it was at before, where this announcement moved it
 * @param data JSON, byte by byte as on Kafka
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying would double the memory of a page
public record FeedEntry(
        long position,
        String id,
        String source,
        String type,
        String subject,
        String time,
        Instant recordedAt,
        long sequence,
        long previousSequence,
        @Nullable String dataschema,
        @Nullable String traceParent,
        @Nullable Integer route,
        @Nullable Integer formerRoute,
        @Nullable Integer level,
        @Nullable Integer formerLevel,
        String title,
        byte[] data) {

    /** The same, after an announcement that had the standard on that route and at that level. */
    FeedEntry after(@Nullable Integer routeBefore, @Nullable Integer levelBefore) {
        return new FeedEntry(
                position,
                id,
                source,
                type,
                subject,
                time,
                recordedAt,
                sequence,
                previousSequence,
                dataschema,
                traceParent,
                route,
                Objects.equals(route, routeBefore) ? null : routeBefore,
                level,
                Objects.equals(level, levelBefore) ? null : levelBefore,
                title,
                data);
    }
}
