package org.occupationalstandards.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How a service of this project starts: its own configuration file, and the defaults that all of them share.
 *
 * <p>The defaults are Spring's "default properties", the lowest of all property sources, and not an imported file: an imported file
 * would win over the very file that imports it, and two files of one name on one class path hide each other.
 */
public final class ServiceApplication {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("spring.threads.virtual.enabled", "true"),
            // Static files are public; a service that has some says where they are and switches this on.
            Map.entry("spring.web.resources.add-mappings", "false"),
            Map.entry("spring.jmx.enabled", "false"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
            Map.entry("server.shutdown", "graceful"),
            // A body that is refused for its size is still read up to this much, so that the sender gets to see the
            // answer.
            Map.entry("server.tomcat.max-swallow-size", "64MB"),
            Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
            Map.entry("management.endpoints.web.discovery.enabled", "false"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("management.endpoint.health.show-details", "never"),
            // An address that does not exist is the caller's affair, not a warning of ours.
            Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "ERROR"),
            Map.entry("springdoc.api-docs.enabled", "true"),
            Map.entry("springdoc.swagger-ui.enabled", "false"));

    private ServiceApplication() {}

    /**
     * A service that is configured by {@code <name>.yml} on its class path, by environment variables and by system properties.
     *
     * @param service the main class, where component scanning starts
     * @param name the service's name: of its configuration file, of its migrations' folder, of its templates' folder
     */
    public static SpringApplicationBuilder of(Class<?> service, String name) {
        var properties = new LinkedHashMap<>(DEFAULTS);
        properties.put("spring.config.name", name);
        properties.put("spring.application.name", name);
        return new SpringApplicationBuilder(service).properties(properties).bannerMode(Banner.Mode.OFF);
    }
}
