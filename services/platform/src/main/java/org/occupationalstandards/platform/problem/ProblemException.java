package org.occupationalstandards.platform.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused, with all that the answer says about it. Throw it from anywhere below a controller; the answer is
 * {@code application/problem+json}, or the website's error page where a browser asked a service that has one.
 *
 * <p>Immutable: each of {@code because}, {@code with} and {@code header} returns a new one.
 */
public final class ProblemException extends RuntimeException {

    /** What every problem type starts with; a slug such as {@code draft-incomplete} follows. */
    public static final String TYPE_BASE = "urn:occupational-standards:problem:";

    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final transient String type;
    private final transient String title;
    private final transient String detail;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> properties;
    private final transient HttpHeaders headers;

    private ProblemException(
            HttpStatus status,
            String type,
            String title,
            String detail,
            List<Fault> faults,
            Map<String, Object> properties,
            HttpHeaders headers,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
        this.faults = List.copyOf(faults);
        this.properties = Map.copyOf(properties);
        this.headers = HttpHeaders.readOnlyHttpHeaders(headers);
    }

    /**
     * @param type slug of the kind of problem, in kebab-case: what programs compare
     * @param title what kind of problem this is, the same words every time
     * @param detail what is wrong this time, and what to do about it
     */
    public static ProblemException of(HttpStatus status, String type, String title, String detail) {
        return new ProblemException(status, type, title, detail, List.of(), Map.of(), new HttpHeaders(), null);
    }

    /** The request is wrong in these places; 400 of type {@code invalid-request}. */
    public static ProblemException invalid(List<Fault> faults) {
        return StandardProblem.INVALID_REQUEST
                .because(
                        faults.size() == 1
                                ? faults.getFirst().message()
                                : "The request is wrong in " + faults.size() + " places; errors names each.")
                .because(faults);
    }

    /** There is nothing of that name; 404 of type {@code not-found}. */
    public static ProblemException notFound(String detail) {
        return StandardProblem.NOT_FOUND.because(detail);
    }

    /** The same problem, naming these faults. */
    public ProblemException because(List<Fault> named) {
        return new ProblemException(status, type, title, detail, named, properties, headers, getCause());
    }

    /** The same problem with a further property beside the standard ones. */
    public ProblemException with(String property, Object value) {
        var more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new ProblemException(status, type, title, detail, faults, more, headers, getCause());
    }

    /** The same problem with a response header, such as {@code Retry-After}. */
    public ProblemException header(String name, String value) {
        var more = new HttpHeaders();
        more.addAll(headers);
        more.set(name, value);
        return new ProblemException(status, type, title, detail, faults, properties, more, getCause());
    }

    ProblemException headers(HttpHeaders added) {
        var more = new HttpHeaders();
        more.addAll(headers);
        more.addAll(added);
        return new ProblemException(status, type, title, detail, faults, properties, more, getCause());
    }

    public HttpStatus status() {
        return status;
    }

    /** The problem's type as it stands in the answer. */
    public URI type() {
        return URI.create(TYPE_BASE + type);
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, Object> properties() {
        return properties;
    }

    public HttpHeaders headers() {
        return headers;
    }
}
