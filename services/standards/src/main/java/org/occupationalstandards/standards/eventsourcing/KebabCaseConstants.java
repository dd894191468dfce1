package org.occupationalstandards.standards.eventsourcing;

import java.util.Locale;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Writes and reads constants in kebab-case, like everything else on the wire and in storage: {@code starts-paused}. */
public final class KebabCaseConstants extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    /** The constant as it is written. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotatedClass, Enum<?>[] constants, String[] names) {
        var annotated = super.findEnumValues(config, annotatedClass, constants, names);
        for (int i = 0; i < constants.length; i++) {
            if (annotated[i] == null) {
                annotated[i] = of(constants[i]);
            }
        }
        return annotated;
    }
}
