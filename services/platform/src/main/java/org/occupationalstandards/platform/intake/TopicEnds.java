package org.occupationalstandards.platform.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Where the partitions of a topic end at the moment. */
final class TopicEnds {

    /** The offset that the next message of each partition will have. */
    static Map<Integer, Long> of(Admin admin, String topic) throws ExecutionException, InterruptedException {
        TopicDescription description =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        Map<TopicPartition, OffsetSpec> latest = description == null
                ? Map.of()
                : description.partitions().stream()
                        .collect(Collectors.toMap(
                                each -> new TopicPartition(topic, each.partition()), each -> OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((place, end) -> ends.put(place.partition(), end.offset()));
        return ends;
    }

    private TopicEnds() {}
}
