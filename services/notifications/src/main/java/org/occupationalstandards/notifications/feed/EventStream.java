package org.occupationalstandards.notifications.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes entries as server-sent events: the id is the cursor to go on from, the data is what the feed shows. */
final class EventStream {

    private EventStream() {}

    static byte[] events(List<FeedEntry> entries) {
        var out = new ByteArrayOutputStream(1024);
        for (var entry : entries) {
            write(out, "id: " + new Cursor(entry.position()) + "\ndata: ");
            for (byte each : FeedJson.item(entry)) {
                // A line of data ends where the line ends, and JSON may have line breaks between its parts.
                if (each == '\n') write(out, "\ndata: ");
                else if (each != '\r') out.write(each);
            }
            write(out, "\n\n");
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
