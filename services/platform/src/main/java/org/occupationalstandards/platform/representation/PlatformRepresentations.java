package org.occupationalstandards.platform.representation;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Imported by a service whose answers are worth keeping. Answers that are streamed without end must not pass through it. */
@Configuration(proxyBeanMethods = false)
public class PlatformRepresentations {

    /** Inside the security filters, so that what they refuse is never tagged, and outside everything that writes a body. */
    @Bean
    FilterRegistrationBean<RepresentationFilter> representationFilter() {
        var registration = new FilterRegistrationBean<>(new RepresentationFilter());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return registration;
    }
}
