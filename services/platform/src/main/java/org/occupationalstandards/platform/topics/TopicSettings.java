package org.occupationalstandards.platform.topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topics are laid out when they are made. An existing topic is left as it is: another number of partitions would
 * send a standard's later announcements past its earlier ones.
 */
@ConfigurationProperties("platform.topics")
public record TopicSettings(
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replicationFactor) {

    /** With three copies, two must have a message before it counts as sent; with fewer, one. */
    int minInsyncReplicas() {
        return replicationFactor >= 3 ? 2 : 1;
    }
}
