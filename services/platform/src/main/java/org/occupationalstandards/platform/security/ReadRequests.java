package org.occupationalstandards.platform.security;

import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests that only read: GET, and HEAD, which asks for the same without its body. */
public final class ReadRequests {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** @param patterns of paths, as rules about access have them */
    public static RequestMatcher[] of(String... patterns) {
        return Stream.of(patterns)
                .flatMap(each -> Stream.of(HttpMethod.GET, HttpMethod.HEAD).map(method -> PATHS.matcher(method, each)))
                .toArray(RequestMatcher[]::new);
    }

    private ReadRequests() {}
}
