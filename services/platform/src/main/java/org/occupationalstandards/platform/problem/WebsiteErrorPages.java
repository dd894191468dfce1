package org.occupationalstandards.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;

/**
 * The error pages of a service with a website: templates {@code error/404}, {@code error/4xx} and so on under its template folder.
 * They get {@code status}, {@code title}, {@code detail}, {@code errors} and the problem's further properties as their model.
 */
class WebsiteErrorPages {

    private final List<ErrorViewResolver> resolvers;

    WebsiteErrorPages(List<ErrorViewResolver> resolvers) {
        this.resolvers = List.copyOf(resolvers);
    }

    /** The page for this problem; empty when the caller is a program, or when there is no such page. */
    Optional<ModelAndView> page(ProblemException problem, HttpServletRequest request) {
        if (!prefersHtml(request)) {
            return Optional.empty();
        }
        Map<String, Object> model = new LinkedHashMap<>(problem.properties());
        model.put("status", problem.status().value());
        model.put("title", problem.title());
        model.put("detail", problem.detail());
        model.put("errors", problem.faults());
        for (var resolver : resolvers) {
            var page = resolver.resolveErrorView(request, problem.status(), model);
            if (page != null) {
                page.setStatus(problem.status());
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /** Browsers name HTML first; a program that accepts anything gets a problem. */
    private static boolean prefersHtml(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        if (accept == null) {
            return false;
        }
        try {
            var accepted = MediaType.parseMediaTypes(accept);
            return accepted.stream()
                    .max((a, b) -> Double.compare(a.getQualityValue(), b.getQualityValue()))
                    .map(best -> best.getQualityValue())
                    .filter(best -> accepted.stream()
                            .anyMatch(type ->
                                    type.equalsTypeAndSubtype(MediaType.TEXT_HTML) && type.getQualityValue() == best))
                    .isPresent();
        } catch (InvalidMediaTypeException notAMediaType) {
            return false;
        }
    }
}
