package org.occupationalstandards.standards.worklist;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept beside the worklist.
 *
 * @param tellingsKept how long it can be read who was told of what; longer than the service that tells them is ever away
 */
@ConfigurationProperties("standards.worklist")
record WorklistSettings(@DefaultValue("30d") Duration tellingsKept) {

    WorklistSettings {
        if (!tellingsKept.isPositive()) {
            throw new IllegalArgumentException("standards.worklist.tellings-kept must be longer than nothing.");
        }
    }
}
