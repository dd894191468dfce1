package org.occupationalstandards.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away those who have guessed wrong too often, before any password is compared (which is slow on purpose). */
@Component
class AttemptsFilter extends OncePerRequestFilter implements Ordered {

    /** Matched as the endpoints behind this match: {@code /oauth2/toke%6E} is one of them, too. */
    private static final RequestMatcher SIGN_IN = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login");

    private static final RequestMatcher WATCHED = new OrRequestMatcher(
            SIGN_IN,
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/oauth2/token"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/oauth2/introspect"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/oauth2/revoke"));

    private static final int BEFORE_SECURITY = -150;
    private static final int LONGEST_NAME = 100;

    private final Attempts attempts;

    AttemptsFilter(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public int getOrder() {
        return BEFORE_SECURITY;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WATCHED.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = name(request);
        var pause = attempts.pause(request.getRemoteAddr(), name);
        if (pause.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(pause.get().toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        if (failed(response)) {
            attempts.failed(request.getRemoteAddr(), name);
        }
    }

    private static boolean failed(HttpServletResponse response) {
        var leadsTo = Objects.requireNonNullElse(response.getHeader(HttpHeaders.LOCATION), "");
        return response.getStatus() == HttpStatus.UNAUTHORIZED.value()
                || response.getStatus() == HttpStatus.BAD_REQUEST.value()
                || leadsTo.endsWith(SignInPages.FAILED);
    }

    /** Whoever is claimed to try; cut, as it comes from outside. */
    private static String name(HttpServletRequest request) {
        var name = SIGN_IN.matches(request) ? request.getParameter("username") : client(request);
        var plain = Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static String client(HttpServletRequest request) {
        var basic = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        if (!basic.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Objects.requireNonNullElse(request.getParameter("client_id"), "");
        }
        try {
            var decoded =
                    new String(Base64.getDecoder().decode(basic.substring(6).strip()), StandardCharsets.UTF_8);
            return decoded.substring(0, Math.max(decoded.indexOf(':'), 0));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
