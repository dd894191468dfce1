package org.occupationalstandards.platform.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What each exception of the framework means to the one who sent the request. */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static ProblemException of(Exception exception) {
        var problem = known(exception);
        if (exception instanceof ErrorResponse response && !(exception instanceof ProblemException)) {
            return problem.headers(response.getHeaders());
        }
        return problem;
    }

    private static ProblemException known(Exception exception) {
        var tooLarge = cause(exception, BodySizeFilter.BodyTooLarge.class);
        if (tooLarge != null) {
            return tooLarge.problem();
        }
        return switch (exception) {
            case ProblemException problem -> problem;
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
            case MissingServletRequestParameterException missing ->
                invalid(Fault.ofParameter(
                        missing.getParameterName(), "The parameter " + missing.getParameterName() + " is missing."));
            case MissingRequestHeaderException missing ->
                invalid(Fault.ofHeader(
                        missing.getHeaderName(), "The header " + missing.getHeaderName() + " is missing."));
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case TypeMismatchException mismatch ->
                invalid(Fault.ofParameter(name(mismatch.getPropertyName()), expected(mismatch)));
            case BindException bind -> ProblemException.invalid(faults(bind));
            case HandlerMethodValidationException validation
            when !validation.isForReturnValue() -> ProblemException.invalid(faults(validation));
            case HttpRequestMethodNotSupportedException method ->
                StandardProblem.METHOD_NOT_ALLOWED.because(method.getMethod() + " is not possible here; "
                        + list(method.getSupportedMethods()) + " would be.");
            case HttpMediaTypeNotSupportedException media ->
                StandardProblem.UNSUPPORTED_BODY.because((media.getContentType() == null
                                ? "The request has no Content-Type"
                                : "A body of type " + media.getContentType() + " is not taken here")
                        + "; send " + join(media.getSupportedMediaTypes()) + ".");
            case HttpMediaTypeNotAcceptableException media ->
                StandardProblem.NOT_ACCEPTABLE.because(
                        "This is available as " + join(media.getSupportedMediaTypes()) + ".");
            case NoHandlerFoundException none -> nothingHere(none.getRequestURL());
            case NoResourceFoundException none -> nothingHere("/" + none.getResourcePath());
            case MaxUploadSizeExceededException upload ->
                StandardProblem.BODY_TOO_LARGE.because("The uploaded file is larger than allowed.");
            case ErrorResponse other
            when other.getStatusCode().is4xxClientError() -> {
                var status = HttpStatus.resolve(other.getStatusCode().value());
                yield of(status == null ? HttpStatus.BAD_REQUEST : status);
            }
            default -> unexpected(exception);
        };
    }

    /** A status alone, from a place that says nothing else. */
    static ProblemException of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> StandardProblem.INVALID_REQUEST.because("The request cannot be understood.");
            case UNAUTHORIZED -> StandardProblem.UNAUTHENTICATED.because("Send a valid bearer token.");
            case FORBIDDEN -> StandardProblem.FORBIDDEN.because("The caller may not do this.");
            case NOT_FOUND -> StandardProblem.NOT_FOUND.because("There is nothing at this address.");
            case METHOD_NOT_ALLOWED -> StandardProblem.METHOD_NOT_ALLOWED.because("The method is not possible here.");
            case NOT_ACCEPTABLE -> StandardProblem.NOT_ACCEPTABLE.because("No accepted form is available.");
            case CONTENT_TOO_LARGE -> StandardProblem.BODY_TOO_LARGE.because("The body is larger than allowed.");
            case UNSUPPORTED_MEDIA_TYPE ->
                StandardProblem.UNSUPPORTED_BODY.because("The body's type is not taken here.");
            case TOO_MANY_REQUESTS -> StandardProblem.TOO_MANY_REQUESTS.because("Wait before trying again.");
            case SERVICE_UNAVAILABLE -> StandardProblem.UNAVAILABLE.because("Try again in a moment.");
            case INTERNAL_SERVER_ERROR -> StandardProblem.UNEXPECTED.because("The request could not be completed.");
            default ->
                ProblemException.of(
                        status, "http-" + status.value(), status.getReasonPhrase(), status.getReasonPhrase() + ".");
        };
    }

    /** Nothing of the inside is told; the id finds the log entry that has it. */
    private static ProblemException unexpected(Exception exception) {
        var id = UUID.randomUUID();
        log.error("Unexpected failure {}", id, exception);
        return StandardProblem.UNEXPECTED
                .because("The request could not be completed. If it happens again, quote the id " + id + ".")
                .with("id", id.toString());
    }

    private static ProblemException nothingHere(String path) {
        return StandardProblem.NOT_FOUND.because("There is nothing at " + path + ".");
    }

    private static ProblemException invalid(Fault fault) {
        return ProblemException.invalid(List.of(fault));
    }

    private static ProblemException mismatch(MethodArgumentTypeMismatchException mismatch) {
        var parameter = mismatch.getParameter();
        if (parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestHeader.class)) {
            return invalid(Fault.ofHeader(mismatch.getName(), expected(mismatch)));
        }
        return invalid(Fault.ofParameter(mismatch.getName(), expected(mismatch)));
    }

    private static String expected(TypeMismatchException mismatch) {
        return name(mismatch.getPropertyName()) + " must be " + kind(mismatch.getRequiredType()) + ".";
    }

    static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another form";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long", "short", "Short", "BigInteger" -> "a whole number";
            case "double", "Double", "float", "Float", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "UUID" -> "a UUID";
            case "LocalDate" -> "a date such as 2026-11-22";
            case "Instant" -> "an instant such as 2026-11-22T09:00:00Z";
            case "String" -> "a text";
            case "List", "Set", "Collection", "ArrayList" -> "a list";
            case "Map" -> "an object";
            default -> type.isArray() ? "a list" : type.isRecord() ? "an object" : "of another form";
        };
    }

    private static List<Fault> faults(BindException bind) {
        return bind.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? Fault.ofParameter(
                                field.getField(),
                                field.isBindingFailure()
                                        ? field.getField() + " must be " + kind(bind.getFieldType(field.getField()))
                                                + "."
                                        : name(field.getDefaultMessage()))
                        : Fault.at("", name(error.getDefaultMessage())))
                .toList();
    }

    private static List<Fault> faults(HandlerMethodValidationException validation) {
        var faults = new ArrayList<Fault>();
        for (var result : validation.getParameterValidationResults()) {
            var parameter = name(result.getMethodParameter().getParameterName());
            for (var error : result.getResolvableErrors()) {
                faults.add(
                        error instanceof FieldError field
                                ? Fault.at("/" + field.getField().replace('.', '/'), name(error.getDefaultMessage()))
                                : Fault.ofParameter(parameter, parameter + " " + name(error.getDefaultMessage())));
            }
        }
        return faults;
    }

    static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static String list(String @Nullable [] names) {
        return names == null ? "nothing" : String.join(", ", names);
    }

    private static String join(List<?> types) {
        return types.isEmpty()
                ? "another type"
                : types.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }
}
