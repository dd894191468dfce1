package org.occupationalstandards.standards.eventsourcing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Makes a record with something in every component, the same each time: what the golden files began as. */
final class Samples {

    static <T> T of(Class<T> record) {
        return record.cast(value(record, record.getSimpleName(), 1));
    }

    private static Object value(Type type, String name, int position) {
        if (type instanceof ParameterizedType list) {
            return List.of(value(list.getActualTypeArguments()[0], name, position));
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain, position);
        }
        if (plain.isEnum()) {
            var constants = plain.getEnumConstants();
            return constants[constants.length - 1];
        }
        return switch (plain.getName()) {
            case "java.lang.String" -> name + " " + position;
            case "int", "java.lang.Integer" -> position;
            case "long", "java.lang.Long" -> (long) position;
            case "boolean", "java.lang.Boolean" -> true;
            case "java.util.UUID" -> new UUID(0x6f1c7b1e02184a7eL, 0x9d523c1b6f0a0000L + position);
            case "java.time.Instant" ->
                Instant.parse("2026-11-22T09:30:00.123Z").plusSeconds(position);
            case "java.time.LocalDate" -> LocalDate.parse("2026-11-22").plusDays(position);
            default -> throw new IllegalArgumentException("no sample of " + plain);
        };
    }

    private static Object record(Class<?> type, int position) {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), components[i].getName(), position + i);
        }
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    private Samples() {}
}
