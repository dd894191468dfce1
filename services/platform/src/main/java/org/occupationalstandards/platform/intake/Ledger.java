package org.occupationalstandards.platform.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the topic was taken in, per partition and per standard. Everything here happens in the caller's transaction. */
final class Ledger {

    private final JdbcClient jdbc;
    private final String topic;

    Ledger(JdbcClient jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /** The next offset of each partition of which anything was taken in. */
    Map<Integer, Long> nextOffsets() {
        Map<Integer, Long> offsets = new HashMap<>();
        jdbc.sql("select partition, next_offset from intake_partition where topic = :topic")
                .param("topic", topic)
                .query(row -> {
                    offsets.put(row.getInt("partition"), row.getLong("next_offset"));
                });
        return offsets;
    }

    /** The next offset of these partitions, 0 where nothing was taken in; locked, so that one consumer at a time writes. */
    Map<TopicPartition, Long> lockPartitions(Collection<TopicPartition> places) {
        Integer[] partitions =
                new TreeSet<>(places.stream().map(TopicPartition::partition).toList()).toArray(Integer[]::new);
        Map<TopicPartition, Long> offsets = selectForUpdate(partitions);
        if (offsets.size() == partitions.length) return offsets;
        jdbc.sql("""
                        insert into intake_partition (topic, partition, next_offset)
                        select :topic, unnest(:partitions), 0 on conflict do nothing
                        """).param("topic", topic).param("partitions", partitions).update();
        return selectForUpdate(partitions);
    }

    private Map<TopicPartition, Long> selectForUpdate(Integer[] partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        jdbc.sql("""
                        select partition, next_offset from intake_partition
                        where topic = :topic and partition = any(:partitions) order by partition for update
                        """).param("topic", topic).param("partitions", partitions).query(row -> {
            offsets.put(new TopicPartition(topic, row.getInt("partition")), row.getLong("next_offset"));
        });
        return offsets;
    }

    void saveOffsets(Map<TopicPartition, Long> nextOffsets) {
        List<Map.Entry<TopicPartition, Long>> entries = List.copyOf(nextOffsets.entrySet());
        jdbc.sql("""
                        update intake_partition p set next_offset = n.next_offset
                        from unnest(:partitions, :offsets) as n (partition, next_offset)
                        where p.topic = :topic and p.partition = n.partition
                        """)
                .param("topic", topic)
                .param(
                        "partitions",
                        entries.stream().map(e -> e.getKey().partition()).toArray(Integer[]::new))
                .param("offsets", entries.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    /** Where these standards stand, their rows locked; one that was never heard of stands at 0. */
    Map<String, Standing> lockStandings(Collection<String> references) {
        Map<String, Standing> standings = new HashMap<>();
        jdbc.sql("""
                        select reference, last_sequence, parked from intake_reference
                        where topic = :topic and reference = any(:references) order by reference for update
                        """)
                .param("topic", topic)
                .param("references", references.toArray(String[]::new))
                .query(row -> {
                    String reference = row.getString("reference");
                    standings.put(
                            reference, new Standing(reference, row.getLong("last_sequence"), row.getBoolean("parked")));
                });
        references.forEach(each -> standings.putIfAbsent(each, new Standing(each, 0, false)));
        return standings;
    }

    void save(Collection<Standing> standings) {
        List<Standing> rows = List.copyOf(standings);
        jdbc.sql("""
                        insert into intake_reference (topic, reference, last_sequence, parked)
                        select :topic, n.* from unnest(:references, :sequences, :parked) as n
                        on conflict (topic, reference)
                        do update set last_sequence = excluded.last_sequence, parked = excluded.parked
                        """)
                .param("topic", topic)
                .param("references", rows.stream().map(Standing::reference).toArray(String[]::new))
                .param("sequences", rows.stream().map(Standing::lastSequence).toArray(Long[]::new))
                .param("parked", rows.stream().map(Standing::parked).toArray(Boolean[]::new))
                .update();
    }
}
