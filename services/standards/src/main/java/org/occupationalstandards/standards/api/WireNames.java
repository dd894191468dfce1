package org.occupationalstandards.standards.api;

import org.occupationalstandards.standards.eventsourcing.KebabCaseConstants;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Constants are on the wire as they are in storage. */
@Configuration(proxyBeanMethods = false)
class WireNames {

    @Bean
    JsonMapperBuilderCustomizer kebabCaseConstants() {
        return json -> json.annotationIntrospector(new KebabCaseConstants());
    }

    static String of(Enum<?> constant) {
        return KebabCaseConstants.of(constant);
    }
}
