package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An object of the feed, read by the names that its properties have had over the years. A value of the wrong shape is a
 * problem with a pointer; a missing one is empty.
 *
 * @param pointer of this object inside its record
 * @param line of the record in the file
 */
record FeedNode(JsonNode json, String pointer, int line, Problems problems) {

    /** One line of text, from a text, a number or a truth value. */
    String text(String... names) {
        return PlainText.line(written(names));
    }

    /** Text of several lines, cleaned of markup. */
    String prose(String... names) {
        return HtmlText.plain(written(names));
    }

    boolean has(String... names) {
        return !name(names).isEmpty();
    }

    String pointer(String... names) {
        String name = name(names);
        return pointer + "/" + (name.isEmpty() ? names[0] : name);
    }

    /** Objects of a list. */
    List<FeedNode> objects(String... names) {
        List<FeedNode> objects = new ArrayList<>();
        elements(names).forEach(each -> {
            if (each.json.isObject()) {
                objects.add(each);
            } else {
                problems.add(line, each.pointer, "An object is expected here, not " + quoted(each.json.toString()));
            }
        });
        return objects;
    }

    /** Lines of a list; one text with bars between them counts as a list too. */
    List<String> lines(String... names) {
        String name = name(names);
        if (!name.isEmpty() && json.path(name).isString()) {
            return List.of(json.path(name).stringValue().split("\\|")).stream()
                    .map(HtmlText::plain)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (FeedNode each : elements(names)) {
            if (each.json.isNull()) {
                continue;
            }
            if (!each.json.isValueNode()) {
                problems.add(line, each.pointer, "A text is expected here, not " + quoted(each.json.toString()));
                continue;
            }
            String item = PlainText.line(HtmlText.plain(each.json.asString()));
            if (!item.isEmpty()) {
                lines.add(item);
            }
        }
        return lines;
    }

    private List<FeedNode> elements(String... names) {
        String name = name(names);
        if (name.isEmpty()) {
            return List.of();
        }
        JsonNode list = json.path(name);
        if (!list.isArray()) {
            problems.add(line, pointer + "/" + name, "A list is expected here, not " + quoted(list.toString()));
            return List.of();
        }
        List<FeedNode> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            elements.add(new FeedNode(list.get(i), pointer + "/" + name + "/" + i, line, problems));
        }
        return elements;
    }

    private String written(String... names) {
        String name = name(names);
        if (name.isEmpty()) {
            return "";
        }
        JsonNode value = json.path(name);
        if (value.isValueNode()) {
            return value.asString();
        }
        problems.add(line, pointer + "/" + name, "A text is expected here, not " + quoted(value.toString()));
        return "";
    }

    /** The first of the names that is there with a value. */
    private String name(String... names) {
        for (String each : names) {
            JsonNode value = json.path(each);
            if (!value.isMissingNode() && !value.isNull()) {
                return each;
            }
        }
        return "";
    }
}
