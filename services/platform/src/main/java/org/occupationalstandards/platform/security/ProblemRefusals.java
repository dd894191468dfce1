package org.occupationalstandards.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.occupationalstandards.platform.problem.ProblemResponses;
import org.occupationalstandards.platform.problem.StandardProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401 and 403 as problems, with the {@code WWW-Authenticate} that RFC 6750 asks for. */
class ProblemRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String ROLE = "ROLE_";

    private static final Logger log = LoggerFactory.getLogger(ProblemRefusals.class);

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final ProblemResponses responses;

    ProblemRefusals(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        challenge.commence(request, response, refused);
        var detail = refused instanceof OAuth2AuthenticationException
                ? "The token is not valid here: it may have expired, or come from an issuer that is not trusted."
                : "Send a token as Authorization: Bearer.";
        responses.write(StandardProblem.UNAUTHENTICATED.because(detail), request, response);
    }

    /** A token that is not good, or one that cannot be checked at the moment: the second is not the caller's fault. */
    void badToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof AuthenticationServiceException down) {
            log.warn("A token could not be checked: {}", down.getMessage());
            responses.write(
                    StandardProblem.UNAVAILABLE
                            .because(
                                    "The token cannot be checked, because its issuer does not answer. Try again in a moment.")
                            .header(HttpHeaders.RETRY_AFTER, "5"),
                    request,
                    response);
        } else {
            commence(request, response, refused);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        denial.handle(request, response, refused);
        if (response.getHeader(HttpHeaders.WWW_AUTHENTICATE) == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        }
        responses.write(StandardProblem.FORBIDDEN.because(reason(refused)), request, response);
    }

    /** Says who may, and as what the caller has come. */
    private static String reason(AccessDeniedException refused) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var has = caller == null ? "" : roles(caller.getAuthorities());
        var needs = refused instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                ? roles(decision.getAuthorities())
                : "";
        return needs.isEmpty()
                ? "None of the caller's roles may do this."
                : "This takes one of these roles: %s. The caller has %s."
                        .formatted(needs, has.isEmpty() ? "none" : has);
    }

    private static String roles(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(ROLE))
                .map(name ->
                        name.substring(ROLE.length()).toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
