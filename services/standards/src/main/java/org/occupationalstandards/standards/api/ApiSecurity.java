package org.occupationalstandards.standards.api;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.occupationalstandards.platform.security.AccessRules;
import org.occupationalstandards.platform.security.ReadRequests;
import org.occupationalstandards.standards.employers.EmployerRules;
import org.occupationalstandards.standards.groups.GroupCommandName;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call what. A command is open to the roles that the rulebook's table gives it, before the rulebook is even asked;
 * whether the standard is theirs and at the right stage is the rulebook's to say.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /** Who may read the standards that are worked on, and their history. */
    static final Set<Role> READERS = Set.of(
            Role.EMPLOYER_GROUP_CHAIR, Role.EMPLOYER_GROUP_MEMBER, Role.OFFICIAL, Role.PANEL_MEMBER, Role.COMMITTEE);

    @Bean
    AccessRules standardsAccess() {
        return requests -> {
            requests.requestMatchers(HttpMethod.POST, "/standards")
                    .hasAnyRole(names(withCoChairs(CommandName.PROPOSE.roles())));
            requests.requestMatchers(HttpMethod.PUT, "/standards/*/draft")
                    .hasAnyRole(names(CommandName.CHANGE_DRAFT.roles()));
            for (var command : CommandName.values()) {
                var address = requests.requestMatchers(HttpMethod.POST, "/standards/*/commands/" + command.wireName());
                if (names(command.roles()).length == 0) {
                    // Only the system itself gives it, and not over HTTP.
                    address.denyAll();
                } else {
                    address.hasAnyRole(names(withCoChairs(command.roles())));
                }
            }
            groups(requests);
            requests.requestMatchers(HttpMethod.POST, "/standards/*/commands/*").hasAnyRole(names(READERS));
            requests.requestMatchers(ReadRequests.of(
                            "/standards", "/standards/*", "/standards/*/history", "/standards/*/overlaps", "/overlaps"))
                    .hasAnyRole(names(READERS));
            // No person, and no part in any approval: one of the project's own services.
            requests.requestMatchers(ReadRequests.of("/tellings")).hasRole("SERVICE");
            requests.requestMatchers(ReadRequests.of("/worklist")).hasAnyRole(names(READERS));
            requests.requestMatchers("/imports", "/imports/*").hasAnyRole(names(CommandName.REGISTER_EXISTING.roles()));
        };
    }

    private static void groups(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(HttpMethod.POST, "/groups").hasAnyRole(names(GroupCommandName.FORM.roles()));
        for (var command : GroupCommandName.values()) {
            requests.requestMatchers(HttpMethod.POST, "/groups/*/commands/" + command.wireName())
                    .hasAnyRole(names(withCoChairs(command.roles())));
        }
        requests.requestMatchers(HttpMethod.POST, "/groups/*/commands/*").hasAnyRole(names(READERS));
        requests.requestMatchers(ReadRequests.of("/groups", "/groups/*", "/groups/*/history"))
                .hasAnyRole(names(READERS));
        requests.requestMatchers(HttpMethod.POST, "/employers").hasAnyRole(names(EmployerRules.REGISTER));
        requests.requestMatchers(
                        HttpMethod.POST,
                        "/employers/*/commands/correct",
                        "/employers/*/commands/merge",
                        "/employers/*/commands/separate")
                .hasAnyRole(names(EmployerRules.CORRECT));
        requests.requestMatchers(HttpMethod.POST, "/operations/registers/*/rebuild")
                .hasRole(Role.OFFICIAL.name());
        requests.requestMatchers(ReadRequests.of("/employers", "/employers/*", "/employers/*/history"))
                .hasAnyRole(names(READERS));
    }

    /** A member may be a co-chair, which the group says and no token. */
    private static Set<Role> withCoChairs(Set<Role> roles) {
        var wider = new HashSet<>(roles);
        if (wider.contains(Role.EMPLOYER_GROUP_CHAIR)) {
            wider.add(Role.EMPLOYER_GROUP_MEMBER);
        }
        return wider;
    }

    /** Nobody can sign in as the system. */
    private static String[] names(Collection<Role> roles) {
        return roles.stream()
                .filter(role -> role != Role.SYSTEM)
                .map(Role::name)
                .sorted()
                .toArray(String[]::new);
    }
}
