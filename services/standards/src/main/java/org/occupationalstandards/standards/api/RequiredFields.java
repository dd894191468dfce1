package org.occupationalstandards.standards.api;

import io.swagger.v3.oas.models.Components;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Says in the schema of a body, and of what is nested in it, what has to be given. */
final class RequiredFields {

    static void describe(Class<?> body, Components components) {
        Objects.requireNonNull(components.getSchemas().get(body.getSimpleName()), body::getSimpleName)
                .setRequired(Arrays.stream(body.getRecordComponents())
                        .filter(RequiredFields::isRequired)
                        .map(RecordComponent::getName)
                        .toList());
        for (var component : body.getRecordComponents()) {
            nested(component).ifPresent(record -> describe(record, components));
        }
    }

    /** Whether there is anything that a body has to say. */
    static boolean anyIn(Class<?> body) {
        return Arrays.stream(body.getRecordComponents()).anyMatch(RequiredFields::isRequired);
    }

    private static boolean isRequired(RecordComponent component) {
        return component.isAnnotationPresent(Required.class);
    }

    /** The record that it is, or is a list of. */
    private static Optional<Class<?>> nested(RecordComponent component) {
        Type type = component.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : component.getType();
        return type instanceof Class<?> record && record.isRecord() ? Optional.of(record) : Optional.empty();
    }

    private RequiredFields() {}
}
