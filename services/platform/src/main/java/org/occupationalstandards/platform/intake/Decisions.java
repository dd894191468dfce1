package org.occupationalstandards.platform.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers what operators decided, by the place of the message on its topic. In the caller's transaction. */
final class Decisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void remember(Letter letter, String reference, Decision decision) {
        jdbc.sql("""
                        insert into intake_decision (topic, partition, record_offset, reference, decision, decided_at)
                        values (:topic, :partition, :offset, :reference, :decision, :now)
                        on conflict (topic, partition, record_offset)
                        do update set decision = excluded.decision, decided_at = excluded.decided_at
                        """)
                .param("topic", letter.topic())
                .param("partition", letter.partition())
                .param("offset", letter.offset())
                .param("reference", reference)
                .param("decision", decision.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Decision> about(Letter letter) {
        return jdbc.sql("""
                        select decision from intake_decision
                        where topic = :topic and partition = :partition and record_offset = :offset
                        """)
                .param("topic", letter.topic())
                .param("partition", letter.partition())
                .param("offset", letter.offset())
                .query(String.class)
                .optional()
                .map(Decision::valueOf);
    }
}
