package org.occupationalstandards.notifications;

import java.util.Arrays;
import org.occupationalstandards.platform.security.AccessRules;
import org.occupationalstandards.platform.security.ReadRequests;
import org.occupationalstandards.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What is public is open to all; subscriptions are for whoever has a role, and each sees their own. */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String[] PUBLIC = {
        "/",
        "/changes",
        "/changes.atom",
        "/snapshot",
        "/asyncapi.yaml",
        "/schemas/*",
        "/examples/*",
        "/guide/*",
        "/assets/**",
        "/outbox",
        "/outbox/*"
    };

    /** Begins to tell and does not end: nobody asks for that without its body. */
    private static final String STREAM = "/changes/stream";

    /** Opened by what is in the link. */
    private static final String LINKS_IN_MAIL = "/email/*";

    private static final String[] ROLES =
            Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new);

    @Bean
    AccessRules accessRules() {
        return requests -> {
            requests.requestMatchers(ReadRequests.of(PUBLIC)).permitAll();
            requests.requestMatchers(HttpMethod.GET, STREAM).permitAll();
            requests.requestMatchers(LINKS_IN_MAIL).permitAll();
            requests.requestMatchers("/operations/**").hasRole(Role.OFFICIAL.name());
            requests.requestMatchers("/subscriptions", "/subscriptions/**").hasAnyRole(ROLES);
        };
    }
}
