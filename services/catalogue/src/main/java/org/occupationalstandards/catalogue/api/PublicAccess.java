package org.occupationalstandards.catalogue.api;

import org.occupationalstandards.platform.security.AccessRules;
import org.occupationalstandards.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Everybody may read everything; what changes something is for officials, or does not exist. */
@Configuration(proxyBeanMethods = false)
class PublicAccess {

    @Bean
    AccessRules accessRules() {
        return requests -> {
            requests.requestMatchers("/operations/**").hasRole(Role.OFFICIAL.name());
            requests.requestMatchers(HttpMethod.GET, "/**").permitAll();
            requests.requestMatchers(HttpMethod.HEAD, "/**").permitAll();
            requests.requestMatchers(HttpMethod.OPTIONS, "/**").permitAll();
        };
    }
}
