package org.occupationalstandards.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a controller throws. A service's own advice for its own exceptions comes first when it has any other order. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final WebsiteErrorPages pages;

    ProblemAdvice(WebsiteErrorPages pages) {
        this.pages = pages;
    }

    /** Left to the security filters, which know what a caller without a token is told. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void refusedBySecurity(RuntimeException refusal) {
        throw refusal;
    }

    /** The other side went away; there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void nobodyListens() {}

    @ExceptionHandler(Exception.class)
    @Nullable
    Object answer(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        var problem = Problems.of(exception);
        if (response.isCommitted()) {
            log.debug(
                    "{} {} broke off after the answer had begun",
                    request.getMethod(),
                    request.getRequestURI(),
                    exception);
            return null;
        }
        var page = pages.page(problem, request);
        if (page.isPresent()) {
            problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return page.get();
        }
        return ProblemResponses.of(problem, request);
    }
}
