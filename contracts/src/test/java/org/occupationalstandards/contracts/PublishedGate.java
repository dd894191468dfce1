package org.occupationalstandards.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a published schema may become: the same, with optional properties added and texts for people reworded. Every
 * other difference is a new version of the type.
 */
final class PublishedGate {

    private static final Set<String> FOR_PEOPLE = Set.of("title", "description");

    /** The differences that consumers of the published schema could trip over, each with its place. */
    static List<String> breaches(JsonNode published, JsonNode current) {
        List<String> breaches = new ArrayList<>();
        compare("", published, current, breaches);
        return breaches;
    }

    private static void compare(String place, JsonNode published, JsonNode current, List<String> breaches) {
        if (!published.isObject() || !current.isObject()) {
            if (!published.equals(current)) breaches.add(place + ": " + published + " became " + current);
            return;
        }
        boolean properties = place.endsWith("/properties") || place.endsWith("/$defs");
        Set<String> names = new TreeSet<>(published.propertyNames());
        names.addAll(current.propertyNames());
        for (String name : names) {
            JsonNode before = published.get(name);
            JsonNode after = current.get(name);
            if (!properties && FOR_PEOPLE.contains(name)) continue;
            if (after == null) breaches.add(place + "/" + name + " is gone");
            else if (before != null) compare(place + "/" + name, before, after, breaches);
            else if (!properties && !name.equals("properties")) breaches.add(place + "/" + name + " was added");
        }
    }

    private PublishedGate() {}
}
