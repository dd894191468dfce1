package org.occupationalstandards.notifications.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in a few words what differs: S9 removed, S10 is now S9. */
final class Difference {

    /** Named one by one; more than these are counted. */
    private static final int NAMED = 4;

    /** Phrases, so that a line stays a line. */
    private static final int PHRASES = 8;

    private static final int SHORT_TEXT = 60;

    private static final Map<String, String> MANY = Map.of(
            "knowledge", "knowledge statements",
            "skill", "skills",
            "behaviour", "behaviours",
            "duty", "duties",
            "option", "options",
            "product", "products",
            "progression", "progression links");

    /** One difference, as it stands in the data. */
    record Part(
            @Nullable String kind,
            @Nullable String part,
            @Nullable String field,
            @Nullable String labelBefore,
            @Nullable String labelAfter,
            @Nullable String before,
            @Nullable String after) {

        private String name() {
            if (labelAfter != null) return labelAfter;
            if (labelBefore != null) return labelBefore;
            if (after != null) return after;
            return before == null ? "something" : before;
        }
    }

    private record Group(String part, String happened) {}

    static String inWords(List<@Nullable Part> parts) {
        var groups = new LinkedHashMap<Group, List<String>>();
        for (var part : parts) {
            if (part != null && part.kind() != null && part.part() != null) put(part, part.part(), part.kind(), groups);
        }
        var phrases = new ArrayList<String>();
        groups.forEach((group, names) -> phrases.add(phrase(group, names)));
        if (phrases.size() <= PHRASES) return String.join(", ", phrases);
        return String.join(", ", phrases.subList(0, PHRASES)) + " and more";
    }

    private static void put(Part part, String what, String kind, Map<Group, List<String>> groups) {
        if (what.equals("field")) {
            add(groups, new Group(what, ""), field(part, kind));
        } else if (part.field() != null || kind.equals("mapped") || kind.equals("unmapped")) {
            // Of a duty that is new, it goes without saying.
            boolean duty = what.equals("duty") || what.equals("option");
            if (!duty) add(groups, new Group(what, "changed"), part.name());
            else if (part.labelBefore() != null) add(groups, new Group("duty", "changed"), part.name());
        } else if (kind.equals("moved")) {
            add(groups, new Group(what, "renumbered"), part.labelBefore() + " is now " + part.labelAfter());
        } else {
            add(groups, new Group(what, kind), part.name());
        }
    }

    private static void add(Map<Group, List<String>> groups, Group group, String name) {
        var names = groups.computeIfAbsent(group, none -> new ArrayList<>());
        if (!names.contains(name)) names.add(name);
    }

    private static String field(Part part, String kind) {
        var name = part.field() == null ? "something" : words(part.field());
        if (!kind.equals("changed")) return name + " changed";
        if (part.after() == null) return name + " removed";
        return part.after().length() <= SHORT_TEXT ? name + " is now " + part.after() : name + " changed";
    }

    private static String phrase(Group group, List<String> names) {
        if (group.part().equals("field")) return String.join(", ", names);
        if (names.size() > NAMED) {
            return names.size() + " " + MANY.getOrDefault(group.part(), "parts") + " " + group.happened();
        }
        if (group.happened().equals("renumbered")) return String.join(", ", names);
        var last = names.getLast();
        var others = names.subList(0, names.size() - 1);
        return (others.isEmpty() ? last : String.join(", ", others) + " and " + last) + " " + group.happened();
    }

    /** {@code medianSalary} is "median salary". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(Locale.ROOT);
    }

    private Difference() {}
}
