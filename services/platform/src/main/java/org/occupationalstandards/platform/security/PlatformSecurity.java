package org.occupationalstandards.platform.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.occupationalstandards.platform.problem.ProblemResponses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bearer tokens only: no session, no cookie, and therefore no CSRF token. A service with cookies puts a chain of its own, with its own
 * matcher, before this one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
public class PlatformSecurity {

    @Bean
    TokenCaller tokenCaller(SecuritySettings settings) {
        return new TokenCaller(settings);
    }

    @Bean
    JwtIssuerAuthenticationManagerResolver trustedIssuers(
            SecuritySettings settings, TokenCaller caller, ObjectProvider<LocalIssuer> local) {
        return new JwtIssuerAuthenticationManagerResolver(new TrustedIssuers(settings, caller, local.stream()));
    }

    /**
     * What a request took is measured once, around all of it. To measure each filter of its own on top of that took longer
     * than the filters.
     */
    @Bean
    SecurityObservationSettings noObservationOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain bearerOnly(
            HttpSecurity http,
            JwtIssuerAuthenticationManagerResolver issuers,
            AccessRules rules,
            SecuritySettings settings,
            ProblemResponses responses,
            ObjectProvider<HandlerMapping> mappings) {
        var refusals = new ProblemRefusals(responses);
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(issuers)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .addObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(refusals::badToken);
                                return filter;
                            }
                        }))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> StrictHeaders.apply(headers, settings.contentSecurityPolicy()))
                .authorizeHttpRequests(requests -> {
                    // What a controller began has been authorised when it began; an error page tells nothing.
                    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                            .permitAll();
                    requests.requestMatchers(ReadRequests.of(
                                    "/actuator/health/**",
                                    "/actuator/prometheus",
                                    "/v3/api-docs/**",
                                    "/v3/api-docs.yaml",
                                    "/error"))
                            .permitAll();
                    rules.declare(requests);
                    requests.anyRequest().access(new UndeclaredAddresses(mappings));
                })
                .build();
    }

    @Bean
    WebMvcConfigurer currentCallerArguments(TokenCaller tokens) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentCallerArgument(tokens));
            }
        };
    }
}
