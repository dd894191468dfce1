package org.occupationalstandards.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** Puts a problem into words on the wire, for controllers (as a value) and for filters (written at once). */
public final class ProblemResponses {

    private final JsonMapper json;

    ProblemResponses(JsonMapper json) {
        this.json = json;
    }

    /** The answer that carries this problem. */
    public static ResponseEntity<Object> of(ProblemException problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(headersOf(problem))
                .body(body(problem, request.getRequestURI()));
    }

    /** Writes the problem as the answer to this request, from a place that no controller advice covers. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.status().value());
        var output = new ServletServerHttpResponse(response);
        output.getHeaders().putAll(headersOf(problem));
        var bytes = json.writeValueAsBytes(body(problem, request.getRequestURI()));
        output.getHeaders().setContentLength(bytes.length);
        output.getBody().write(bytes);
        output.flush();
    }

    static ProblemDetail body(ProblemException problem, String path) {
        var body = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        body.setType(problem.type());
        body.setTitle(problem.title());
        body.setInstance(instance(path));
        if (!problem.faults().isEmpty()) {
            body.setProperty("errors", problem.faults());
        }
        problem.properties().forEach(body::setProperty);
        return body;
    }

    static HttpHeaders headersOf(ProblemException problem) {
        var headers = new HttpHeaders();
        headers.addAll(problem.headers());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.UNAUTHORIZED || problem.status().is5xxServerError()) {
            headers.setCacheControl("no-store");
        }
        return headers;
    }

    /** The path as it was sent; a path that is no URI at all (it came from outside) is left out rather than answered with an error. */
    private static URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException notAUri) {
            return URI.create("");
        }
    }
}
