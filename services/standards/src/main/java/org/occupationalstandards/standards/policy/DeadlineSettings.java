package org.occupationalstandards.standards.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deadlines are watched. What they are is a matter of the rulebook's own settings.
 *
 * @param lookEvery how often the table of deadlines is looked at for one that has passed; one that has passed already when
 *     it is planned does not wait for that
 * @param heartbeat an instance that gave no sign of life four times as long has died, and another takes over what it did
 */
@ConfigurationProperties("standards.deadlines")
record DeadlineSettings(
        @DefaultValue("10s") Duration lookEvery,
        @DefaultValue("5s") Duration heartbeat) {}
