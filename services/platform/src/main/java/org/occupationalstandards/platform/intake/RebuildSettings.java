package org.occupationalstandards.platform.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a model is rebuilt. Nobody reads it meanwhile, so transactions may be large: what a standard comes to is written once
 * in each, however many messages led there.
 *
 * @param readers consumers at a time; while one waits for the database, another reads
 * @param batchSize most messages in one transaction
 * @param batchBytes and about how large they may be together, before they are read; a few times that is needed in memory
 */
@ConfigurationProperties("platform.intake.rebuild")
record RebuildSettings(
        @DefaultValue("3") int readers,
        @DefaultValue("20000") int batchSize,
        @DefaultValue("8MB") DataSize batchBytes) {}
