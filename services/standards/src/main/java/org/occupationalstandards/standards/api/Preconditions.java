package org.occupationalstandards.standards.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.standards.eventsourcing.Once;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.OnRevision;
import org.occupationalstandards.standards.lifecycle.StandardCommand;
import org.springframework.http.HttpStatus;

/** The headers that say on what condition a request is meant. */
public final class Preconditions {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String TRACEPARENT = "traceparent";

    private static final Pattern ENTITY_TAG = Pattern.compile("\"(0|[1-9]\\d{0,17})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern TRACE_CONTEXT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** The sequence that a change is meant for; nothing for {@code *}, which is any. */
    static @Nullable Long expectedSequence(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "If-Match is missing",
                    "Send If-Match with the ETag of what you read, so that nobody's changes are overwritten.");
        }
        var value = ifMatch.strip();
        if (value.equals("*")) {
            return null;
        }
        var tag = ENTITY_TAG.matcher(value);
        if (!tag.matches()) {
            throw invalid("If-Match", "If-Match must be the ETag of what you read, such as \"12\", or *.");
        }
        return Long.valueOf(tag.group(1));
    }

    /**
     * Refuses a decision on whatever is there.
     *
     * @param command which names, or can name, the revision of the draft that was read
     */
    static void decidedOnWhatWasRead(CommandName name, StandardCommand command, @Nullable Long expected) {
        boolean revision = command instanceof OnRevision on && on.revision() != null;
        if (name.decides() && expected == null && !revision) {
            throw ProblemException.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "decision-on-anything",
                    "A decision is on what was read",
                    "%s cannot be sent with If-Match: *, which means whatever is there. Send the ETag of what you read%s."
                            .formatted(
                                    name.wireName(),
                                    command instanceof OnRevision ? ", or name the revision of the draft" : ""));
        }
    }

    /**
     * What names the request, where the caller gave it a key.
     *
     * @param request all that it asks for
     */
    public static @Nullable Once once(@Nullable String key, @Nullable String... request) {
        if (key == null) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw invalid(
                    IDEMPOTENCY_KEY, "Idempotency-Key must be 1 to 255 visible ASCII characters, such as a UUID.");
        }
        return Once.of(key, Stream.of(request).map(String::valueOf).toArray(String[]::new));
    }

    /** Goes on to the announcements, where it is well-formed. */
    static @Nullable String traceparent(@Nullable String traceparent) {
        return traceparent != null && TRACE_CONTEXT.matcher(traceparent).matches() ? traceparent : null;
    }

    static String entityTag(long sequence) {
        return "\"" + sequence + "\"";
    }

    private static ProblemException invalid(String header, String message) {
        return ProblemException.invalid(List.of(Fault.ofHeader(header, message)));
    }

    private Preconditions() {}
}
