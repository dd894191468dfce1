package org.occupationalstandards.standards.eventsourcing;

import org.occupationalstandards.standards.lifecycle.Fact;
import tools.jackson.databind.JsonNode;

/** Events as the JSON documents that are stored of them. */
public class EventDocuments {

    private final StoredEventSerializer serializer;

    EventDocuments(StoredEventSerializer serializer) {
        this.serializer = serializer;
    }

    public JsonNode of(Fact event) {
        return serializer.getObjectMapper().valueToTree(event);
    }
}
