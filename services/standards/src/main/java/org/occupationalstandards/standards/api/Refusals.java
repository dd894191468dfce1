package org.occupationalstandards.standards.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.standards.eventsourcing.KeyUsedOtherwise;
import org.occupationalstandards.standards.eventsourcing.StaleSequence;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.register.EmployerEntry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What each refusal is on the wire. */
final class Refusals {

    static ProblemException of(CommandRefused refused) {
        var refusal = refused.refusal();
        var status = switch (refusal.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return ProblemException.of(status, WireNames.of(refusal), title(refusal.says()), detail(refused))
                .because(refused.problems().stream()
                        .map(problem -> Fault.at(problem.pointer(), problem.message()))
                        .toList());
    }

    /** @param meanwhile what happened since; nothing for whom that is none of their business */
    static ProblemException of(StaleSequence stale, Meanwhile.@Nullable Happened meanwhile) {
        var problem = ProblemException.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        "It has changed meanwhile",
                        "%s is at %s, and the request was meant for %s. Nothing was done. See what others did since, read it again, and decide again."
                                .formatted(
                                        stale.reference(),
                                        Preconditions.entityTag(stale.current()),
                                        Preconditions.entityTag(stale.expected())))
                .header(HttpHeaders.ETAG, Preconditions.entityTag(stale.current()))
                .with("sequence", stale.current())
                .with("since", stale.expected());
        if (meanwhile == null) {
            return problem;
        }
        return problem.with("changes", meanwhile.changes())
                .with("events", meanwhile.events())
                .with("eventsLeftOut", meanwhile.eventsLeftOut());
    }

    static ProblemException of(KeyUsedOtherwise used) {
        return ProblemException.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-used",
                        "The idempotency key belongs to another request",
                        "This Idempotency-Key was used for another request. Choose a new one for each request.")
                .because(List.of(Fault.ofHeader(Preconditions.IDEMPOTENCY_KEY, "Choose a new key.")));
    }

    static ProblemException of(List<EmployerEntry> candidates) {
        return ProblemException.of(
                        HttpStatus.CONFLICT,
                        "employer-known",
                        "There may be an entry for this employer",
                        "The register has "
                                + (candidates.size() == 1
                                        ? "“" + candidates.getFirst().name() + "”"
                                        : candidates.size() + " employers of a similar name")
                                + ". Take the one that is meant, or send different: true.")
                .with("candidates", candidates);
    }

    static ProblemException unknown(String reference) {
        return ProblemException.of(
                HttpStatus.NOT_FOUND,
                "unknown-standard",
                "There is no such standard",
                "There is no standard " + reference + ".");
    }

    static ProblemException notYet(String reference, AsOf asOf) {
        return ProblemException.of(
                HttpStatus.NOT_FOUND,
                "unknown-standard",
                "There is no such standard",
                asOf.by() == AsOf.By.EFFECTIVE
                        ? "Nothing that is recorded of %s says that there was such a standard by %s."
                                .formatted(reference, asOf.instant())
                        : "Nothing was recorded of %s by %s.".formatted(reference, asOf.instant()));
    }

    private static String detail(CommandRefused refused) {
        var problems = refused.problems();
        return switch (problems.size()) {
            case 0 -> refused.refusal().says();
            case 1 ->
                refused.refusal().says() + " "
                        + (problems.getFirst().pointer().isEmpty()
                                ? problems.getFirst().message()
                                : problems.getFirst().pointer() + " "
                                        + problems.getFirst().message());
            default -> refused.refusal().says() + " errors names " + problems.size() + " reasons.";
        };
    }

    private static String title(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private Refusals() {}
}
