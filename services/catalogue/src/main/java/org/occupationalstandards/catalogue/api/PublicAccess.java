package org.occupationalstandards.catalogue.api;

import org.occupationalstandards.platform.security.AccessRules;
import org.occupationalstandards.platform.security.ReadRequests;
import org.occupationalstandards.platform.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everybody may read everything; what changes something is for officials, or does not exist. */
@Configuration(proxyBeanMethods = false)
class PublicAccess implements WebMvcConfigurer {

    private static final String[] PUBLIC = {
        "/occupations/**", "/occupations.*", "/map", "/routes/**", "/consultations", "/v3/api-docs/**"
    };

    /** Pages of other sites may read what is public; nothing here depends on who asks. */
    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (String path : PUBLIC) {
            registry.addMapping(path)
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD")
                    .allowedHeaders("*")
                    .exposedHeaders("ETag")
                    .maxAge(PREFLIGHT_SECONDS);
        }
    }

    private static final long PREFLIGHT_SECONDS = 3600;

    @Bean
    AccessRules accessRules() {
        return requests -> {
            requests.requestMatchers("/operations/**").hasRole(Role.OFFICIAL.name());
            requests.requestMatchers(ReadRequests.of("/**")).permitAll();
            requests.requestMatchers(HttpMethod.OPTIONS, "/**").permitAll();
        };
    }
}
