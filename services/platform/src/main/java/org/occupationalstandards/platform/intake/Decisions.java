package org.occupationalstandards.platform.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
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
        return Optional.ofNullable(
                about(Map.of(letter.place(), letter.offset())).get(Place.of(letter)));
    }

    /** Everything that was decided about messages of these partitions from that offset on: few, if any. */
    Map<Place, Decision> about(Map<TopicPartition, Long> firstOffsets) {
        Map<Place, Decision> decisions = new HashMap<>();
        List<Map.Entry<TopicPartition, Long>> entries = List.copyOf(firstOffsets.entrySet());
        jdbc.sql("""
                        select d.topic, d.partition, d.record_offset, d.decision from intake_decision d
                        join unnest(:topics, :partitions, :offsets) as n (topic, partition, record_offset)
                            on d.topic = n.topic and d.partition = n.partition and d.record_offset >= n.record_offset
                        """)
                .param("topics", entries.stream().map(e -> e.getKey().topic()).toArray(String[]::new))
                .param(
                        "partitions",
                        entries.stream().map(e -> e.getKey().partition()).toArray(Integer[]::new))
                .param("offsets", entries.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .query(row -> {
                    decisions.put(
                            new Place(row.getString("topic"), row.getInt("partition"), row.getLong("record_offset")),
                            Decision.valueOf(row.getString("decision")));
                });
        return decisions;
    }

    /** Where a message lies. */
    record Place(String topic, int partition, long offset) {
        static Place of(Letter letter) {
            return new Place(letter.topic(), letter.partition(), letter.offset());
        }
    }
}
