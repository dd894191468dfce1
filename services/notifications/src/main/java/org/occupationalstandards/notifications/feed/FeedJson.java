package org.occupationalstandards.notifications.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes entries as JSON around their data, whose bytes go through as they came. */
public final class FeedJson {

    private FeedJson() {}

    /** A page: {@code {"items": [...], "next": "..."}}. */
    static byte[] page(List<FeedEntry> entries, Cursor next) {
        var out = new Writer();
        out.raw("{\"items\":[");
        String separator = "";
        for (var entry : entries) {
            out.raw(separator);
            item(out, entry);
            separator = ",";
        }
        return out.raw("],\"next\":\"").raw(next.toString()).raw("\"}").bytes();
    }

    /** One change as the feed shows it. */
    public static byte[] item(FeedEntry entry) {
        var out = new Writer();
        item(out, entry);
        return out.bytes();
    }

    /** One change as a CloudEvent in structured mode. */
    public static byte[] cloudEvent(FeedEntry entry) {
        return new Writer()
                .raw("{\"specversion\":\"1.0\"")
                .field("id", entry.id())
                .field("source", entry.source())
                .field("type", entry.type())
                .field("subject", entry.subject())
                .field("time", entry.time())
                .field("dataschema", entry.dataschema())
                .raw(",\"datacontenttype\":\"application/json\"")
                .field("sequence", Long.toString(entry.sequence()))
                .field("previoussequence", Long.toString(entry.previousSequence()))
                .field("position", Long.toString(entry.position()))
                .field("traceparent", entry.traceParent())
                .raw(",\"data\":")
                .raw(entry.data())
                .raw("}")
                .bytes();
    }

    private static void item(Writer out, FeedEntry entry) {
        out.raw("{\"id\":")
                .quoted(entry.id())
                .field("type", entry.type())
                .field("subject", entry.subject())
                .field("time", entry.time())
                .raw(",\"sequence\":")
                .raw(Long.toString(entry.sequence()))
                .field("dataschema", entry.dataschema())
                .raw(",\"data\":")
                .raw(entry.data())
                .raw("}");
    }

    private static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

        Writer raw(String text) {
            return raw(text.getBytes(StandardCharsets.UTF_8));
        }

        Writer raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Writer quoted(String text) {
            return raw("\"")
                    .raw(JsonStringEncoder.getInstance().quoteAsUTF8(text))
                    .raw("\"");
        }

        Writer field(String name, @Nullable String value) {
            return value == null ? this : raw(",\"" + name + "\":").quoted(value);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
