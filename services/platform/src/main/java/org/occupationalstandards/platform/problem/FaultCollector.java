package org.occupationalstandards.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Collects what is wrong with one body while it is read, instead of stopping at the first fault. What is read then is never used: its
 * place is only held by an empty value. (Jackson's own collecting reader stops at values of an unexpected kind.)
 */
class FaultCollector extends DeserializationProblemHandler {

    /** More would help nobody; the rest of the body is still checked for being JSON. */
    private static final int AT_MOST = 100;

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    void add(String pointer, String message) {
        if (faults.size() < AT_MOST) {
            faults.add(Fault.at(pointer, message));
        }
    }

    @Nullable
    Object wrong(JsonParser parser, Class<?> expected) {
        add(
                parser.streamReadContext().pathAsPointer().toString(),
                "This must be " + UnreadableBody.kind(expected) + ".");
        parser.skipChildren();
        return placeholder(expected);
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        add(
                placeOf(name, parser, context.getParser()),
                "There is no field of the name " + name + " here" + others(deserializer) + ".");
        parser.skipChildren();
        return true;
    }

    private static String others(@Nullable ValueDeserializer<?> deserializer) {
        var names = deserializer == null ? null : deserializer.getKnownPropertyNames();
        return names == null || names.isEmpty()
                ? ""
                : names.stream().map(String::valueOf).collect(Collectors.joining(", ", "; there may be ", ""));
    }

    /** Unknown fields of a record come late, out of a buffer, when the body itself has been read past them to the object's end. */
    private static String placeOf(String name, JsonParser parser, JsonParser body) {
        if (parser == body) {
            return parser.streamReadContext().pathAsPointer().toString();
        }
        var at = body.streamReadContext();
        var object = body.currentToken() == JsonToken.PROPERTY_NAME ? at.getParent() : at;
        return object.pathAsPointer().appendProperty(name).toString();
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> expected,
            ValueInstantiator instantiator,
            JsonParser parser,
            @Nullable String message) {
        return wrong(parser, expected);
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType expected,
            JsonToken token,
            JsonParser parser,
            @Nullable String message) {
        return wrong(parser, expected.getRawClass());
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> expected, String value, String message) {
        return wrong(context.getParser(), expected);
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> expected, Number value, String message) {
        return wrong(context.getParser(), expected);
    }

    private static @Nullable Object placeholder(Class<?> type) {
        return switch (type.getName()) {
            case "int", "java.lang.Integer" -> 0;
            case "long", "java.lang.Long" -> 0L;
            case "double", "java.lang.Double" -> 0d;
            case "boolean", "java.lang.Boolean" -> false;
            default -> null;
        };
    }
}
