package org.occupationalstandards.standards.eventsourcing;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Remembers which request led to which events, for as long as a caller may reasonably repeat it. */
class AnsweredRequests {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    AnsweredRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the request led to when it came first.
     *
     * @throws KeyUsedOtherwise where the key named another request
     */
    Optional<Answer> find(String caller, Once once) {
        return jdbc.sql("""
                        SELECT fingerprint, reference, sequence_before, sequence_after
                          FROM answered_request WHERE caller = ? AND idempotency_key = ?""")
                .params(caller, once.key())
                .query((row, number) -> {
                    if (!row.getString("fingerprint").equals(once.fingerprint())) {
                        throw new KeyUsedOtherwise(once.key());
                    }
                    return new Answer(
                            row.getString("reference"), row.getLong("sequence_before"), row.getLong("sequence_after"));
                })
                .optional();
    }

    /** Belongs into the transaction that stores the events: fails where the same request was quicker. */
    void remember(String caller, Once once, String reference, Decision<?, ?> decision) {
        jdbc.sql("""
                        INSERT INTO answered_request (caller, idempotency_key, fingerprint, reference,
                                                      sequence_before, sequence_after, answered_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caller,
                        once.key(),
                        once.fingerprint(),
                        reference,
                        decision.before(),
                        decision.after(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("DELETE FROM answered_request WHERE answered_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Events {@code before + 1} to {@code after} of the stream; none where both are the same. */
    record Answer(String reference, long before, long after) {}
}
