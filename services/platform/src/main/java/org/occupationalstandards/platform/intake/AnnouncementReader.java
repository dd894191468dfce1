package org.occupationalstandards.platform.intake;

import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the data of the public change stream into its records. */
public final class AnnouncementReader {

    private final JsonMapper json;

    public AnnouncementReader(JsonMapper json) {
        this.json = json;
    }

    /** @throws Unreadable for a type that this version does not know, and for data that is not what its type promises */
    public Announcement read(Incoming incoming) throws Unreadable {
        AnnouncementType type = AnnouncementType.ofWireName(incoming.type())
                .orElseThrow(() -> new Unreadable(Reason.UNKNOWN_TYPE, "Unknown type " + incoming.type()));
        Announcement announcement = parse(incoming, type);
        if (!announcement.facts().reference().equals(incoming.subject())) {
            throw new Unreadable(
                    Reason.MALFORMED_DATA,
                    "The data is about " + announcement.facts().reference() + ", the subject is " + incoming.subject());
        }
        return announcement;
    }

    private Announcement parse(Incoming incoming, AnnouncementType type) throws Unreadable {
        try {
            return json.readValue(incoming.bytes(), type.record());
        } catch (JacksonException e) {
            throw new Unreadable(Reason.MALFORMED_DATA, e.getOriginalMessage());
        }
    }
}
