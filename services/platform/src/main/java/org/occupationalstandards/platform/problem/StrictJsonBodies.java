package org.occupationalstandards.platform.problem;

import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies strictly; what the service reads elsewhere (messages of other services, say) stays tolerant. */
class StrictJsonBodies implements WebMvcConfigurer {

    private final JsonMapper json;

    StrictJsonBodies(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new StrictJsonConverter(json));
    }
}
