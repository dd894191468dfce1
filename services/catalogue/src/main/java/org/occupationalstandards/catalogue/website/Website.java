package org.occupationalstandards.catalogue.website;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets the site up beside the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebsiteSettings.class)
class Website implements WebMvcConfigurer {

    /**
     * An address is the same with a slash at its end, and leads to the one without. Every pattern begins with a name, and what
     * begins with two slashes, which a browser would take for the name of a host, fits none of them. Comes after security, which
     * lets nothing but reading this far.
     */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> slashAtTheEnd() {
        return new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler(
                        "/occupations/**",
                        "/map/",
                        "/routes/**",
                        "/consultations/",
                        "/api/",
                        "/about/",
                        "/accessibility/")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build());
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new Negotiation()));
    }

    /** One address, two forms: a cache must not hand a page to a program. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
                        return true;
                    }
                })
                .addPathPatterns("/", "/occupations/**", "/map", "/routes/**", "/consultations");
    }
}
