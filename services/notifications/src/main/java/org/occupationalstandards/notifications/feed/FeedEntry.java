package org.occupationalstandards.notifications.feed;

import java.time.Instant;
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
        @Nullable Integer level,
        String title,
        byte[] data) {}
