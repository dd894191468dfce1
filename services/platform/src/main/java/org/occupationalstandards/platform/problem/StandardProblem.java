package org.occupationalstandards.platform.problem;

import org.springframework.http.HttpStatus;

/** The problems that every service can answer with, whatever it is about. */
public enum StandardProblem {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid"),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "malformed-body", "The body cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "This caller may not do that"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This address does not take that method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not available in an accepted form"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is too large"),
    UNSUPPORTED_BODY(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "The body is of a type that is not taken here"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available at the moment"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something went wrong here"),
    OTHER(HttpStatus.BAD_REQUEST, "refused", "The request was refused");

    private final HttpStatus status;
    private final String type;
    private final String title;

    StandardProblem(HttpStatus status, String type, String title) {
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /** This problem, with what is wrong this time. */
    public ProblemException because(String detail) {
        return ProblemException.of(status, type, title, detail);
    }
}
