package org.occupationalstandards.standards.lifecycle;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Problem;
import org.occupationalstandards.standards.lifecycle.content.Required;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves each field out of the bodies of a command, one at a time, and keeps which of them were missed every time.
 * Fields are named as in {@code /employers/name}, where employers is a list.
 */
public final class LeftOut<C> {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Class<? extends C> type;
    private final Map<String, String> address;
    private final Map<String, Boolean> missed = new TreeMap<>();

    /** @param address what its address says of it, or the service itself, whatever the body does */
    public LeftOut(Class<? extends C> type, Map<String, String> address) {
        this.type = type;
        this.address = address;
    }

    /** Nothing is left out of a body that these rules refuse as it is. */
    public void of(C body, Consumer<C> rules) {
        try {
            rules.accept(body);
        } catch (CommandRefused refused) {
            return;
        }
        each(type, "", JSON.valueToTree(body), rules);
    }

    /** The fields without which no body was taken. */
    public Set<String> missed() {
        return missed.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields that are marked so. */
    public static Set<String> required(Class<?> type) {
        var required = new TreeSet<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Required.class)) {
                required.add("/" + component.getName());
            }
            Class<?> nested = nested(component);
            if (nested != null) {
                required(nested).forEach(field -> required.add("/" + component.getName() + field));
            }
        }
        return required;
    }

    private void each(Class<?> record, String at, ObjectNode body, Consumer<C> rules) {
        for (RecordComponent component : record.getRecordComponents()) {
            String pointer = at + "/" + component.getName();
            var value = body.at(pointer);
            missed.merge(
                    pointer.replace("/0/", "/"),
                    !value.isNull() && isMissed(pointer, body, rules),
                    Boolean::logicalAnd);
            Class<?> nested = nested(component);
            if (nested != null && !value.isEmpty()) {
                each(nested, value.isArray() ? pointer + "/0" : pointer, body, rules);
            }
        }
    }

    private boolean isMissed(String pointer, ObjectNode body, Consumer<C> rules) {
        int last = pointer.lastIndexOf('/');
        ObjectNode without = body.deepCopy();
        ((ObjectNode) without.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
        address.forEach(without::put);
        try {
            rules.accept(JSON.treeToValue(without, type));
            return false;
        } catch (CommandRefused refused) {
            return refused.problems().stream().map(Problem::pointer).anyMatch(pointer::equals);
        } catch (JacksonException unreadable) {
            return pointer.equals(pointer(unreadable));
        }
    }

    private static String pointer(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(each -> "/" + (each.getPropertyName() == null ? each.getIndex() : each.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static @Nullable Class<?> nested(RecordComponent component) {
        Type type = component.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : component.getType();
        return type instanceof Class<?> one && one.isRecord() ? one : null;
    }
}
