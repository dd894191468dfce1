package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** The rulebook says no. Carries the reason and everything that stands against the command, all at once. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final transient List<Problem> problems;

    public CommandRefused(Refusal refusal, List<Problem> problems) {
        super(message(refusal, problems), null, false, false);
        this.refusal = refusal;
        this.problems = List.copyOf(problems);
    }

    public CommandRefused(Refusal refusal, String message) {
        this(refusal, List.of(new Problem("", message)));
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(Refusal refusal, List<Problem> problems) {
        return problems.isEmpty()
                ? refusal.says()
                : refusal.says()
                        + problems.stream()
                                .map(problem -> (problem.pointer().isEmpty() ? " " : " " + problem.pointer() + ": ")
                                        + problem.message())
                                .collect(Collectors.joining(";"));
    }
}
