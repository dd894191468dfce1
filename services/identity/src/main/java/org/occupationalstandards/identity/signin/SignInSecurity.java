package org.occupationalstandards.identity.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.occupationalstandards.identity.IdentitySettings;
import org.occupationalstandards.identity.keys.SigningKeys;
import org.occupationalstandards.identity.people.People;
import org.occupationalstandards.identity.people.Person;
import org.occupationalstandards.platform.security.AccessRules;
import org.occupationalstandards.platform.security.LocalIssuer;
import org.occupationalstandards.platform.security.ReadRequests;
import org.occupationalstandards.platform.security.StrictHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Three chains in this order: the OpenID endpoints; the pages, with a session and CSRF tokens; and the platform's chain for the
 * directory, with bearer tokens only.
 */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain openIdEndpoints(HttpSecurity http, People people, IdentitySettings settings) {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(java.util.Set.of(MediaType.ALL));
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> oidc.userInfoEndpoint(
                            endpoint -> endpoint.userInfoMapper(context -> userInfo(context, people))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), html))
                .headers(headers -> StrictHeaders.apply(headers, policy(settings)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, IdentitySettings settings) {
        return http.securityMatcher("/", "/login", "/logout", "/assets/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/logout")
                        .permitAll()
                        .requestMatchers(ReadRequests.of("/", "/assets/**"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/login").failureUrl(SignInPages.FAILED))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .headers(headers -> StrictHeaders.apply(headers, policy(settings)))
                .build();
    }

    @Bean
    AccessRules directoryRules() {
        return requests -> requests.requestMatchers(ReadRequests.of("/people", "/people/*"))
                .hasAnyRole("OFFICIAL", "SERVICE")
                .requestMatchers(ReadRequests.of("/people/*/access"))
                .hasAnyRole("OFFICIAL", "SERVICE")
                .requestMatchers(ReadRequests.of("/people/*/access/changes"))
                .hasRole("OFFICIAL")
                .requestMatchers(HttpMethod.PUT, "/people/*/access")
                .hasRole("OFFICIAL")
                .requestMatchers(HttpMethod.POST, "/people/*/erase")
                .hasRole("OFFICIAL");
    }

    /** The directory believes this issuer's own tokens without asking itself for its keys. */
    @Bean
    LocalIssuer thisIssuer(SigningKeys keys, IdentitySettings settings) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.issuer()));
        return new LocalIssuer(settings.issuer(), decoder);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    JdbcRegisteredClientRepository registeredClients(JdbcOperations jdbc) {
        return new JdbcRegisteredClientRepository(jdbc);
    }

    @Bean
    JdbcOAuth2AuthorizationService authorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** After sign-in a person is known by their opaque id alone; the name that they typed goes no further. */
    @Bean
    UserDetailsService signInByName(People people) {
        return username -> people.credentials(username)
                .map(known -> new User(known.person().toString(), known.password(), List.of()))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(username));
    }

    private static OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context, People people) {
        var id = context.getAuthorization().getPrincipalName();
        var name = people.find(UUID.fromString(id)).map(Person::shownName).orElse(Person.ERASED);
        return new OidcUserInfo(Map.of("sub", id, "name", name));
    }

    /** Our own style sheet, forms to ourselves, and on to where a sign-in leads: browsers count the redirect as part of the form. */
    private static String policy(IdentitySettings settings) {
        var workspace = settings.workspace();
        var leadsTo = Stream.of(workspace.redirectUris(), workspace.postLogoutRedirectUris())
                .flatMap(List::stream)
                .map(uri -> URI.create(uri).resolve("/").toString())
                .map(origin -> origin.substring(0, origin.length() - 1))
                .distinct()
                .collect(Collectors.joining(" "));
        return "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + leadsTo;
    }
}
