package org.occupationalstandards.notifications.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.Outcome;
import org.springframework.stereotype.Component;

/** Reads what a receiver answers: the status decides, the rest is for the log. */
@Component
class Answers {

    /** Shown in the log of deliveries. */
    private static final int SHOWN = 1_000;

    /** A connection whose answer is longer than this is closed rather than read to its end. */
    private static final int READ = 64 * 1024;

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /** @param breakOff called where there is more to read than we care for */
    Outcome read(ClassicHttpResponse response, Runnable breakOff) {
        int status = response.getCode();
        var text = beginning(response, breakOff);
        if (status >= 200 && status < 300) return new Outcome.Delivered(status, text);
        if (status == 410) return new Outcome.Gone(status, text);
        var problem = status >= 300 && status < 400
                ? "The receiver answered " + status + "; redirects are not followed."
                : "The receiver answered " + status + ".";
        return new Outcome.Failed(problem, status, text, retryAfter(response));
    }

    private static @Nullable String beginning(ClassicHttpResponse response, Runnable breakOff) {
        if (response.getEntity() == null) return null;
        byte[] bytes;
        try {
            bytes = response.getEntity().getContent().readNBytes(READ);
            if (bytes.length == READ) breakOff.run();
        } catch (IOException brokenOff) {
            // The status has said it all; what follows is only for the log.
            return null;
        }
        var text = new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.UTF_8);
        // PostgreSQL takes no NUL, and a terminal no control characters.
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (header == null) return null;
        var value = header.getValue().strip();
        try {
            if (value.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(value));
            var moment = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(clock.instant(), moment.toInstant());
            return wait.isNegative() ? null : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
