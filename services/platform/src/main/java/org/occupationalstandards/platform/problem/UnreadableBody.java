package org.occupationalstandards.platform.problem;

import java.util.Comparator;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.CollectedProblem;
import tools.jackson.databind.exc.DeferredBindingException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body: the place, and what was expected there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemException problem(HttpMessageNotReadableException unreadable) {
        var collected = Problems.cause(unreadable, DeferredBindingException.class);
        if (collected != null) {
            return ProblemException.invalid(faults(collected.getProblems()));
        }
        var jackson = Problems.cause(unreadable, JacksonException.class);
        if (jackson == null) {
            return StandardProblem.MALFORMED_BODY.because("A body is needed, and there is none that can be read.");
        }
        var own = Problems.cause(jackson, ProblemException.class);
        if (own != null) {
            return own;
        }
        return switch (jackson) {
            case StreamReadException malformed -> malformed(malformed);
            case UnrecognizedPropertyException unknown ->
                invalid(pointer(jackson.getPath()), unknown(unknown.getPropertyName()));
            case InvalidFormatException format ->
                invalid(pointer(jackson.getPath()), "This must be " + Problems.kind(format.getTargetType()) + ".");
            case MismatchedInputException mismatch
            when pointer(jackson.getPath()).isEmpty() && mismatch.getLocation().getByteOffset() <= 0 ->
                StandardProblem.MALFORMED_BODY.because("A body is needed, and this one is empty or of another form.");
            case MismatchedInputException mismatch ->
                invalid(pointer(jackson.getPath()), "This must be " + Problems.kind(mismatch.getTargetType()) + ".");
            default -> invalid(pointer(jackson.getPath()), "This value is not possible here.");
        };
    }

    private static ProblemException malformed(StreamReadException malformed) {
        var where = malformed.getLocation();
        var duplicate = malformed.getOriginalMessage().startsWith("Duplicate Object property");
        var what = duplicate ? "The body has the same field twice" : "The body is not JSON";
        if (where == null || where == TokenStreamLocation.NA) {
            return StandardProblem.MALFORMED_BODY.because(what + ".");
        }
        return StandardProblem.MALFORMED_BODY
                .because(what + ": see line " + where.getLineNr() + ", column " + where.getColumnNr() + ".")
                .with("line", where.getLineNr())
                .with("column", where.getColumnNr());
    }

    private static List<Fault> faults(List<CollectedProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingLong(
                        problem -> problem.getLocation().getByteOffset()))
                .map(problem -> Fault.at(problem.getPath().toString(), message(problem)))
                .toList();
    }

    private static String message(CollectedProblem problem) {
        if (problem.getMessage().contains("nknown property")) {
            return unknown(
                    problem.getPath().last() == null
                            ? ""
                            : problem.getPath().last().getMatchingProperty());
        }
        return "This must be " + Problems.kind(problem.getTargetType().getRawClass()) + ".";
    }

    private static String unknown(String name) {
        return "There is no field of the name " + name + " here.";
    }

    private static ProblemException invalid(String pointer, String message) {
        return ProblemException.invalid(List.of(Fault.at(pointer, message)));
    }

    private static String pointer(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
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
