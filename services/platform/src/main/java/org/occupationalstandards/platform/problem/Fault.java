package org.occupationalstandards.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request: where, and what was expected. An entry of a problem's {@code errors}.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request's body, {@code ""} for the whole body; null when it is not about the body
 * @param parameter name of a query parameter, path variable or form field; null when it is not about one
 * @param header name of a request header; null when it is not about one
 * @param message what was expected, for the person who sent it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String message) {

    /** Something in the request's body. */
    public static Fault at(String pointer, String message) {
        return new Fault(pointer, null, null, message);
    }

    /** A query parameter or a part of the path. */
    public static Fault ofParameter(String name, String message) {
        return new Fault(null, name, null, message);
    }

    /** A request header. */
    public static Fault ofHeader(String name, String message) {
        return new Fault(null, null, name, message);
    }
}
