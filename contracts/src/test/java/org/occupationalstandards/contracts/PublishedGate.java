package org.occupationalstandards.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What something published may become: the same, with optional parts added and texts for people reworded. Every other
 * difference is a new version.
 *
 * @param growing names of the objects to which parts may be added
 */
record PublishedGate(Set<String> growing) {

    /** Optional properties may be added to a schema. */
    static final PublishedGate SCHEMA = new PublishedGate(Set.of("properties", "$defs"));

    /** Channels, messages, headers and what one does with them may be added to the description. */
    static final PublishedGate DESCRIPTION =
            new PublishedGate(Set.of("properties", "channels", "messages", "operations", "servers"));

    private static final Set<String> FOR_PEOPLE = Set.of("title", "description", "summary", "info");

    /** The differences that consumers of what was published could trip over, each with its place. */
    List<String> breaches(JsonNode published, JsonNode current) {
        List<String> breaches = new ArrayList<>();
        compare("", "", published, current, breaches);
        return breaches;
    }

    private void compare(String place, String name, JsonNode published, JsonNode current, List<String> breaches) {
        if (!published.isObject() || !current.isObject()) {
            if (!published.equals(current)) breaches.add(place + ": " + published + " became " + current);
            return;
        }
        boolean grows = growing.contains(name);
        Set<String> parts = new TreeSet<>(published.propertyNames());
        parts.addAll(current.propertyNames());
        for (String part : parts) {
            JsonNode before = published.get(part);
            JsonNode after = current.get(part);
            if (!grows && FOR_PEOPLE.contains(part)) continue;
            if (after == null) breaches.add(place + "/" + part + " is gone");
            else if (before != null) compare(place + "/" + part, part, before, after, breaches);
            else if (!grows && !part.equals("properties")) breaches.add(place + "/" + part + " was added");
        }
    }
}
