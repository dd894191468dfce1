package org.occupationalstandards.standalone;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Gives each service the auto-configuration that it has when it runs alone. On the one class path of the standalone, Spring
 * Boot would configure Axon in the catalogue and an authorization server in all of them.
 */
final class OwnAutoConfigurationOnly implements AutoConfigurationImportFilter, EnvironmentAware {

    /** By the beginning of the class's name: the services on whose own class path it is. What all have is not listed. */
    private static final Map<String, Set<String>> OWNERS = Map.of(
            "org.axonframework.", Set.of("standards"),
            "org.springframework.boot.mail.", Set.of("notifications"),
            "org.springframework.boot.security.oauth2.server.authorization.", Set.of("identity"),
            "org.springframework.boot.thymeleaf.", Set.of("catalogue", "notifications", "identity"));

    private String service = "";

    @Override
    public void setEnvironment(Environment environment) {
        service = environment.getProperty("spring.application.name", "");
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
        var matches = new boolean[autoConfigurationClasses.length];
        for (int index = 0; index < matches.length; index++) {
            var name = autoConfigurationClasses[index];
            matches[index] = name == null || ownedBy(service, name);
        }
        return matches;
    }

    private static boolean ownedBy(String service, String autoConfiguration) {
        return OWNERS.entrySet().stream()
                .filter(owner -> autoConfiguration.startsWith(owner.getKey()))
                .allMatch(owner -> owner.getValue().contains(service));
    }
}
