package org.occupationalstandards.standards.api;

import java.util.Locale;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Constants are in kebab-case on the wire, like everything else there: {@code starts-paused}. */
@Configuration(proxyBeanMethods = false)
class WireNames {

    @Bean
    JsonMapperBuilderCustomizer kebabCaseConstants() {
        return json -> json.annotationIntrospector(new KebabCase());
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class KebabCase extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

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
}
