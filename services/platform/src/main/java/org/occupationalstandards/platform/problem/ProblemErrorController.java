package org.occupationalstandards.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no controller has seen: errors of filters, of security and of the container, which it forwards here. */
@Controller
class ProblemErrorController implements ErrorController {

    private final WebsiteErrorPages pages;

    ProblemErrorController(WebsiteErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    Object error(HttpServletRequest request) {
        var problem = problem(request);
        var page = pages.page(problem, request);
        if (page.isPresent()) {
            return page.get();
        }
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return ResponseEntity.status(problem.status())
                .headers(ProblemResponses.headersOf(problem))
                .body(ProblemResponses.body(problem, path == null ? request.getRequestURI() : path.toString()));
    }

    private static ProblemException problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            return Problems.of(exception);
        }
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return Problems.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }
}
