package org.occupationalstandards.platform.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a body that could not be read: the place, and what was expected there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemException problem(HttpMessageNotReadableException unreadable) {
        var said = Problems.cause(unreadable, ProblemException.class);
        if (said != null) {
            return said;
        }
        var jackson = Problems.cause(unreadable, JacksonException.class);
        return switch (jackson) {
            case null ->
                StandardProblem.MALFORMED_BODY.because("A body is needed, and there is none that can be read.");
            case StreamReadException malformed -> malformed(malformed);
            case MismatchedInputException mismatch -> invalid(pointer(mismatch), expected(mismatch));
            default -> invalid(pointer(jackson), "This value is not possible here.");
        };
    }

    static String expected(MismatchedInputException mismatch) {
        return "This must be " + kind(mismatch.getTargetType()) + ".";
    }

    private static ProblemException malformed(StreamReadException malformed) {
        var duplicate = malformed.getOriginalMessage().startsWith("Duplicate Object property");
        var what = duplicate ? "The body has the same field twice" : "The body is not JSON";
        var where = malformed.getLocation();
        if (where == null || where == TokenStreamLocation.NA) {
            return StandardProblem.MALFORMED_BODY.because(what + ".");
        }
        return StandardProblem.MALFORMED_BODY
                .because(what + ": see line " + where.getLineNr() + ", column " + where.getColumnNr() + ".")
                .with("line", where.getLineNr())
                .with("column", where.getColumnNr());
    }

    /** Constants are in kebab-case in JSON. */
    static String kind(@Nullable Class<?> type) {
        return type != null && type.isEnum()
                ? Problems.kind(type).replace('_', '-').toLowerCase(Locale.ROOT)
                : Problems.kind(type);
    }

    private static ProblemException invalid(String pointer, String message) {
        return ProblemException.invalid(List.of(Fault.at(pointer, message)));
    }

    static String pointer(JacksonException thrown) {
        var pointer = new StringBuilder();
        for (var step : thrown.getPath()) {
            pointer.append('/');
            if (step.getPropertyName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getPropertyName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
