package org.occupationalstandards.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;

/**
 * Whoever answers an exception may fail, too: at a database that has gone, say. Spring then looks for an end of file among the
 * causes, takes it for a client that has gone, and answers nothing; that is a 200, and the caller believes that the command was
 * carried out. An answer that is none is taken back here, so that the exception goes on and becomes a failure.
 */
final class NoEmptyAnswers extends ExceptionHandlerExceptionResolver {

    @Override
    protected @Nullable ModelAndView doResolveHandlerMethodException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable HandlerMethod handler,
            Exception exception) {
        var answer = super.doResolveHandlerMethodException(request, response, handler, exception);
        boolean none = answer != null
                && answer.isEmpty()
                && !response.isCommitted()
                && response.getStatus() == HttpStatus.OK.value();
        return none ? null : answer;
    }
}
