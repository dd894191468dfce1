package org.occupationalstandards.faults.observing;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the write side says of a standard from its events, put into the words of the catalogue. */
final class Decided {

    private static final List<String> OF_THE_STANDARD = List.of(
            "reference",
            "status",
            "version",
            "level",
            "route",
            "pathway",
            "cluster",
            "products",
            "green",
            "progression");
    private static final List<String> OF_THE_VERSION = List.of("approvedOn", "effectiveFrom", "effectiveTo");
    private static final List<String> OF_THE_DATES = List.of("createdOn", "proposalApprovedOn");
    private static final List<String> NOT_OF_THE_CONTENT = List.of("revision", "changeClass");

    /**
     * @param view as the write side shows it to those who work on it
     * @param told the overview that everybody reads while there is no version, whatever has been drafted since
     * @param sequence of its last public event
     * @param lastChanged when that was recorded
     */
    static JsonNode of(JsonNode view, String told, long sequence, String lastChanged) {
        ObjectNode decided = JsonNodeFactory.instance.objectNode();
        JsonNode version = view.path("inForce");
        JsonNode content = version.isObject() ? version.get("content") : view.get("draft");
        content.properties().forEach(part -> decided.set(part.getKey(), part.getValue()));
        if (!version.isObject()) {
            if (told.isEmpty()) decided.remove("overview");
            else decided.put("overview", told);
        }
        decided.remove(NOT_OF_THE_CONTENT);
        copy(view, OF_THE_STANDARD, decided);
        copy(version, OF_THE_VERSION, decided);
        copy(view.path("dates"), OF_THE_DATES, decided);
        int level = view.get("level").asInt();
        decided.put("tier", level <= 3 ? "technical" : level <= 5 ? "higher-technical" : "professional");
        decided.put(
                "withoutApprenticeship",
                view.get("status").asString().equals("approved")
                        && view.get("products")
                                .valueStream()
                                .noneMatch(product -> product.get("type")
                                                .asString()
                                                .equals("apprenticeship")
                                        && !product.get("status").asString().equals("retired")));
        decided.put("sequence", (int) sequence);
        decided.put("lastChanged", lastChanged);
        return withoutNothing(decided);
    }

    private static void copy(JsonNode from, List<String> names, ObjectNode to) {
        for (String name : names) if (from.has(name)) to.set(name, from.get(name));
    }

    /** The same without what is null: missing says as much. */
    static JsonNode withoutNothing(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(each -> {
                if (!each.getValue().isNull()) copy.set(each.getKey(), withoutNothing(each.getValue()));
            });
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> copy.add(withoutNothing(each)));
            return copy;
        }
        return node;
    }

    private Decided() {}
}
