package org.occupationalstandards.platform.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message with its CloudEvents attributes read and its data still bytes.
 *
 * @param id of the event, the same wherever it is told
 * @param type such as {@code standards.standard.approved.v1}
 * @param subject reference of the standard
 * @param time when the event was recorded
 * @param sequence position in the stream of its standard
 * @param previousSequence sequence of the message before it for the same standard, 0 for none
 * @param position place in the whole change stream
 * @param attributes every CloudEvents attribute by its name, such as {@code dataschema}
 * @param traceparent W3C trace context, where the sender had one
 * @param bytes the data, JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying every message would double the memory of a batch
public record Incoming(
        String id,
        String type,
        String subject,
        Instant time,
        long sequence,
        long previousSequence,
        long position,
        Map<String, String> attributes,
        @Nullable String traceparent,
        byte[] bytes) {}
