package org.occupationalstandards.notifications.intake;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.CloudEventNames;
import org.occupationalstandards.notifications.feed.FeedEntry;
import org.occupationalstandards.platform.intake.AnnouncementReader;
import org.occupationalstandards.platform.intake.Incoming;
import org.occupationalstandards.platform.intake.Reason;
import org.occupationalstandards.platform.intake.Unreadable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the feed has to know of an announcement. The data goes through as it came, and a type that this version does
 * not know goes through as well: the feed passes on what others may understand.
 */
@Component
class EntryReader {

    private final JsonMapper json;
    private final AnnouncementReader announcements;

    EntryReader(JsonMapper json, AnnouncementReader announcements) {
        this.json = json;
        this.announcements = announcements;
    }

    Received read(Incoming incoming) throws Unreadable {
        var data = parse(incoming.bytes());
        if (!incoming.subject().equals(data.path("reference").asString(null))) {
            throw new Unreadable(
                    Reason.MALFORMED_DATA, "The data must have a reference, and it must be " + incoming.subject());
        }
        boolean known = AnnouncementType.ofWireName(incoming.type()).isPresent();
        return new Received(entry(incoming, data), known ? announcements.read(incoming) : null);
    }

    private static FeedEntry entry(Incoming incoming, JsonNode data) {
        return new FeedEntry(
                incoming.position(),
                incoming.id(),
                incoming.attributes().getOrDefault("source", CloudEventNames.SOURCE),
                incoming.type(),
                incoming.subject(),
                incoming.attributes().getOrDefault("time", incoming.time().toString()),
                incoming.time(),
                incoming.sequence(),
                incoming.previousSequence(),
                incoming.attributes().get("dataschema"),
                incoming.traceparent(),
                number(data.path("route").path("id")),
                null,
                number(data.path("level")),
                null,
                data.path("title").asString(incoming.subject()),
                incoming.bytes());
    }

    private JsonNode parse(byte[] bytes) throws Unreadable {
        try {
            var data = json.readTree(bytes);
            if (!data.isObject()) throw new Unreadable(Reason.MALFORMED_DATA, "The data must be a JSON object");
            return data;
        } catch (JacksonException notJson) {
            throw new Unreadable(Reason.MALFORMED_DATA, "The data is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isInt() ? node.intValue() : null;
    }
}
