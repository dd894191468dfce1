package org.occupationalstandards.standards.publishing;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the outbox is sent.
 *
 * @param schemaBase where the JSON Schemas are served; {@code dataschema} of each message is below it
 * @param batch most messages that are read and sent at a time
 * @param batchSize most bytes of them, unless a single one has more
 * @param inFlight batches that are sent while an earlier one waits for its acknowledgements
 * @param lease after this long without a sign of life another instance takes over
 */
@ConfigurationProperties("standards.publishing")
record PublishingSettings(
        @DefaultValue("http://localhost:8082/schemas") URI schemaBase,
        @DefaultValue("500") int batch,
        @DefaultValue("4MB") DataSize batchSize,
        @DefaultValue("8") int inFlight,
        @DefaultValue("8s") Duration lease) {}
