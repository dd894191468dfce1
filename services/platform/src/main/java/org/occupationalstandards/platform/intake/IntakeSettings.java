package org.occupationalstandards.platform.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a service receives.
 *
 * @param group consumer group, one per service; its instances share the partitions
 * @param concurrency consumers in this process
 * @param batchSize most messages in one transaction
 * @param largestMessage a larger one is set aside; as large as the topics take, or a standard that was decided on could not
 *     be told of
 * @param firstPause before a failed batch is tried again; doubles up to {@code longestPause}
 * @param checkEvery how often lag and parked messages are counted
 */
@ConfigurationProperties("platform.intake")
public record IntakeSettings(
        String group,
        @DefaultValue("2") int concurrency,
        @DefaultValue("500") int batchSize,
        @DefaultValue("4MB") DataSize largestMessage,
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("10s") Duration longestPause,
        @DefaultValue("5s") Duration checkEvery) {}
