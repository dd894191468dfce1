package org.occupationalstandards.platform.problem;

import java.time.LocalDate;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Parser;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** Problems for a service: controllers, filters and the container all answer errors in one form. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyLimits.class)
public class PlatformProblems {

    @Bean
    ProblemResponses problemResponses(JsonMapper json) {
        return new ProblemResponses(json);
    }

    @Bean
    WebsiteErrorPages websiteErrorPages(List<ErrorViewResolver> resolvers) {
        return new WebsiteErrorPages(resolvers);
    }

    @Bean
    ProblemAdvice problemAdvice(WebsiteErrorPages pages) {
        return new ProblemAdvice(pages);
    }

    @Bean
    WebMvcRegistrations answersToExceptions() {
        return new WebMvcRegistrations() {
            @Override
            public ExceptionHandlerExceptionResolver getExceptionHandlerExceptionResolver() {
                return new NoEmptyAnswers();
            }
        };
    }

    @Bean
    ProblemErrorController problemErrorController(WebsiteErrorPages pages) {
        return new ProblemErrorController(pages);
    }

    @Bean
    BodySizeFilter bodySizeFilter(BodyLimits limits, ProblemResponses responses) {
        return new BodySizeFilter(limits, responses);
    }

    @Bean
    StrictJsonBodies strictJsonBodies(JsonMapper json) {
        return new StrictJsonBodies(json);
    }

    @Bean
    StrictJson strictJson(JsonMapper json) {
        return new StrictJson(json);
    }

    /** Days as parameters; without this, of any year that Java knows. */
    @Bean
    Parser<LocalDate> days() {
        return (text, locale) -> Years.day(text.strip());
    }

    /** What never reaches a servlet is answered by Tomcat itself, and in HTML unless told otherwise. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
