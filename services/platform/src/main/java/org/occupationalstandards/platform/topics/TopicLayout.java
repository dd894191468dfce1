package org.occupationalstandards.platform.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.occupationalstandards.contracts.Topics;

/** The topics and the settings that make "kept for ever" and "the latest of each" true. */
final class TopicLayout {

    private static final String FOR_EVER = "-1";

    /** Room for the largest standard many times over, and for what should not be there to reach the dead letters. */
    private static final String FOUR_MEBIBYTES = Integer.toString(4 * 1024 * 1024);

    private final TopicSettings settings;

    TopicLayout(TopicSettings settings) {
        this.settings = settings;
    }

    List<NewTopic> topics() {
        return Stream.of(
                        Stream.of(kept(Topics.EVENTS), compacted(Topics.STATE), kept(Topics.WORKFLOW)),
                        Stream.of(Topics.EVENTS, Topics.STATE, Topics.WORKFLOW)
                                .map(DeadLetterTopic::of)
                                .map(this::kept))
                .flatMap(each -> each)
                .toList();
    }

    /** Never deleted, never compacted: the change stream can be replayed from its first message. */
    private NewTopic kept(String name) {
        return topic(
                name,
                Map.of(
                        CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_DELETE,
                        RETENTION_MS_CONFIG, FOR_EVER,
                        RETENTION_BYTES_CONFIG, FOR_EVER));
    }

    private NewTopic compacted(String name) {
        return topic(name, Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT));
    }

    private NewTopic topic(String name, Map<String, String> special) {
        Map<String, String> configuration = new HashMap<>(special);
        configuration.put(MAX_MESSAGE_BYTES_CONFIG, FOUR_MEBIBYTES);
        configuration.put(MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInsyncReplicas()));
        return new NewTopic(name, settings.partitions(), settings.replicationFactor()).configs(configuration);
    }
}
